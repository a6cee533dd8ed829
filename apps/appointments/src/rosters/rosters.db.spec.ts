import type { Role } from '@app/common/auth/actor.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { LightMyRequestResponse } from 'fastify';
import { newId } from '@app/common/persistence/id.js';
import { appointmentsUnderTest, PREFIX, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { HALL, HALL_ONE, HALL_POST, ID_CARD, OFFICER_A, OFFICER_B, TOWNSHIP } from '../seed/small-county.fixture.js';
import type { AbsenceReport } from './absence.dto.js';
import { DutyLeaders } from './duty-leaders.js';
import type { OfficerRow } from './officer.dto.js';
import type { BalanceList, DutyRow, Proposal, RosterDetail, RosterPage } from './roster.dto.js';

jest.setTimeout(120_000);

const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

describe('the duty roster', () => {
  // A Monday.
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let service: AppointmentsUnderTest;
  let leader: OfficerRow;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock, 2);
    leader = await officer('赵敏', true);
    await officer('周杰', true);
  });
  afterAll(() => service.close());

  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    {
      payload,
      as = 'supervisor',
      version,
      process = 0,
      key,
    }: { payload?: object; as?: Role; version?: number; process?: number; key?: string } = {},
  ): Promise<LightMyRequestResponse> {
    const app = service.apps[process];
    if (!app) throw new Error('no process');
    const headers: Record<string, string> = await service.sessions.headersFor(key === undefined ? staff(as) : PLANNER);
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    if (key !== undefined) headers['idempotency-key'] = key;
    return app.inject({ method, url: `${PREFIX}${path}`, headers, ...(payload ? { payload } : {}) });
  }
  const PLANNER = staff('supervisor');

  async function officer(name: string, mayLead: boolean): Promise<OfficerRow> {
    const answer = await call('POST', '/officers', {
      payload: { siteId: HALL, name, qualifications: [], mayLead },
    });
    expect(answer.statusCode).toBe(201);
    return answer.json();
  }

  async function propose(fromDay: string, toDay: string, siteId = HALL): Promise<Proposal> {
    const answer = await call('POST', '/rosters/proposals', { payload: { siteId, fromDay, toDay } });
    expect(answer.statusCode).toBe(201);
    return answer.json();
  }

  const read = async (id: string): Promise<RosterDetail> => (await call('GET', `/rosters/${id}`)).json();

  async function published(fromDay: string, toDay: string): Promise<RosterDetail> {
    const { roster } = await propose(fromDay, toDay);
    const answer = await call('POST', `/rosters/${roster.id}/publish`, { version: roster.version });
    expect(answer.statusCode).toBe(200);
    return answer.json();
  }

  /** Takes it out of the way of the next test. */
  async function withdraw(id: string): Promise<void> {
    const { version } = await read(id);
    expect((await call('POST', `/rosters/${id}/withdraw`, { version })).statusCode).toBe(200);
  }

  const dutyAt = (roster: RosterDetail, day: string, session: string, postId: string | null): DutyRow => {
    const found = roster.days
      .find((one) => one.day === day)
      ?.sessions.find((one) => one.session === session)
      ?.duties.find((duty) => duty.postId === postId);
    if (!found) throw new Error(`nobody on ${day} ${session}`);
    return found;
  };

  const ledgerOf = async (id: string): Promise<string[]> => {
    const rows = await service.dataSource.query<{ action: string }[]>(
      'SELECT action FROM ledger WHERE item_id = $1 ORDER BY seq',
      [id],
    );
    return rows.map(({ action }) => action);
  };

  const freeOn = async (day: string): Promise<string[]> => {
    const answer = await call('GET', `/slots?item=${ID_CARD}&site=${HALL}&from=${day}&to=${day}`);
    return answer.json().days.flatMap(({ slots }: { slots: { startAt: string }[] }) => slots.map((s) => s.startAt));
  };

  it('is proposed full for two weeks, breaks no rule and is a draft', async () => {
    const { roster, unfilled, best } = await propose('2026-11-30', '2026-12-13');
    expect({ unfilled, best, state: roster.state }).toEqual({ unfilled: [], best: true, state: 'draft' });
    expect(roster.violations.filter(({ hard }) => hard)).toEqual([]);
    expect(roster.days).toHaveLength(14);
    const saturday = roster.days.find(({ day }) => day === '2026-12-05');
    expect(saturday).toMatchObject({
      kind: 'weekend',
      sessions: [{ session: 'morning', from: '09:00', to: '12:00', turn: 'weekend', openPosts: [HALL_POST] }],
    });
    const weekends = roster.balance.filter(({ officerId }) => [OFFICER_A, OFFICER_B].includes(officerId));
    expect(weekends.map(({ period }) => period.weekend)).toEqual([1, 1]);
    expect(await ledgerOf(roster.id)).toEqual(['proposed']);
    const list: RosterPage = (await call('GET', `/rosters?site=${HALL}&state=draft`)).json();
    expect(list.items.map(({ id }) => id)).toContain(roster.id);
  });

  it('asked for twice with one key is made once', async () => {
    const payload = { siteId: HALL, fromDay: '2026-12-14', toDay: '2026-12-15' };
    const [one, again] = [
      await call('POST', '/rosters/proposals', { payload, key: 'one-roster' }),
      await call('POST', '/rosters/proposals', { payload, key: 'one-roster', process: 1 }),
    ];
    expect(again.json().roster.id).toBe(one.json().roster.id);
  });

  it('says which session has nobody to lead, and why', async () => {
    const { unfilled } = await propose('2026-11-30', '2026-11-30', TOWNSHIP);
    expect(unfilled).toEqual([
      {
        day: '2026-11-30',
        session: 'morning',
        postId: null,
        textZh: '11月30日（周一）上午坐堂值班无人可排：本网点未设值班领导人选。',
        textEn: 'Monday 2026-11-30, morning: nobody for the lead: nobody at this site may lead.',
      },
      expect.objectContaining({ session: 'afternoon', postId: null }),
    ]);
  });

  it.each([
    ['2026-11-22', '2026-11-30', 'roster-period'],
    ['2026-11-30', '2026-11-29', 'roster-period'],
    ['2026-11-24', '2026-12-31', 'roster-period'],
    ['2026-11-29', '2026-11-29', 'nothing-open'],
  ])('is not proposed from %s to %s', async (fromDay, toDay, rule) => {
    const answer = await call('POST', '/rosters/proposals', { payload: { siteId: HALL, fromDay, toDay } });
    expect([answer.statusCode, answer.json().rule]).toEqual([422, rule]);
  });

  it('is planned by planners and read by those it concerns', async () => {
    const { roster } = await propose('2026-12-14', '2026-12-14');
    expect((await call('GET', `/rosters/${roster.id}`, { as: 'handler' })).statusCode).toBe(200);
    const publish = { version: roster.version, as: 'handler' } as const;
    expect((await call('POST', `/rosters/${roster.id}/publish`, publish)).statusCode).toBe(403);
    expect((await call('GET', `/rosters/${roster.id}`, { as: 'inspector' })).statusCode).toBe(403);
  });

  describe('changed by hand', () => {
    const DAY = '2026-12-07';
    let roster: RosterDetail;
    beforeAll(async () => {
      roster = (await propose('2026-12-07', '2026-12-11')).roster;
    });

    const change = (duty: DutyRow, officerId: string, version: number) =>
      call('PUT', `/rosters/${roster.id}/duties/${duty.id}`, { payload: { officerId }, version });

    it('refuses what breaks a rule and names rule and day', async () => {
      const answer = await change(dutyAt(roster, DAY, 'morning', HALL_POST), leader.id, roster.version);
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({
        rule: 'not-of-the-post',
        day: DAY,
        session: 'morning',
        officerId: leader.id,
        detail: '12月7日（周一）上午：赵敏既不是户籍岗的A岗也不是B岗。',
      });
      expect(await read(roster.id)).toEqual(roster);
    });

    it('does not let go of a duty that is needed', async () => {
      const { id } = dutyAt(roster, DAY, 'morning', null);
      const answer = await call('DELETE', `/rosters/${roster.id}/duties/${id}`, { version: roster.version });
      expect([answer.statusCode, answer.json().rule, answer.json().day]).toEqual([422, 'no-leader', DAY]);
    });

    it('gives a duty to the other of A and B', async () => {
      const duty = dutyAt(roster, DAY, 'morning', HALL_POST);
      const other = duty.officerId === OFFICER_A ? OFFICER_B : OFFICER_A;
      const answer = await change(duty, other, roster.version);
      expect(answer.statusCode).toBe(200);
      roster = answer.json();
      expect(dutyAt(roster, DAY, 'morning', HALL_POST)).toMatchObject({ officerId: other });
      expect(await ledgerOf(roster.id)).toEqual(['proposed', 'duty-changed']);
    });

    it('lets two swap, and puts the swap in the ledger', async () => {
      const one = dutyAt(roster, DAY, 'morning', HALL_POST);
      const other = dutyAt(roster, DAY, 'afternoon', HALL_POST);
      expect(one.officerId).not.toBe(other.officerId);
      const answer = await call('POST', `/rosters/${roster.id}/swaps`, {
        payload: { dutyId: one.id, otherDutyId: other.id },
        version: roster.version,
      });
      expect(answer.statusCode).toBe(200);
      roster = answer.json();
      expect(dutyAt(roster, DAY, 'morning', HALL_POST).officerId).toBe(other.officerId);
      expect(dutyAt(roster, DAY, 'afternoon', HALL_POST).officerId).toBe(one.officerId);
      expect((await ledgerOf(roster.id)).at(-1)).toBe('duties-swapped');
    });

    it('puts B beside A, and takes the extra duty off again', async () => {
      const { officerId } = dutyAt(roster, DAY, 'noon', HALL_POST);
      const payload = {
        day: DAY,
        session: 'noon',
        postId: HALL_POST,
        officerId: officerId === OFFICER_A ? OFFICER_B : OFFICER_A,
      };
      const added = await call('POST', `/rosters/${roster.id}/duties`, { payload, version: roster.version });
      expect(added.statusCode).toBe(201);
      const { version } = added.json();
      const removed = await call(
        'DELETE',
        `/rosters/${roster.id}/duties/${dutyAt(roster, DAY, 'noon', HALL_POST).id}`,
        {
          version,
        },
      );
      expect(removed.statusCode).toBe(200);
      roster = removed.json();
      expect(dutyAt(roster, DAY, 'noon', HALL_POST).officerId).toBe(payload.officerId);
    });

    it('gives a half-day back, but not to somebody on duty', async () => {
      const busy = dutyAt(roster, DAY, 'afternoon', HALL_POST).officerId;
      const rest = { officerId: busy, day: DAY, session: 'afternoon', given: true };
      const refused = await call('PUT', `/rosters/${roster.id}/rests`, { payload: rest, version: roster.version });
      expect([refused.statusCode, refused.json().rule]).toEqual([422, 'on-rest']);
      const tuesday = roster.days.find(({ day }) => day === '2026-12-08');
      const onDuty = tuesday?.sessions.flatMap(({ duties }) => duties.map(({ officerId }) => officerId));
      const free = roster.officers.find(({ id }) => !onDuty?.includes(id))?.id;
      const given = await call('PUT', `/rosters/${roster.id}/rests`, {
        payload: { ...rest, day: '2026-12-08', session: 'morning', officerId: free },
        version: roster.version,
      });
      expect(given.statusCode).toBe(200);
      roster = given.json();
      expect(roster.days.find(({ day }) => day === '2026-12-08')?.rests).toEqual([
        { officerId: free, session: 'morning' },
      ]);
    });

    it('asks for the version that was read', async () => {
      const duty = dutyAt(roster, DAY, 'morning', HALL_POST);
      expect((await change(duty, OFFICER_B, roster.version - 1)).statusCode).toBe(412);
      const path = `/rosters/${roster.id}/duties/${duty.id}`;
      expect((await call('PUT', path, { payload: { officerId: OFFICER_B } })).statusCode).toBe(428);
      expect((await change({ ...duty, id: newId() }, OFFICER_B, roster.version)).statusCode).toBe(404);
    });
  });

  describe('in force', () => {
    it('is one for each day: of two planners who publish at once one wins', async () => {
      const drafts = [await propose('2026-12-16', '2026-12-18'), await propose('2026-12-17', '2026-12-22')];
      const answers = await Promise.all(
        drafts.map(({ roster }, process) =>
          call('POST', `/rosters/${roster.id}/publish`, { version: roster.version, process }),
        ),
      );
      const winner = answers.find(({ statusCode }) => statusCode === 200)?.json<RosterDetail>();
      const loser = answers.find(({ statusCode }) => statusCode === 409)?.json();
      expect(loser).toMatchObject({ type: '/problems/period-already-published', rosterId: winner?.id });
      expect(await ledgerOf(winner?.id ?? '')).toEqual(['proposed', 'published']);
      await withdraw(winner?.id ?? '');
    });

    it('is one for each day whatever wrote it: the database refuses a second, and an officer twice in a session', async () => {
      const roster = await published('2026-12-21', '2026-12-22');
      const { roster: draft } = await propose('2026-12-22', '2026-12-23');
      const refused = (text: string, values: unknown[]) =>
        expect(service.dataSource.query(text, values)).rejects.toThrow(/roster_published_once|duty_never_twice/);
      await refused(`UPDATE roster SET state = 'published' WHERE id = $1`, [draft.id]);
      await refused(
        `INSERT INTO duty (id, roster_id, site_id, day, session, role, officer_id)
         SELECT $1, roster_id, site_id, day, session, 'leader', officer_id FROM duty WHERE roster_id = $2 LIMIT 1`,
        [newId(), roster.id],
      );
      await withdraw(roster.id);
    });

    it('is not while a hard rule is broken', async () => {
      const { roster } = await propose('2026-12-17', '2026-12-18');
      const away = await absent(OFFICER_A, '2026-12-18');
      const alsoAway = await absent(OFFICER_B, '2026-12-18');
      const answer = await call('POST', `/rosters/${roster.id}/publish`, { version: roster.version });
      expect([answer.statusCode, answer.json().rule, answer.json().day]).toEqual([422, 'absent', '2026-12-18']);
      expect(answer.json().violations.map(({ rule }: { rule: string }) => rule)).toContain('post-unfilled');
      expect(await read(roster.id)).toMatchObject({ state: 'draft', version: roster.version });
      await back(alsoAway.id);
      await back(away.id);
    });
  });

  async function absent(officerId: string, fromDay: string, toDay = fromDay): Promise<AbsenceReport> {
    const payload = { officerId, fromDay, toDay, reason: '病假' };
    const answer = await call('POST', '/absences', { payload });
    expect(answer.statusCode).toBe(201);
    return answer.json();
  }

  async function back(id: string): Promise<string[]> {
    const answer = await call('POST', `/absences/${id}/end`, { payload: {} });
    expect(answer.statusCode).toBe(200);
    return answer.json().givenBack;
  }

  async function book(day: string, from: string, to: string): Promise<string> {
    const id = newId();
    await service.dataSource.query(
      `INSERT INTO booking (id, resource_kind, resource_id, during, state, held_until, code, site_id, item_code, day,
         start_at, end_at, channel, created_at, sealed_phone, phone_fingerprint, receives_text, language)
       VALUES ($1, 'window', $2, tstzrange($3, $4), 'confirmed', $3, $1::uuid::text, $5, $6, $7, $3, $4, 'web', now(), $8,
         $9, true, 'zh-CN')`,
      [id, HALL_ONE, at(day, from), at(day, to), HALL, ID_CARD, day, service.box.seal('+8613800000001'), newId()],
    );
    return id;
  }

  describe('when A is away', () => {
    const DAY = '2026-11-25';
    let roster: RosterDetail;
    beforeAll(async () => {
      roster = await published('2026-11-24', '2026-11-27');
    });
    afterAll(() => withdraw(roster.id));

    it('B takes over by itself, the window stays open, and A has the duties again when back early', async () => {
      const own = dutyAt(roster, DAY, 'morning', HALL_POST);
      const [away, other] = own.officerId === OFFICER_A ? [OFFICER_A, OFFICER_B] : [OFFICER_B, OFFICER_A];
      const report = await absent(away, DAY);
      expect(report.closed).toEqual([]);
      expect(report.duties.find(({ dutyId }) => dutyId === own.id)).toMatchObject({
        day: DAY,
        session: 'morning',
        postId: HALL_POST,
        takenOverBy: other,
      });
      const during = await read(roster.id);
      expect(dutyAt(during, DAY, 'morning', HALL_POST)).toMatchObject({ officerId: other, tookOverFrom: away });
      expect(await freeOn(DAY)).toContain(at(DAY, '10:00'));
      expect(await ledgerOf(roster.id)).toContain('took-over');
      expect(await back(report.id)).toContain(own.id);
      expect(dutyAt(await read(roster.id), DAY, 'morning', HALL_POST)).toMatchObject({
        officerId: away,
        tookOverFrom: null,
      });
      expect(await ledgerOf(roster.id)).toContain('given-back');
    });

    it('and B too, the window closes and whoever booked it is told', async () => {
      const code = await book(DAY, '10:00', '10:15');
      const untouched = await book('2026-11-26', '10:00', '10:15');
      const first = await absent(OFFICER_A, DAY);
      const second = await absent(OFFICER_B, DAY);
      expect(second.duties.every(({ postId, takenOverBy }) => postId === null || takenOverBy === null)).toBe(true);
      expect([...first.closed, ...second.closed]).toEqual([{ code, startAt: at(DAY, '10:00') }]);
      expect(await freeOn(DAY)).not.toContain(at(DAY, '11:00'));
      const told = await service.dataSource.query<{ about: string; template: string }[]>(
        `SELECT payload->>'aboutId' AS about, payload->>'template' AS template FROM outbox
          WHERE aggregate_id = ANY ($1::text[])`,
        [[code, untouched]],
      );
      expect(told).toEqual([{ about: code, template: 'booking_closed' }]);
      await back(first.id);
      await back(second.id);
      expect(await freeOn(DAY)).toContain(at(DAY, '11:00'));
    });

    it('while a planner is changing the roster, neither loses the other’s work', async () => {
      const standing = await read(roster.id);
      const own = dutyAt(standing, '2026-11-27', 'morning', HALL_POST);
      const other = own.officerId === OFFICER_A ? OFFICER_B : OFFICER_A;
      const [report, changed] = await Promise.all([
        absent(own.officerId, '2026-11-27'),
        call('PUT', `/rosters/${roster.id}/duties/${own.id}`, {
          payload: { officerId: other },
          version: standing.version,
          process: 1,
        }),
      ]);
      expect([200, 412]).toContain(changed.statusCode);
      const after = await read(roster.id);
      expect(dutyAt(after, '2026-11-27', 'morning', HALL_POST).officerId).toBe(other);
      expect(report.duties.some(({ dutyId }) => dutyId === own.id)).toBe(changed.statusCode === 412);
      await back(report.id);
    });

    it('another of those who may leads', async () => {
      const lead = dutyAt(roster, DAY, 'afternoon', null);
      const report = await absent(lead.officerId, DAY);
      const taken = report.duties.find(({ dutyId }) => dutyId === lead.id)?.takenOverBy;
      expect(taken).toEqual(expect.any(String));
      const [app] = service.apps;
      const leaders = await app
        ?.get(DutyLeaders)
        .read(service.dataSource.manager, [HALL], { fromDay: DAY, toDay: DAY });
      expect(leaders?.map(({ session }) => session)).toEqual(expect.arrayContaining(['morning', 'afternoon']));
      await back(report.id);
    });
  });

  it('keeps a balance of what each has done and is owed', async () => {
    const roster = await published('2026-11-26', '2026-11-28');
    const saturday = dutyAt(roster, '2026-11-28', 'morning', HALL_POST).officerId;
    clock.set('2026-11-30T08:00:00+08:00');
    const balance: BalanceList = (await call('GET', `/rosters/balance?site=${HALL}`)).json();
    const own = balance.items.find(({ officerId }) => officerId === saturday);
    expect(own).toMatchObject({ turns: { weekend: 1, restWorked: 1, restGivenBack: 0 }, owedHalfDays: 1 });
    const { roster: next } = await propose('2026-11-30', '2026-12-04');
    expect(next.balance.find(({ officerId }) => officerId === saturday)).toMatchObject({
      carried: { weekend: 1 },
      period: { restGivenBack: 1 },
      owedHalfDays: 0,
    });
  });
});
