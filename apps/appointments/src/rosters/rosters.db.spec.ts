import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HALL, HALL_POST, OFFICER_A, OFFICER_B, TOWNSHIP } from '../seed/small-county.fixture.js';
import type { WeeksDto } from '../schedule/week.dto.js';
import type { BalanceList, DutyRow, RosterDetail, RosterPage } from './roster.dto.js';
import { dutyAt, RostersUnderTest } from './rosters-under-test.fixture.js';

jest.setTimeout(120_000);

describe('the duty roster', () => {
  // A Monday.
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let rosters: RostersUnderTest;
  beforeAll(async () => {
    rosters = await RostersUnderTest.start(clock);
  });
  afterAll(() => rosters.close());

  it('is proposed full for two weeks, breaks no rule and is a draft', async () => {
    const { roster, unfilled, best } = await rosters.propose('2026-11-30', '2026-12-13');
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
    expect(await rosters.ledgerOf(roster.id)).toEqual(['proposed']);
    const list: RosterPage = (await rosters.call('GET', `/rosters?site=${HALL}&state=draft`)).json();
    expect(list.items.map(({ id }) => id)).toContain(roster.id);
  });

  it('asked for twice with one key is made once', async () => {
    const planner = staff('supervisor');
    const payload = { siteId: HALL, fromDay: '2026-12-14', toDay: '2026-12-15' };
    const [one, again] = [
      await rosters.call('POST', '/rosters/proposals', { payload, key: 'one-roster', as: planner }),
      await rosters.call('POST', '/rosters/proposals', { payload, key: 'one-roster', as: planner, process: 1 }),
    ];
    expect(again.json().roster.id).toBe(one.json().roster.id);
  });

  it('says which session has nobody to lead, and why', async () => {
    const { unfilled } = await rosters.propose('2026-11-30', '2026-11-30', TOWNSHIP);
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
    const answer = await rosters.call('POST', '/rosters/proposals', { payload: { siteId: HALL, fromDay, toDay } });
    expect([answer.statusCode, answer.json().rule]).toEqual([422, rule]);
  });

  it('is planned by planners and read by those it concerns', async () => {
    const { roster } = await rosters.propose('2026-12-14', '2026-12-14');
    expect((await rosters.call('GET', `/rosters/${roster.id}`, { as: 'handler' })).statusCode).toBe(200);
    const publish = { version: roster.version, as: 'handler' } as const;
    expect((await rosters.call('POST', `/rosters/${roster.id}/publish`, publish)).statusCode).toBe(403);
    expect((await rosters.call('GET', `/rosters/${roster.id}`, { as: 'inspector' })).statusCode).toBe(403);
  });

  describe('changed by hand', () => {
    const DAY = '2026-12-07';
    let roster: RosterDetail;
    beforeAll(async () => {
      roster = (await rosters.propose('2026-12-07', '2026-12-11')).roster;
    });

    const change = (duty: DutyRow, officerId: string, version: number) =>
      rosters.call('PUT', `/rosters/${roster.id}/duties/${duty.id}`, { payload: { officerId }, version });

    it('refuses what breaks a rule and names rule and day', async () => {
      const answer = await change(dutyAt(roster, DAY, 'morning', HALL_POST), rosters.leader.id, roster.version);
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({
        rule: 'not-of-the-post',
        day: DAY,
        session: 'morning',
        officerId: rosters.leader.id,
        detail: '12月7日（周一）上午：赵敏既不是户籍岗的A岗也不是B岗。',
      });
      expect(await rosters.read(roster.id)).toEqual(roster);
    });

    it('does not let go of a duty that is needed', async () => {
      const { id } = dutyAt(roster, DAY, 'morning', null);
      const answer = await rosters.call('DELETE', `/rosters/${roster.id}/duties/${id}`, { version: roster.version });
      expect([answer.statusCode, answer.json().rule, answer.json().day]).toEqual([422, 'no-leader', DAY]);
    });

    it('gives a duty to the other of A and B', async () => {
      const duty = dutyAt(roster, DAY, 'morning', HALL_POST);
      const other = duty.officerId === OFFICER_A ? OFFICER_B : OFFICER_A;
      const answer = await change(duty, other, roster.version);
      expect(answer.statusCode).toBe(200);
      roster = answer.json();
      expect(dutyAt(roster, DAY, 'morning', HALL_POST)).toMatchObject({ officerId: other });
      expect(await rosters.ledgerOf(roster.id)).toEqual(['proposed', 'duty-changed']);
    });

    it('lets two swap, and puts the swap in the ledger', async () => {
      const one = dutyAt(roster, DAY, 'morning', HALL_POST);
      const other = dutyAt(roster, DAY, 'afternoon', HALL_POST);
      expect(one.officerId).not.toBe(other.officerId);
      const answer = await rosters.call('POST', `/rosters/${roster.id}/swaps`, {
        payload: { dutyId: one.id, otherDutyId: other.id },
        version: roster.version,
      });
      expect(answer.statusCode).toBe(200);
      roster = answer.json();
      expect(dutyAt(roster, DAY, 'morning', HALL_POST).officerId).toBe(other.officerId);
      expect(dutyAt(roster, DAY, 'afternoon', HALL_POST).officerId).toBe(one.officerId);
      expect((await rosters.ledgerOf(roster.id)).at(-1)).toBe('duties-swapped');
    });

    it('puts B beside A, and takes the extra duty off again', async () => {
      const { officerId } = dutyAt(roster, DAY, 'noon', HALL_POST);
      const payload = {
        day: DAY,
        session: 'noon',
        postId: HALL_POST,
        officerId: officerId === OFFICER_A ? OFFICER_B : OFFICER_A,
      };
      const added = await rosters.call('POST', `/rosters/${roster.id}/duties`, { payload, version: roster.version });
      expect(added.statusCode).toBe(201);
      const { version } = added.json();
      const removed = await rosters.call(
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
      const refused = await rosters.call('PUT', `/rosters/${roster.id}/rests`, {
        payload: rest,
        version: roster.version,
      });
      expect([refused.statusCode, refused.json().rule]).toEqual([422, 'on-rest']);
      const tuesday = roster.days.find(({ day }) => day === '2026-12-08');
      const onDuty = tuesday?.sessions.flatMap(({ duties }) => duties.map(({ officerId }) => officerId));
      const free = roster.officers.find(({ id }) => !onDuty?.includes(id))?.id;
      const given = await rosters.call('PUT', `/rosters/${roster.id}/rests`, {
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
      expect((await rosters.call('PUT', path, { payload: { officerId: OFFICER_B } })).statusCode).toBe(428);
      expect((await change({ ...duty, id: newId() }, OFFICER_B, roster.version)).statusCode).toBe(404);
    });
  });

  describe('in force', () => {
    it('is one for each day: of two planners who publish at once one wins', async () => {
      const drafts = [
        await rosters.propose('2026-12-16', '2026-12-18'),
        await rosters.propose('2026-12-17', '2026-12-22'),
      ];
      const answers = await Promise.all(
        drafts.map(({ roster }, process) =>
          rosters.call('POST', `/rosters/${roster.id}/publish`, { version: roster.version, process }),
        ),
      );
      const winner = answers.find(({ statusCode }) => statusCode === 200)?.json<RosterDetail>();
      const loser = answers.find(({ statusCode }) => statusCode === 409)?.json();
      expect(loser).toMatchObject({ type: '/problems/period-already-published', rosterId: winner?.id });
      expect(await rosters.ledgerOf(winner?.id ?? '')).toEqual(['proposed', 'published']);
      await rosters.withdraw(winner?.id ?? '');
    });

    it('is one for each day whatever wrote it: the database refuses a second, and an officer twice in a session', async () => {
      const roster = await rosters.published('2026-12-21', '2026-12-22');
      const { roster: draft } = await rosters.propose('2026-12-22', '2026-12-23');
      const refused = (text: string, values: unknown[]) =>
        expect(rosters.service.dataSource.query(text, values)).rejects.toThrow(
          /roster_published_once|duty_never_twice/,
        );
      await refused(`UPDATE roster SET state = 'published' WHERE id = $1`, [draft.id]);
      await refused(
        `INSERT INTO duty (id, roster_id, site_id, day, session, role, officer_id)
         SELECT $1, roster_id, site_id, day, session, 'leader', officer_id FROM duty WHERE roster_id = $2 LIMIT 1`,
        [newId(), roster.id],
      );
      await rosters.withdraw(roster.id);
    });

    it('tells the public who leads on duty each open day', async () => {
      const roster = await rosters.published('2026-12-17', '2026-12-17');
      const leading = roster.days[0]?.sessions.map(({ session }) => {
        const { officerId } = dutyAt(roster, '2026-12-17', session, null);
        return roster.officers.find(({ id }) => id === officerId)?.name;
      });
      const leaders = async () => {
        const answer = await rosters.call('GET', `/weeks?from=2026-12-17&count=1&site=${HALL}`);
        const { weeks }: WeeksDto = answer.json();
        return weeks[0]?.sites[0]?.days.map(({ leader }) => leader);
      };
      expect(await leaders()).toEqual([null, null, null, [...new Set(leading)].join('、'), null, null, null]);
      await rosters.withdraw(roster.id);
      expect((await leaders())?.filter((leader) => leader !== null)).toEqual([]);
    });

    it('is not while a hard rule is broken', async () => {
      const { roster } = await rosters.propose('2026-12-17', '2026-12-18');
      const away = await rosters.absent(OFFICER_A, '2026-12-18');
      const alsoAway = await rosters.absent(OFFICER_B, '2026-12-18');
      const answer = await rosters.call('POST', `/rosters/${roster.id}/publish`, { version: roster.version });
      expect([answer.statusCode, answer.json().rule, answer.json().day]).toEqual([422, 'absent', '2026-12-18']);
      expect(answer.json().violations.map(({ rule }: { rule: string }) => rule)).toContain('post-unfilled');
      expect(await rosters.read(roster.id)).toMatchObject({ state: 'draft', version: roster.version });
      await rosters.back(alsoAway.id);
      await rosters.back(away.id);
    });
  });

  it('is not in force where a week of it breaks what extended service promises: rule and day are named', async () => {
    const body = { siteId: HALL, session: 'noon', open: false, reasonZh: '检修', reasonEn: 'Repairs' };
    const noon = await rosters.call('POST', '/schedule-exceptions', { payload: { ...body, day: '2026-12-16' } });
    const saturday = await rosters.call('POST', '/schedule-exceptions', {
      payload: { ...body, session: 'morning', day: '2026-12-19' },
    });
    const { roster } = await rosters.propose('2026-12-16', '2026-12-17');
    const refused = await rosters.call('POST', `/rosters/${roster.id}/publish`, { version: roster.version });
    expect(refused.json()).toMatchObject({ status: 422, rule: 'extended-service', day: '2026-12-16' });
    expect(refused.json().detail).toMatch(/^2026年12月16日（星期三）中午没有窗口开放.*请补足开放时间后再公布。$/);
    expect(refused.json().violations).toEqual([
      expect.objectContaining({ rule: 'noon-unbroken', day: '2026-12-16', siteId: HALL }),
      expect.objectContaining({ rule: 'weekend-half-day', day: '2026-12-19' }),
    ]);
    expect(await rosters.read(roster.id)).toMatchObject({ state: 'draft', version: roster.version });
    for (const one of [noon, saturday]) await rosters.call('DELETE', `/schedule-exceptions/${one.json().id}`);
    const kept = await rosters.published('2026-12-16', '2026-12-17');
    expect(kept.state).toBe('published');
    await rosters.withdraw(kept.id);
  });

  it('keeps a balance of what each has done and is owed', async () => {
    const roster = await rosters.published('2026-11-26', '2026-11-28');
    const saturday = dutyAt(roster, '2026-11-28', 'morning', HALL_POST).officerId;
    clock.set('2026-11-30T08:00:00+08:00');
    const balance: BalanceList = (await rosters.call('GET', `/rosters/balance?site=${HALL}`)).json();
    const own = balance.items.find(({ officerId }) => officerId === saturday);
    expect(own).toMatchObject({ turns: { weekend: 1, restWorked: 1, restGivenBack: 0 }, owedHalfDays: 1 });
    const { roster: next } = await rosters.propose('2026-11-30', '2026-12-04');
    expect(next.balance.find(({ officerId }) => officerId === saturday)).toMatchObject({
      carried: { weekend: 1 },
      period: { restGivenBack: 1 },
      owedHalfDays: 0,
    });
  });
});
