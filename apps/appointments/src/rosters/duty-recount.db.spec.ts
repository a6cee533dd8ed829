import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { RECOUNT } from '@app/common/calendar/recount.js';
import { CalendarDayDeclared, type CalendarDayDeclaredPayload } from '@app/common/contracts/hotline.events.js';
import { EventTaker } from '@app/common/messaging/event-taker.js';
import { newId } from '@app/common/persistence/id.js';
import { eventually } from '@app/common/testing/eventually.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HALL, HALL_POST } from '../seed/small-county.fixture.js';
import type { WindowRow } from '../sites/window.dto.js';
import type { BalanceList, RosterDetail } from './roster.dto.js';
import { dutyAt, RostersUnderTest } from './rosters-under-test.fixture.js';

jest.setTimeout(60_000);

const SATURDAY = '2026-11-28';

describe('a day that becomes another by the calendar', () => {
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let office: RostersUnderTest;
  let roster: RosterDetail;
  beforeAll(async () => {
    office = await RostersUnderTest.start(clock);
    roster = await office.published('2026-11-26', SATURDAY);
  });
  beforeEach(() => clock.set('2026-11-23T08:00:00+08:00'));
  afterAll(() => office.close());

  const declared = async (kind: CalendarDayDeclaredPayload['kind'], day = SATURDAY): Promise<void> => {
    const [app] = office.service.apps;
    await app?.get(EventTaker).take({
      id: newId(),
      subject: CalendarDayDeclared.subject,
      aggregateId: day,
      occurredAt: clock.now(),
      requestId: undefined,
      payload: { day, kind, reason: '抢修供水', declaredAt: clock.now().toISOString() },
    });
    for (const one of office.service.apps) await one.get(CalendarSource).reload(office.service.dataSource.manager);
  };
  const turnsOn = async (day: string): Promise<string[]> => {
    const rows = await office.service.dataSource.query<{ turn: string }[]>(
      'SELECT DISTINCT turn FROM duty WHERE roster_id = $1 AND day = $2 ORDER BY turn',
      [roster.id, day],
    );
    return rows.map(({ turn }) => turn);
  };
  /** Both rounds of it are over. */
  const recounted = (): Promise<void> =>
    eventually(async () => {
      clock.advance({ minutes: 1 });
      expect(await office.service.dataSource.query('SELECT 1 FROM timer WHERE kind = $1', [RECOUNT])).toEqual([]);
    });

  it('a Saturday to be worked is no weekend turn, and is one again when that is taken back', async () => {
    expect(await turnsOn(SATURDAY)).toEqual(['weekend']);
    await declared('working');
    await recounted();
    expect(await turnsOn(SATURDAY)).toEqual(['ordinary']);
    expect(await turnsOn('2026-11-26')).toEqual(['evening', 'noon', 'ordinary']);
    await declared('as_published');
    await recounted();
    expect(await turnsOn(SATURDAY)).toEqual(['weekend']);
    expect((await office.ledgerOf(roster.id)).slice(-2)).toEqual(['turns-recounted', 'turns-recounted']);
  });

  it('a Saturday shut by an exception after the roster was published is no weekend turn, and is one when that is taken back', async () => {
    const payload = {
      siteId: HALL,
      day: SATURDAY,
      session: 'morning',
      open: false,
      reasonZh: '检修',
      reasonEn: 'Repairs',
    };
    const made = await office.call('POST', '/schedule-exceptions', { payload });
    expect(made.statusCode).toBe(201);
    await recounted();
    expect(await turnsOn(SATURDAY)).toEqual(['ordinary']);
    const { id } = made.json<{ id: string }>();
    expect((await office.call('DELETE', `/schedule-exceptions/${id}`)).statusCode).toBe(200);
    await recounted();
    expect(await turnsOn(SATURDAY)).toEqual(['weekend']);
  });

  it('a Saturday that a window opens no more, by a new week of its own, is no weekend turn', async () => {
    const windows = async (): Promise<WindowRow[]> =>
      (await office.call('GET', `/windows?site=${HALL}`)).json<{ items: WindowRow[] }>().items;
    const open = async (patternOf: (window: WindowRow) => WindowRow['pattern']): Promise<void> => {
      for (const one of await windows()) {
        const payload = { sessions: patternOf(one) };
        const answer = await office.call('PUT', `/windows/${one.id}/pattern`, { payload, version: one.version });
        expect(answer.statusCode).toBe(200);
      }
    };
    const before = new Map((await windows()).map(({ id, pattern }) => [id, pattern]));
    await open(({ pattern }) => pattern.filter(({ weekday }) => weekday < 6));
    await recounted();
    expect(await turnsOn(SATURDAY)).toEqual(['ordinary']);
    await open(({ id }) => before.get(id) ?? []);
    await recounted();
    expect(await turnsOn(SATURDAY)).toEqual(['weekend']);
  });

  it('nobody gets a half-day back for a Saturday that was made a working day', async () => {
    const officerId = dutyAt(roster, SATURDAY, 'morning', HALL_POST).officerId;
    await declared('working');
    await recounted();
    clock.set('2026-11-30T08:00:00+08:00');
    const balance: BalanceList = (await office.call('GET', `/rosters/balance?site=${HALL}`)).json();
    expect(balance.items.find((one) => one.officerId === officerId)).toMatchObject({
      turns: { weekend: 0, restWorked: 0 },
      owedHalfDays: 0,
    });
    // What has been worked stays as it was worked.
    await declared('as_published');
    await recounted();
    expect(await turnsOn(SATURDAY)).toEqual(['ordinary']);
  });
});
