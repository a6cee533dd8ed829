import { BookingAttended } from '@app/common/contracts/appointments.events.js';
import { EventStream, type StreamEvent } from '@app/common/http/event-stream.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AppointmentsCalls, type Answer } from '../appointments-calls.fixture.js';
import { appointmentsUnderTest, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import type { BookingDto } from '../bookings/booking.dto.js';
import { CARE, HALL, HALL_VISITS, ID_CARD, PROPERTY, TOWNSHIP, TOWNSHIP_ONE } from '../seed/small-county.fixture.js';
import { booked, type Booked } from './booked.fixture.js';
import type { VisitRow } from './desk.dto.js';

jest.setTimeout(60_000);

const CLERK = staff('handler');
type Problem = { type: string; rule?: string; title: string; detail: string; state?: string };

describe('checking in', () => {
  const clock = new FakeClock('2026-11-23T09:00:00+08:00');
  let service: AppointmentsUnderTest;
  let calls: AppointmentsCalls;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock, 2);
    calls = new AppointmentsCalls(service, clock);
  });
  beforeEach(() => clock.set('2026-11-23T09:00:00+08:00'));
  afterEach(async () => {
    await calls.atRest();
    await service.dataSource.query('TRUNCATE visit, queue_counter, booking CASCADE');
  });
  afterAll(() => service.close());

  const at = (time: string): string => `2026-11-23T${time}:00+08:00`;
  const checkIn = <T = VisitRow>(code: string, siteId = HALL, process = 0): Promise<Answer<T>> =>
    calls.send<T>(CLERK, 'POST', '/desk/check-ins', { body: { code, siteId }, process });
  const walkIn = (body: object = {}, process = 0): Promise<Answer<VisitRow>> =>
    calls.send<VisitRow>(CLERK, 'POST', '/desk/walk-ins', {
      body: { siteId: HALL, itemCode: ID_CARD, ...body },
      process,
    });
  const stateOf = async ({ id }: Booked): Promise<string | undefined> => {
    const [row] = await service.dataSource.query<{ state: string }[]>('SELECT state FROM booking WHERE id = $1', [id]);
    return row?.state;
  };

  it('gives the citizen the next number; the others are told', async () => {
    const booking = await booked(service.dataSource, { startAt: at('09:30') });
    expect((await walkIn()).body.number).toBe(1);
    const { status, body } = await checkIn(` ${booking.code.toLowerCase()} `);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        number: 2,
        state: 'waiting',
        late: false,
        bookingCode: booking.code,
        startAt: '2026-11-23T01:30:00.000Z',
      },
    });
    expect(await stateOf(booking)).toBe('arrived');
    expect(await calls.told(BookingAttended, booking.id)).toEqual([
      expect.objectContaining({ queueNumber: 2, arrivedAt: '2026-11-23T01:00:00.000Z', resource: 'window' }),
    ]);
    expect(await calls.done('booking', booking.id)).toEqual(['arrived']);
    expect(await calls.done('visit', body.id)).toEqual(['number_taken']);
  });

  it('shows the citizen the number, how many are called before, and when that was so', async () => {
    const booking = await booked(service.dataSource, { startAt: at('09:30') });
    await checkIn(booking.code);
    clock.set(at('09:05'));
    const seen = await calls.send<BookingDto>(null, 'GET', `/bookings/${booking.code}`);
    expect(seen.body.queue).toEqual({ number: 1, ahead: 0, asOf: '2026-11-23T01:05:00.000Z' });
  });

  it('is told to the clerks’ screens: that the day has changed, never of whom', async () => {
    const told: StreamEvent[] = [];
    service.apps[0]?.get(EventStream).passOnBy((event) => told.push(event));
    const booking = await booked(service.dataSource, { startAt: at('09:30') });
    await checkIn(booking.code);
    await checkIn<Problem>('YAAAAAAAAA');
    expect(told).toEqual([
      expect.objectContaining({
        type: 'desk',
        data: { siteId: HALL, day: '2026-11-23' },
        audience: { roles: ['operator', 'supervisor', 'handler'] },
      }),
    ]);
  });

  it('finds the same number when the code is read twice, also at once', async () => {
    const booking = await booked(service.dataSource, { startAt: at('09:30') });
    const answers = await Promise.all([checkIn(booking.code), checkIn(booking.code, HALL, 1), checkIn(booking.code)]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await checkIn(booking.code)).body.number).toBe(1);
    expect((await walkIn()).body.number).toBe(2);
    expect(await calls.told(BookingAttended, booking.id)).toHaveLength(1);
  });

  it('takes a lost answer’s request again without giving a second number', async () => {
    const once = { body: { siteId: HALL, itemCode: ID_CARD }, key: 'walk-in-1' };
    const [first, again] = [
      await calls.send<VisitRow>(CLERK, 'POST', '/desk/walk-ins', once),
      await calls.send<VisitRow>(CLERK, 'POST', '/desk/walk-ins', once),
    ];
    expect(again.body).toEqual(first.body);
    expect((await walkIn()).body.number).toBe(2);
  });

  it('numbers many who come at once without a gap and without a double, per site', async () => {
    const bookings = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        booked(service.dataSource, { startAt: at('09:30'), place: i + 1, green: i % 5 === 0 }),
      ),
    );
    const elsewhere = walkIn({ siteId: TOWNSHIP });
    const answers = await Promise.all(
      bookings.flatMap(({ code }, i) => [checkIn(code, HALL, i % 2), walkIn({ green: i % 7 === 0 }, (i + 1) % 2)]),
    );
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const numbers = answers.map(({ body }) => body.number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect((await elsewhere).body.number).toBe(1);
  });

  it('begins an hour before, and counts as late after a quarter of an hour', async () => {
    const booking = await booked(service.dataSource, { startAt: at('10:30') });
    const early = await checkIn<Problem>(booking.code);
    expect(early).toMatchObject({
      status: 422,
      body: { rule: 'too-early-to-check-in', detail: '2026-11-23 09:30起可以签到。' },
    });
    clock.set(at('10:46'));
    expect((await checkIn(booking.code)).body).toMatchObject({ number: 1, late: true });
  });

  it('is refused at another site, which is named', async () => {
    const booking = await booked(service.dataSource, {
      startAt: at('09:30'),
      siteId: TOWNSHIP,
      windowId: TOWNSHIP_ONE,
    });
    expect(await checkIn<Problem>(booking.code)).toMatchObject({
      status: 422,
      body: { rule: 'other-site', detail: '预约地点为清河镇便民服务中心。' },
    });
    expect((await checkIn(booking.code, TOWNSHIP)).status).toBe(201);
  });

  it('is refused in the wrong state, and takes no number', async () => {
    const cancelled = await booked(service.dataSource, { startAt: at('09:30'), state: 'cancelled' });
    const held = await booked(service.dataSource, { startAt: at('09:45'), state: 'held' });
    expect(await checkIn<Problem>(cancelled.code)).toMatchObject({ status: 409, body: { state: 'cancelled' } });
    expect(await checkIn<Problem>(held.code)).toMatchObject({ status: 409, body: { state: 'expired' } });
    expect(await checkIn<Problem>('YAAAAAAAAA')).toMatchObject({ status: 404 });
    expect(await checkIn<Problem>('')).toMatchObject({ status: 400 });
    const visit = await booked(service.dataSource, {
      startAt: at('09:30'),
      windowId: HALL_VISITS,
      itemCode: CARE,
      homeVisit: true,
    });
    expect(await checkIn<Problem>(visit.code)).toMatchObject({
      status: 422,
      body: { rule: 'home-visit-has-no-check-in' },
    });
    expect((await walkIn()).body.number).toBe(1);
  });

  it('without a booking is not of the green channel unless that is said', async () => {
    const visit = await walkIn({ green: null });
    expect(visit).toMatchObject({ status: 201, body: { green: false } });
  });

  it('without a booking needs an item that the site does at the counter', async () => {
    for (const wrong of [{ itemCode: CARE }, { siteId: TOWNSHIP, itemCode: PROPERTY }, { itemCode: 'no-such-item' }]) {
      expect(await walkIn(wrong)).toMatchObject({ status: 422, body: { rule: 'not-offered-at-the-counter' } });
    }
    expect((await walkIn()).body.number).toBe(1);
  });

  it('ends with the session', async () => {
    const booking = await booked(service.dataSource, { startAt: at('09:30') });
    clock.set(at('12:00'));
    const over = await checkIn<Problem>(booking.code);
    expect(over.status).toBeGreaterThanOrEqual(400);
    expect(over.status).toBeLessThan(500);
    expect(await stateOf(booking)).not.toBe('arrived');
  });
});
