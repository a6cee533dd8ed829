import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RECOUNT } from '@app/common/calendar/recount.js';
import { CalendarDayDeclared, BreachRecorded } from '@app/common/contracts/hotline.events.js';
import { eventually } from '@app/common/testing/eventually.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { TimerWorker } from '@app/common/timers/timer-worker.js';
import { HotlineUnderTest, MONDAY_NINE, PEOPLE, type Answer } from '../testing/hotline-under-test.fixture.js';
import { TicketWay } from '../testing/ticket-way.fixture.js';
import type { TicketLedgerPageDto } from '../tickets/ticket.dto.js';
import type { DeclaredDayPageDto } from './calendar-day.dto.js';

// More tickets than one batch are registered one by one, on a machine that may be busy.
jest.setTimeout(30_000);

const ADMIN = staff('admin');

describe('a day declared by an administrator', () => {
  let hotline: HotlineUnderTest;
  let way: TicketWay;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
    way = new TicketWay(hotline);
  });
  beforeEach(() => hotline.clock.set(MONDAY_NINE));
  afterAll(() => hotline.close());

  const declare = <T>(day: string, kind: string, reason = '台风停工'): Promise<Answer<T>> =>
    hotline.send<T>(ADMIN, 'POST', '/calendar-days', { body: { day, kind, reason } });

  /** Lets the limits be counted again, every batch of them. */
  const recounted = (): Promise<void> =>
    eventually(async () => {
      await hotline.app.get(TimerWorker).runDue();
      const due: unknown[] = await hotline.dataSource.query('SELECT 1 FROM timer WHERE kind = $1 AND due_at <= $2', [
        RECOUNT,
        hotline.clock.now(),
      ]);
      if (due.length > 0) throw new Error('not counted yet');
    });

  const dueAt = async (id: string): Promise<string | null> => (await way.read(PEOPLE.inspector, id)).clock.dueAt;

  it('free moves the open limits, their cards with them, and leaves those that are met', async () => {
    const open = await way.accepted();
    const met = await way.replied();
    expect(await dueAt(open.id)).toBe('2026-11-30T09:30:00.000Z');
    expect(await declare('2026-11-25', 'free')).toMatchObject({
      status: 200,
      body: { day: '2026-11-25', kind: 'free' },
    });
    await recounted();
    expect(await dueAt(open.id)).toBe('2026-12-01T09:30:00.000Z');
    const ledger = await hotline.send<TicketLedgerPageDto>(PEOPLE.inspector, 'GET', `/tickets/${open.id}/ledger`);
    expect(ledger.body.items.find(({ action }) => action === 'limit_recounted')?.detail).toEqual({
      clock: 'reply',
      from: '2026-11-30T09:30:00.000Z',
      dueAt: '2026-12-01T09:30:00.000Z',
    });
    const metLedger = await hotline.send<TicketLedgerPageDto>(PEOPLE.inspector, 'GET', `/tickets/${met.id}/ledger`);
    expect(metLedger.body.items.map(({ action }) => action)).not.toContain('limit_recounted');

    hotline.clock.set('2026-11-30T18:00:00+08:00');
    await hotline.runTimers();
    expect(await way.read(PEOPLE.handler, open.id)).toMatchObject({ card: 'yellow', clock: { state: 'near' } });
    hotline.clock.set('2026-12-01T17:30:00+08:00');
    await hotline.runTimers();
    expect(await way.read(PEOPLE.handler, open.id)).toMatchObject({ card: 'red', clock: { state: 'over' } });
    expect(await hotline.told(BreachRecorded, open.id)).toHaveLength(1);
  });

  it('counts for limits that begin later, and no more once it is taken back', async () => {
    await declare('2026-11-26', 'free');
    const { id } = await way.accepted();
    const later = await dueAt(id);
    await declare('2026-11-26', 'as_published', '停工取消');
    await recounted();
    const earlier = await dueAt(id);
    expect(Date.parse(later ?? '') - Date.parse(earlier ?? '')).toBe(24 * 3600_000);
    const { body } = await hotline.send<DeclaredDayPageDto>(PEOPLE.handler, 'GET', '/calendar-days');
    expect(body.items.map(({ day }) => day)).not.toContain('2026-11-26');
  });

  it('also reaches a limit that another process began by the old calendar meanwhile', async () => {
    const { id } = await way.accepted();
    await declare('2026-11-27', 'free');
    await recounted();
    const moved = await dueAt(id);
    // As that process commits it: counted without the day.
    await hotline.dataSource.query(
      `UPDATE ticket_clock SET due_at = due_at - interval '1 day' WHERE ticket_id = $1 AND kind = 'reply'`,
      [id],
    );
    hotline.clock.set(new Date(Date.parse(MONDAY_NINE) + 60_000));
    await recounted();
    expect(await dueAt(id)).toBe(moved);
  });

  it('moves more limits than one batch holds', async () => {
    await Promise.all(Array.from({ length: 100 }, () => way.registered()));
    const transfers = async (): Promise<string[]> => {
      const rows = await hotline.dataSource.query<{ due: string }[]>(
        `SELECT DISTINCT due_at::text AS due FROM ticket_clock
          WHERE kind = 'transfer' AND met_at IS NULL AND started_at >= $1`,
        [new Date(MONDAY_NINE)],
      );
      return rows.map(({ due }) => due);
    };
    const before = await transfers();
    await declare('2026-11-24', 'free');
    await recounted();
    const after = await transfers();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });

  it('is told to the other services, and stands in the ledger with its reason', async () => {
    await declare('2026-10-10', 'free', '洪水');
    expect(await hotline.told(CalendarDayDeclared, '2026-10-10')).toEqual([
      { day: '2026-10-10', kind: 'free', reason: '洪水', declaredAt: new Date(MONDAY_NINE).toISOString() },
    ]);
    const ledger: unknown = await hotline.dataSource.query(
      `SELECT action, reason, actor_role FROM ledger WHERE item_type = 'calendar' AND item_id = '2026-10-10'`,
    );
    expect(ledger).toEqual([{ action: 'day_declared', reason: '洪水', actor_role: 'admin' }]);
    const { body } = await hotline.send<DeclaredDayPageDto>(PEOPLE.operator, 'GET', '/calendar-days?limit=1');
    expect(body.items).toHaveLength(1);
    expect(body.next).not.toBeNull();
  });

  it('replaces what was read, or nothing', async () => {
    const body = { day: '2026-10-12', kind: 'free', reason: '洪水' };
    const send = (replaces: string | null, over = {}): Promise<Answer<{ declaredAt: string }>> =>
      hotline.send(ADMIN, 'POST', '/calendar-days', { body: { ...body, ...over, replaces } });
    const first = await send(null);
    expect(first.status).toBe(200);
    const { declaredAt } = first.body;
    expect(await send(null)).toMatchObject({
      status: 409,
      body: { type: '/problems/calendar-changed', current: declaredAt },
    });
    hotline.clock.set(new Date(Date.parse(MONDAY_NINE) + 60_000));
    expect((await send(declaredAt, { kind: 'as_published' })).status).toBe(200);
    expect(await send(declaredAt)).toMatchObject({ status: 409, body: { current: null } });
    expect(await hotline.told(CalendarDayDeclared, body.day)).toHaveLength(2);
  });

  it('is refused where it is no day, has no reason, or lies in a year nobody has published', async () => {
    expect(await declare('2026-02-30', 'free')).toMatchObject({ status: 400 });
    expect(await declare('2026-11-25', 'free', '')).toMatchObject({ status: 400 });
    expect(await declare('2026-11-25', 'holiday')).toMatchObject({ status: 400 });
    expect(await declare('2099-01-04', 'free')).toMatchObject({
      status: 422,
      body: { rule: 'calendar-year-unknown', year: 2099 },
    });
  });
});
