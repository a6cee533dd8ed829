import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AppointmentsCalls } from '../appointments-calls.fixture.js';
import { appointmentsUnderTest, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { booked } from '../desk/booked.fixture.js';
import { HALL } from '../seed/small-county.fixture.js';
import type { FiguresDto } from './figures.dto.js';

jest.setTimeout(60_000);

const LEADER = staff('leader');
const KEEP_OPENED = 'figures.keep-opened';
const MONDAY = '2026-11-23';
const NEXT_MONDAY = '2026-11-30';
/** Window 1 of the hall: 3 h, 1.5 h, 4 h; window 2: 3 h, 4 h. */
const OPEN_ON_A_MONDAY = 930;
const OPEN_ON_A_SATURDAY = 270;

describe('what was open on days that are over', () => {
  const clock = new FakeClock(`${NEXT_MONDAY}T09:00:00+08:00`);
  let service: AppointmentsUnderTest;
  let calls: AppointmentsCalls;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock);
    calls = new AppointmentsCalls(service, clock);
    await booked(service.dataSource, { startAt: `${MONDAY}T09:00:00+08:00`, state: 'served' });
    await calls.recurs(KEEP_OPENED);
  });
  afterAll(() => service.close());

  const read = async (query: Record<string, string>): Promise<FiguresDto> =>
    (await calls.send<FiguresDto>(LEADER, 'GET', '/figures', { query: { site: HALL, ...query } })).body;
  const openMinutes = async (day: string): Promise<number | null> =>
    (await read({ from: day, to: day, by: 'site' })).total.windowUse.openMinutes;
  const daysKept = async (): Promise<string[]> =>
    (await service.dataSource.query<{ day: string }[]>('SELECT day::text AS day FROM opened_day ORDER BY day')).map(
      ({ day }) => day,
    );

  it('is kept from the first day anybody booked for to yesterday, days off too', async () => {
    const days = await daysKept();
    expect(days).toHaveLength(7);
    expect([days.at(0), days.at(-1)]).toEqual([MONDAY, '2026-11-29']);
  });

  it('does not change with the schedule: a pattern taken off today leaves last week’s use of windows as it was', async () => {
    const lastWeek = { from: MONDAY, to: '2026-11-29', by: 'week' };
    const before = await read(lastWeek);
    expect(before.total.windowUse.openMinutes).toBe(5 * OPEN_ON_A_MONDAY + OPEN_ON_A_SATURDAY);
    await service.dataSource.query(`DELETE FROM window_pattern WHERE session = 'noon'`);
    expect(await read(lastWeek)).toEqual(before);
    expect(await openMinutes(MONDAY)).toBe(OPEN_ON_A_MONDAY);
    // Today is open as it is planned now: without window 1's noon.
    expect(await openMinutes(NEXT_MONDAY)).toBe(OPEN_ON_A_MONDAY - 90);
  });

  it('of past days and days to come together is what was kept and what is planned', async () => {
    const [past, planned] = [await openMinutes(MONDAY), await openMinutes(NEXT_MONDAY)];
    const both = await read({ from: MONDAY, to: NEXT_MONDAY, by: 'week' });
    expect(both.rows.map(({ key }) => key)).toEqual([MONDAY, NEXT_MONDAY]);
    expect(both.rows.at(1)?.windowUse.openMinutes).toBe(planned);
    expect(both.rows.at(0)?.sessions.find(({ session }) => session === 'noon')?.offeredMinutes).toBe(5 * 90);
    expect(past).toBe(OPEN_ON_A_MONDAY);
  });

  it('is not known of the days before anybody booked: they do not thin out the others', async () => {
    const before = await read({ from: '2026-11-16', to: '2026-11-22', by: 'week' });
    expect(before.total.windowUse).toEqual({ servedMinutes: 0, openMinutes: 0, share: null });
    const both = await read({ from: '2026-11-16', to: MONDAY, by: 'week' });
    expect(both.total.windowUse.openMinutes).toBe(OPEN_ON_A_MONDAY);
  });

  it('is made up for the days on which the service was down', async () => {
    clock.set('2026-12-05T10:00:00+08:00');
    await service.restart();
    await calls.runTimers(KEEP_OPENED);
    const days = await daysKept();
    expect(days).toHaveLength(12);
    expect(days.at(-1)).toBe('2026-12-04');
    expect(await openMinutes('2026-12-02')).toBe(OPEN_ON_A_MONDAY - 90);
  });
});
