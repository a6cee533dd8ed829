import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HALL, HALL_ONE, HALL_POST, ID_CARD, OFFICER_A, OFFICER_B } from '../seed/small-county.fixture.js';
import { DutyLeaders } from './duty-leaders.js';
import type { RosterDetail } from './roster.dto.js';
import { dutyAt, RostersUnderTest } from './rosters-under-test.fixture.js';

jest.setTimeout(120_000);

const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const DAY = '2026-11-25';

describe('when A is away', () => {
  let rosters: RostersUnderTest;
  let roster: RosterDetail;
  beforeAll(async () => {
    // A Monday.
    rosters = await RostersUnderTest.start(new FakeClock('2026-11-23T08:00:00+08:00'));
    roster = await rosters.published('2026-11-24', '2026-11-27');
  });
  afterAll(() => rosters.close());

  async function book(day: string, from: string, to: string): Promise<string> {
    const id = newId();
    await rosters.service.dataSource.query(
      `INSERT INTO booking (id, resource_kind, resource_id, during, state, held_until, code, site_id, item_code, day,
         start_at, end_at, channel, created_at, sealed_phone, phone_fingerprint, receives_text, language)
       VALUES ($1, 'window', $2, tstzrange($3, $4), 'confirmed', $3, $1::uuid::text, $5, $6, $7, $3, $4, 'web', now(), $8,
         $9, true, 'zh-CN')`,
      [
        id,
        HALL_ONE,
        at(day, from),
        at(day, to),
        HALL,
        ID_CARD,
        day,
        rosters.service.box.seal('+8613800000001'),
        newId(),
      ],
    );
    return id;
  }

  it('B takes over by itself, the window stays open, and A has the duties again when back early', async () => {
    const own = dutyAt(roster, DAY, 'morning', HALL_POST);
    const [away, other] = own.officerId === OFFICER_A ? [OFFICER_A, OFFICER_B] : [OFFICER_B, OFFICER_A];
    const report = await rosters.absent(away, DAY);
    expect(report.closed).toEqual([]);
    expect(report.duties.find(({ dutyId }) => dutyId === own.id)).toMatchObject({
      day: DAY,
      session: 'morning',
      postId: HALL_POST,
      takenOverBy: other,
    });
    const during = await rosters.read(roster.id);
    expect(dutyAt(during, DAY, 'morning', HALL_POST)).toMatchObject({ officerId: other, tookOverFrom: away });
    expect(await rosters.freeOn(DAY)).toContain(at(DAY, '10:00'));
    expect(await rosters.ledgerOf(roster.id)).toContain('took-over');
    expect(await rosters.back(report.id)).toContain(own.id);
    expect(dutyAt(await rosters.read(roster.id), DAY, 'morning', HALL_POST)).toMatchObject({
      officerId: away,
      tookOverFrom: null,
    });
    expect(await rosters.ledgerOf(roster.id)).toContain('given-back');
  });

  it('and B too, the window closes and whoever booked it is told', async () => {
    const code = await book(DAY, '10:00', '10:15');
    const untouched = await book('2026-11-26', '10:00', '10:15');
    const first = await rosters.absent(OFFICER_A, DAY);
    const second = await rosters.absent(OFFICER_B, DAY);
    expect(second.duties.every(({ postId, takenOverBy }) => postId === null || takenOverBy === null)).toBe(true);
    expect([...first.closed, ...second.closed]).toEqual([{ code, startAt: at(DAY, '10:00') }]);
    expect(await rosters.freeOn(DAY)).not.toContain(at(DAY, '11:00'));
    const told = () =>
      rosters.service.dataSource.query<{ about: string; template: string }[]>(
        `SELECT payload->>'aboutId' AS about, payload->>'template' AS template FROM outbox
          WHERE aggregate_id = ANY ($1::text[]) ORDER BY seq`,
        [[code, untouched]],
      );
    expect(await told()).toEqual([{ about: code, template: 'booking_closed' }]);
    await rosters.back(first.id);
    await rosters.back(second.id);
    expect(await told()).toEqual([
      { about: code, template: 'booking_closed' },
      { about: code, template: 'booking_open_again' },
    ]);
    expect(await rosters.freeOn(DAY)).toContain(at(DAY, '11:00'));
  });

  it('while a planner is changing the roster, neither loses the other’s work', async () => {
    const standing = await rosters.read(roster.id);
    const own = dutyAt(standing, '2026-11-27', 'morning', HALL_POST);
    const other = own.officerId === OFFICER_A ? OFFICER_B : OFFICER_A;
    const [report, changed] = await Promise.all([
      rosters.absent(own.officerId, '2026-11-27'),
      rosters.call('PUT', `/rosters/${roster.id}/duties/${own.id}`, {
        payload: { officerId: other },
        version: standing.version,
        process: 1,
      }),
    ]);
    expect([200, 412]).toContain(changed.statusCode);
    const after = await rosters.read(roster.id);
    expect(dutyAt(after, '2026-11-27', 'morning', HALL_POST).officerId).toBe(other);
    expect(report.duties.some(({ dutyId }) => dutyId === own.id)).toBe(changed.statusCode === 412);
    await rosters.back(report.id);
  });

  it('another of those who may leads', async () => {
    const lead = dutyAt(roster, DAY, 'afternoon', null);
    const report = await rosters.absent(lead.officerId, DAY);
    const taken = report.duties.find(({ dutyId }) => dutyId === lead.id)?.takenOverBy;
    expect(taken).toEqual(expect.any(String));
    const [app] = rosters.service.apps;
    const leaders = await app
      ?.get(DutyLeaders)
      .read(rosters.service.dataSource.manager, [HALL], { fromDay: DAY, toDay: DAY });
    expect(leaders?.map(({ session }) => session)).toEqual(expect.arrayContaining(['morning', 'afternoon']));
    await rosters.back(report.id);
  });
});
