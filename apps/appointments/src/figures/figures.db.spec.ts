import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AppointmentsCalls } from '../appointments-calls.fixture.js';
import { appointmentsUnderTest, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { booked } from '../desk/booked.fixture.js';
import { CARE, HALL, HALL_ONE, HALL_VISITS, ID_CARD, TOWNSHIP } from '../seed/small-county.fixture.js';
import type { FiguresDto, FiguresRow } from './figures.dto.js';

jest.setTimeout(60_000);

const LEADER = staff('leader');
const MONDAY = '2026-11-23';
const SATURDAY = '2026-11-28';

describe('the figures of the small county', () => {
  const clock = new FakeClock('2026-11-30T09:00:00+08:00');
  let service: AppointmentsUnderTest;
  let calls: AppointmentsCalls;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock);
    calls = new AppointmentsCalls(service, clock);
    await aMondayAtTheHall();
  });
  afterAll(() => service.close());

  const at = (time: string, day = MONDAY): string => `${day}T${time.padEnd(8, ':00')}+08:00`;
  const read = async (query: Record<string, string>): Promise<FiguresDto> =>
    (await calls.send<FiguresDto>(LEADER, 'GET', '/figures', { query: { from: MONDAY, to: MONDAY, ...query } })).body;
  const rowOf = (figures: FiguresDto, key: string): FiguresRow | undefined =>
    figures.rows.find((row) => row.key === key);

  let numbers = 0;
  const visit = (over: {
    arrived: string;
    called?: string;
    served?: string;
    ended?: string;
    day?: string;
    turn?: string;
    bookingId?: string;
    state: 'waiting' | 'finished' | 'left' | 'unserved';
  }): Promise<unknown> =>
    service.dataSource.query(
      `INSERT INTO visit (id, site_id, day, number, state, item_code, booking_id, green, late, turn_at, arrived_at,
         window_id, calls, first_called_at, called_at, served_at, ended_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, false, false, $8, $9, $10, 1, $11, $11, $12, $13)`,
      [
        newId(),
        HALL,
        over.day ?? MONDAY,
        ++numbers,
        over.state,
        ID_CARD,
        over.bookingId ?? null,
        at(over.turn ?? over.arrived, over.day),
        at(over.arrived, over.day),
        over.called === undefined ? null : HALL_ONE,
        over.called === undefined ? null : at(over.called, over.day),
        over.served === undefined ? null : at(over.served, over.day),
        over.ended === undefined ? null : at(over.ended, over.day),
      ],
    );

  /** Five bookings and six citizens at window 1, worked out by hand below. */
  async function aMondayAtTheHall(): Promise<void> {
    const { dataSource } = service;
    const home = { windowId: HALL_VISITS, itemCode: CARE, homeVisit: true, minutes: 60 };
    const first = await booked(dataSource, {
      startAt: at('09:00'),
      state: 'served',
      createdAt: at('09:00', '2026-11-22'),
    });
    await booked(dataSource, { startAt: at('09:30'), state: 'missed', createdAt: at('09:30', '2026-11-21') });
    await booked(dataSource, { startAt: at('12:00'), createdAt: at('01:30') });
    await booked(dataSource, { startAt: at('14:00'), state: 'served', createdAt: at('14:00', '2026-11-20'), ...home });
    await booked(dataSource, { startAt: at('10:00'), state: 'cancelled' });
    await visit({
      state: 'finished',
      bookingId: first.id,
      arrived: '08:40',
      turn: '09:00',
      called: '09:04',
      served: '09:05',
      ended: '09:20',
    });
    await visit({ state: 'finished', arrived: '09:10', called: '09:31', served: '09:31', ended: '09:41' });
    await visit({ state: 'finished', arrived: '12:05', called: '12:05:50', served: '12:06', ended: '12:16' });
    await visit({ state: 'left', arrived: '10:00', called: '10:40', ended: '10:45' });
    await visit({ state: 'unserved', arrived: '11:00' });
    await visit({
      state: 'finished',
      day: SATURDAY,
      arrived: '09:00',
      called: '09:10',
      served: '09:10',
      ended: '09:30',
    });
  }

  it('by site are those worked out by hand', async () => {
    const figures = await read({ by: 'site' });
    expect(figures).toMatchObject({ asOf: '2026-11-30T01:00:00.000Z', from: MONDAY, to: MONDAY, by: 'site' });
    expect(rowOf(figures, HALL)).toEqual({
      key: HALL,
      nameZh: expect.stringContaining('政务服务大厅'),
      nameEn: expect.stringContaining('Service Hall'),
      // Window 1: 3 h, 1.5 h, 4 h; window 2: 3 h, 4 h. The officers who go to people’s homes have no counter.
      windowUse: { servedMinutes: 35, openMinutes: 930, share: 0.0376 },
      // One place at window 1, seven at window 2, one team for home visits.
      sessions: [
        { session: 'morning', bookedMinutes: 30, offeredMinutes: 1620, share: 0.0185 },
        { session: 'noon', bookedMinutes: 15, offeredMinutes: 90, share: 0.1667 },
        { session: 'afternoon', bookedMinutes: 60, offeredMinutes: 2160, share: 0.0278 },
      ],
      // 4 (from nine, the time booked), 21, 0, 40.
      wait: { called: 4, medianMinutes: 4, p90Minutes: 40 },
      noShow: { due: 3, missed: 1, rate: 0.3333 },
      // Three served, one who had gone when called, one whom nobody called.
      unserved: { came: 5, unserved: 1, share: 0.2 },
      // Three at the window, one at home; one of them at noon.
      extended: { served: 4, extended: 1, share: 0.25 },
      // 10, 24, 48, 72.
      leadTime: { bookings: 4, medianHours: 24, p90Hours: 72 },
    });
    expect(rowOf(figures, TOWNSHIP)).toMatchObject({
      windowUse: { servedMinutes: 0, openMinutes: 420, share: 0 },
      noShow: { due: 0, missed: 0, rate: null },
    });
    expect(figures.total).toMatchObject({ key: 'total', windowUse: { servedMinutes: 35, openMinutes: 1350 } });
  });

  it('by item have no open time: a window is open for all it does', async () => {
    const figures = await read({ by: 'item' });
    expect(figures.rows.map(({ key }) => key)).toEqual([CARE, ID_CARD]);
    expect(rowOf(figures, ID_CARD)).toMatchObject({
      windowUse: { servedMinutes: 35, openMinutes: null, share: null },
      sessions: [
        { session: 'morning', bookedMinutes: 30, offeredMinutes: null, share: null },
        { session: 'noon', bookedMinutes: 15, offeredMinutes: null, share: null },
      ],
      noShow: { due: 2, missed: 1, rate: 0.5 },
      extended: { served: 3, extended: 1, share: 0.3333 },
    });
    expect(rowOf(figures, CARE)).toMatchObject({ extended: { served: 1, extended: 0, share: 0 } });
  });

  it('by week count weekends as extended service, and are narrowed to a site', async () => {
    const figures = await read({ by: 'week', to: '2026-12-06', site: HALL });
    expect(figures.rows.map(({ key }) => key)).toEqual(['2026-11-23', '2026-11-30']);
    expect(rowOf(figures, '2026-11-23')).toMatchObject({
      nameZh: null,
      extended: { served: 5, extended: 2, share: 0.4 },
      wait: { called: 5, medianMinutes: 10, p90Minutes: 40 },
    });
    expect(rowOf(figures, '2026-11-30')).toMatchObject({ extended: { served: 0, extended: 0, share: null } });
    const elsewhere = await read({ by: 'week', site: TOWNSHIP });
    expect(elsewhere.total).toMatchObject({ extended: { served: 0 }, windowUse: { openMinutes: 420 } });
  });

  it('are of 92 days at most, and of days that exist', async () => {
    const ask = (query: Record<string, string>) => calls.send(LEADER, 'GET', '/figures', { query });
    expect((await ask({ from: '2026-09-01', to: '2026-12-01', by: 'site' })).status).toBe(200);
    for (const to of ['2026-12-02', '2026-08-31']) {
      expect(await ask({ from: '2026-09-01', to, by: 'site' })).toMatchObject({
        status: 422,
        body: { rule: 'figures-period', days: 92 },
      });
    }
    expect((await ask({ from: '2026-02-30', to: MONDAY, by: 'site' })).status).toBe(400);
    expect((await ask({ from: MONDAY, to: MONDAY, by: 'moon' })).status).toBe(400);
    expect((await ask({ from: '2031-01-01', to: '2031-01-31', by: 'week' })).status).toBe(200);
  });

  it('go into a spreadsheet, where a name is no formula', async () => {
    await service.dataSource.query('UPDATE service_item SET name_en = $1 WHERE code = $2', ['=HYPERLINK("x")', CARE]);
    const { text, headers } = await calls.send(LEADER, 'GET', '/figures/csv', {
      query: { from: MONDAY, to: MONDAY, by: 'item' },
    });
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text.startsWith('\uFEFF代码 Code,')).toBe(true);
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^home-care,home-care,"'=HYPERLINK\(""x""\)",0,,/);
    expect(new Set(lines.slice(2).map((line) => line.split(',').length)).size).toBe(1);
  });

  it('are not for those who count nobody', async () => {
    const query = { from: MONDAY, to: MONDAY, by: 'site' };
    expect((await calls.send(staff('operator'), 'GET', '/figures', { query })).status).toBe(403);
    expect((await calls.send(null, 'GET', '/figures/csv', { query })).status).toBe(401);
  });
});
