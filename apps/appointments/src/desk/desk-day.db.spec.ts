import { BookingMissed, BookingUnserved } from '@app/common/contracts/appointments.events.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AppointmentsCalls, type Answer } from '../appointments-calls.fixture.js';
import { appointmentsUnderTest, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { CARE, HALL, HALL_ONE, HALL_SEVEN, HALL_VISITS, ID_CARD, PROPERTY } from '../seed/small-county.fixture.js';
import { booked, type Booked } from './booked.fixture.js';
import type { CalledDto, DeskBookingRow, DeskDayDto, DisplayDto, VisitRow } from './desk.dto.js';

jest.setTimeout(60_000);

const CLERK = staff('operator');
type Problem = { type: string; rule?: string; state?: string };

describe('the desk’s day', () => {
  const clock = new FakeClock('2026-11-23T09:00:00+08:00');
  let service: AppointmentsUnderTest;
  let calls: AppointmentsCalls;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock);
    calls = new AppointmentsCalls(service, clock);
  });
  beforeEach(() => clock.set('2026-11-23T09:00:00+08:00'));
  afterEach(async () => {
    await calls.atRest();
    await service.dataSource.query('TRUNCATE visit, queue_counter, post_left, booking CASCADE');
  });
  afterAll(() => service.close());

  const at = (time: string, day = '2026-11-23'): string => `${day}T${time}:00+08:00`;
  const day = async (query: Record<string, string> = {}): Promise<DeskDayDto> =>
    (await calls.send<DeskDayDto>(CLERK, 'GET', '/desk/day', { query: { site: HALL, ...query } })).body;
  const walkIn = async (itemCode = ID_CARD): Promise<VisitRow> =>
    (await calls.send<VisitRow>(CLERK, 'POST', '/desk/walk-ins', { body: { siteId: HALL, itemCode } })).body;
  const call = async (windowId: string): Promise<VisitRow | null> =>
    (await calls.send<CalledDto>(CLERK, 'POST', '/desk/calls', { body: { siteId: HALL, windowId } })).body.visit;
  const say = <T = DeskBookingRow>({ code }: Booked, what: 'missed' | 'served'): Promise<Answer<T>> =>
    calls.send<T>(CLERK, 'POST', `/desk/bookings/${code}/${what}`);
  const stateOf = async ({ id }: Booked): Promise<string | undefined> => {
    const [row] = await service.dataSource.query<{ state: string }[]>('SELECT state FROM booking WHERE id = $1', [id]);
    return row?.state;
  };

  it('shows who is booked, who waits in which order, and what each window does', async () => {
    const sealedPhone = service.box.seal('+8613812345678');
    await booked(service.dataSource, { startAt: at('09:15'), sealedPhone });
    const late = await booked(service.dataSource, { startAt: at('09:00') });
    await booked(service.dataSource, { startAt: at('09:30'), state: 'cancelled' });
    await booked(service.dataSource, { startAt: at('09:00', '2026-11-24') });
    await walkIn();
    await walkIn(PROPERTY);
    const first = await call(HALL_SEVEN);
    clock.set(at('09:20'));
    const read = await day();
    expect(read).toMatchObject({ siteId: HALL, day: '2026-11-23', asOf: '2026-11-23T01:20:00.000Z', more: false });
    expect(read.bookings.map(({ startAt, late: isLate, mayCheckIn }) => ({ startAt, isLate, mayCheckIn }))).toEqual([
      { startAt: '2026-11-23T01:00:00.000Z', isLate: true, mayCheckIn: true },
      { startAt: '2026-11-23T01:15:00.000Z', isLate: false, mayCheckIn: true },
    ]);
    expect(read.bookings[0]).toMatchObject({ code: late.code, phoneMasked: null, windowCode: '1', number: null });
    expect(read.bookings[1]?.phoneMasked).toBe('138****5678');
    expect(JSON.stringify(read)).not.toContain('sealed');
    expect(read.visits.map(({ number, state }) => ({ number, state }))).toEqual([
      { number: 1, state: 'waiting' },
      { number: 2, state: 'called' },
    ]);
    const windows = new Map(read.windows.map((window) => [window.id, window]));
    expect(windows.get(HALL_ONE)).toMatchObject({ visitId: null, waiting: 1, lastActAt: null, itemCodes: [ID_CARD] });
    expect(windows.get(HALL_SEVEN)).toMatchObject({
      visitId: first?.id,
      waiting: 0,
      left: false,
      lastActAt: '2026-11-23T01:00:00.000Z',
    });
    expect((await day({ day: '2026-11-24' })).bookings).toHaveLength(1);
  });

  it('reports a post that is left while citizens wait for it (脱岗), not before ten minutes', async () => {
    const left = async (): Promise<string[]> =>
      (await day()).windows.filter((window) => window.left).map(({ code }) => code);
    await walkIn();
    clock.set(at('09:10'));
    expect(await left()).toEqual([]);
    clock.set(at('09:11'));
    expect(await left()).toEqual(['1']);
    const visit = await call(HALL_ONE);
    expect(await left()).toEqual([]);
    await calls.send(CLERK, 'POST', `/visits/${visit?.id}/serve`);
    await calls.send(CLERK, 'POST', `/visits/${visit?.id}/finish`);
    await walkIn();
    expect(await left()).toEqual([]);
    clock.set(at('17:45'));
    expect(await left()).toEqual([]);
  });

  it('keeps each time a post was left, once, in the ledger and with the window’s day', async () => {
    const leftToday = async (): Promise<number | undefined> =>
      (await day()).windows.find(({ id }) => id === HALL_ONE)?.leftToday;
    const before = await calls.done('window', HALL_ONE);
    await walkIn();
    clock.set(at('09:10'));
    await calls.recurs('desk.posts-left');
    expect(await leftToday()).toBe(0);
    for (const time of ['09:11', '09:12', '09:30']) {
      clock.set(at(time));
      await calls.recurs('desk.posts-left');
      expect(await leftToday()).toBe(1);
    }
    const visit = await call(HALL_ONE);
    await calls.send(CLERK, 'POST', `/visits/${visit?.id}/serve`);
    await calls.send(CLERK, 'POST', `/visits/${visit?.id}/finish`);
    await walkIn();
    clock.set(at('09:41'));
    await calls.recurs('desk.posts-left');
    expect(await leftToday()).toBe(2);
    expect(await calls.done('window', HALL_ONE)).toEqual([...before, 'post_left', 'post_left']);
    expect((await day()).windows.find(({ id }) => id === HALL_SEVEN)?.leftToday).toBe(0);
  });

  it('is not there for a site nobody knows, nor for a day that is none', async () => {
    const unknown = { query: { site: '0190a000-0000-7000-8000-000000000999' } };
    expect((await calls.send(CLERK, 'GET', '/desk/day', unknown)).status).toBe(404);
    expect((await calls.send(null, 'GET', `/displays/${unknown.query.site}`)).status).toBe(404);
    expect((await calls.send(CLERK, 'GET', '/desk/day', { query: { site: HALL, day: '2026-02-30' } })).status).toBe(
      400,
    );
  });

  it('hangs in the waiting room as numbers only', async () => {
    await walkIn();
    await walkIn();
    await call(HALL_ONE);
    const { body } = await calls.send<DisplayDto>(null, 'GET', `/displays/${HALL}`);
    expect(body).toEqual({
      asOf: '2026-11-23T01:00:00.000Z',
      siteNameZh: expect.stringContaining('政务服务大厅'),
      siteNameEn: expect.stringContaining('Service Hall'),
      called: [{ number: 1, windowCode: '1', calledAt: '2026-11-23T01:00:00.000Z' }],
      waiting: 1,
      next: [2],
    });
  });

  it('lets the clerk say that somebody did not come, once the citizen is late', async () => {
    const booking = await booked(service.dataSource, { startAt: at('09:00') });
    clock.set(at('09:15'));
    expect(await say<Problem>(booking, 'missed')).toMatchObject({ status: 422, body: { rule: 'not-late-yet' } });
    clock.set(at('09:16'));
    expect(await say(booking, 'missed')).toMatchObject({ status: 200, body: { state: 'missed', late: false } });
    expect(await calls.told(BookingMissed, booking.id)).toEqual([
      expect.objectContaining({ missedAt: '2026-11-23T01:16:00.000Z' }),
    ]);
    expect(await say<Problem>(booking, 'missed')).toMatchObject({ status: 409, body: { state: 'missed' } });
    expect(await calls.told(BookingMissed, booking.id)).toHaveLength(1);
  });

  it('refuses to call missed who has checked in: they are called and passed over at the window', async () => {
    const booking = await booked(service.dataSource, { startAt: at('09:00') });
    const body = { code: booking.code, siteId: HALL };
    const { body: visit } = await calls.send<VisitRow>(CLERK, 'POST', '/desk/check-ins', { body });
    clock.set(at('09:30'));
    expect(await say<Problem>(booking, 'missed')).toMatchObject({
      status: 409,
      body: { type: expect.stringMatching(/citizen-arrived$/), state: 'arrived', title: '群众已签到' },
    });
    expect(await stateOf(booking)).toBe('arrived');
    expect(await calls.told(BookingMissed, booking.id)).toEqual([]);
    expect(await calls.done('booking', booking.id)).toEqual(['arrived']);
    expect((await call(HALL_ONE))?.id).toBe(visit.id);
  });

  it('counts a home visit as served when the officer says so, and never as missed by itself', async () => {
    const home = { windowId: HALL_VISITS, itemCode: CARE, homeVisit: true, minutes: 60 };
    const visit = await booked(service.dataSource, { startAt: at('09:30'), ...home });
    const counter = await booked(service.dataSource, { startAt: at('09:00') });
    expect(await say<Problem>(visit, 'served')).toMatchObject({ status: 422, body: { rule: 'not-begun-yet' } });
    expect(await say<Problem>(counter, 'served')).toMatchObject({ status: 422, body: { rule: 'not-a-home-visit' } });
    clock.set(at('12:30'));
    await calls.recurs('desk.session-over');
    expect(await stateOf(visit)).toBe('confirmed');
    expect(await say(visit, 'served')).toMatchObject({ status: 200, body: { state: 'served' } });
  });

  it('ends with the session for those who never came: the last minute before nobody, then all of them, once', async () => {
    const [first, last, noon] = [
      await booked(service.dataSource, { startAt: at('09:00') }),
      await booked(service.dataSource, { startAt: at('11:45') }),
      await booked(service.dataSource, { startAt: at('12:30') }),
    ];
    clock.set(at('11:59'));
    await calls.recurs('desk.session-over');
    expect(await stateOf(first)).toBe('confirmed');
    clock.set(at('12:05'));
    await calls.recurs('desk.session-over');
    expect([await stateOf(first), await stateOf(last), await stateOf(noon)]).toEqual(['missed', 'missed', 'confirmed']);
    clock.set(at('12:20'));
    await calls.recurs('desk.session-over');
    expect(await calls.told(BookingMissed, first.id)).toHaveLength(1);
    expect(await calls.done('booking', first.id)).toEqual(['missed']);
  });

  it('finds them also when the service was down at the end of the session', async () => {
    const booking = await booked(service.dataSource, { startAt: at('16:00') });
    await service.restart();
    clock.set(at('08:00', '2026-11-25'));
    await calls.runTimers('desk.session-over');
    expect(await stateOf(booking)).toBe('missed');
    expect(await calls.told(BookingMissed, booking.id)).toHaveLength(1);
  });

  it('closes web and SMS for a while to a phone that has missed three times', async () => {
    const phoneFingerprint = service.box.fingerprint('+8613812345678');
    const blocks = (): Promise<{ until: Date }[]> =>
      service.dataSource.query('SELECT until FROM phone_block WHERE phone_fingerprint = $1', [phoneFingerprint]);
    for (const [i, missedDay] of ['2026-11-18', '2026-11-19', '2026-11-20'].entries()) {
      const booking = await booked(service.dataSource, { startAt: at('09:00', missedDay), phoneFingerprint });
      expect(await blocks()).toEqual([]);
      clock.set(at(i === 1 ? '12:05' : '09:20', missedDay));
      if (i === 1) await calls.recurs('desk.session-over');
      else expect((await say(booking, 'missed')).status).toBe(200);
    }
    expect((await blocks())[0]?.until).toEqual(new Date(at('09:00', '2026-12-20')));
  });

  it('does not take for missed who checks in as the session ends', async () => {
    const booking = await booked(service.dataSource, { startAt: at('11:30') });
    clock.set(at('11:59'));
    const body = { code: booking.code, siteId: HALL };
    expect((await calls.send(CLERK, 'POST', '/desk/check-ins', { body })).status).toBe(201);
    clock.set(at('12:05'));
    await calls.recurs('desk.session-over');
    expect(await stateOf(booking)).toBe('arrived');
  });

  it('ends after closing for those the windows did not get to: unserved, and no no-show of theirs', async () => {
    const phoneFingerprint = service.box.fingerprint('+8613812345678');
    const booking = await booked(service.dataSource, { startAt: at('17:00'), phoneFingerprint });
    clock.set(at('16:50'));
    const body = { code: booking.code, siteId: HALL };
    const arrived = (await calls.send<VisitRow>(CLERK, 'POST', '/desk/check-ins', { body })).body;
    const waiting = await walkIn(PROPERTY);
    clock.set(at('17:44'));
    await calls.recurs('desk.day-over');
    expect(await stateOf(booking)).toBe('arrived');
    clock.set(at('17:45'));
    await calls.recurs('desk.day-over');
    const today = await day();
    expect(new Map(today.visits.map(({ id, state }) => [id, state]))).toEqual(
      new Map([arrived, waiting].map(({ id }) => [id, 'unserved'])),
    );
    expect(today.bookings).toMatchObject([{ code: booking.code, state: 'unserved' }]);
    expect(await calls.done('visit', arrived.id)).toEqual(['number_taken', 'unserved']);
    expect(await calls.done('booking', booking.id)).toEqual(['arrived', 'unserved']);
    expect(await calls.told(BookingUnserved, booking.id)).toMatchObject([{ endedAt: '2026-11-23T09:45:00.000Z' }]);
    expect(await calls.told(BookingMissed, booking.id)).toEqual([]);
    expect((await calls.send<Problem>(CLERK, 'POST', '/desk/check-ins', { body })).status).toBe(409);
  });

  it('goes on after closing as long as a window has somebody (窗口有群众不下班)', async () => {
    const [first, second] = [await walkIn(), await walkIn()];
    clock.set(at('17:25'));
    await call(HALL_ONE);
    await calls.send(CLERK, 'POST', `/visits/${first.id}/serve`);
    const statesNow = async (): Promise<string[]> => {
      await calls.recurs('desk.day-over');
      const states = new Map((await day()).visits.map(({ id, state }) => [id, state as string]));
      return [first, second].map(({ id }) => states.get(id) ?? '');
    };
    clock.set(at('18:00'));
    expect(await statesNow()).toEqual(['serving', 'waiting']);
    await calls.send(CLERK, 'POST', `/visits/${first.id}/finish`);
    expect(await statesNow()).toEqual(['finished', 'waiting']);
    clock.set(at('18:15'));
    const late = await walkIn();
    expect(await statesNow()).toEqual(['finished', 'unserved']);
    // Whoever was let in after that is waited for.
    expect((await day()).visits.find(({ id }) => id === late.id)?.state).toBe('waiting');
  });

  it('leaves nobody in yesterday’s queue: who was at a window was served, the others were not', async () => {
    const booking = await booked(service.dataSource, { startAt: at('09:00') });
    const body = { code: booking.code, siteId: HALL };
    const served = (await calls.send<VisitRow>(CLERK, 'POST', '/desk/check-ins', { body })).body;
    const waiting = await walkIn();
    await call(HALL_ONE);
    await calls.send(CLERK, 'POST', `/visits/${served.id}/serve`);
    clock.set(at('00:20', '2026-11-24'));
    await calls.recurs('desk.day-over');
    const yesterday = await day({ day: '2026-11-23' });
    const states = new Map(yesterday.visits.map(({ id, state }) => [id, state]));
    expect([states.get(served.id), states.get(waiting.id)]).toEqual(['finished', 'unserved']);
    expect(await stateOf(booking)).toBe('served');
    expect((await walkIn()).number).toBe(1);
  });
});
