import { BookingMissed } from '@app/common/contracts/appointments.events.js';
import { SmsRequested } from '@app/common/contracts/gateway.events.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AppointmentsCalls, type Answer } from '../appointments-calls.fixture.js';
import { appointmentsUnderTest, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { HALL, HALL_ONE, HALL_SEVEN, HALL_VISITS, ID_CARD, PROPERTY } from '../seed/small-county.fixture.js';
import { booked } from './booked.fixture.js';
import type { CalledDto, DisplayDto, VisitRow } from './desk.dto.js';
import { compareTurns } from './domain/turn.js';

jest.setTimeout(60_000);

const CLERK = staff('handler');
type Problem = { type: string; rule?: string; state?: string; allowed?: string[]; number?: number };

describe('calling the next', () => {
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
    await service.dataSource.query('DELETE FROM window_item WHERE window_id = $1 AND item_code = $2', [
      HALL_SEVEN,
      ID_CARD,
    ]);
  });
  afterAll(() => service.close());

  const at = (time: string): string => `2026-11-23T${time}:00+08:00`;
  const walkIn = async (body: object = {}): Promise<VisitRow> =>
    (
      await calls.send<VisitRow>(CLERK, 'POST', '/desk/walk-ins', {
        body: { siteId: HALL, itemCode: ID_CARD, ...body },
      })
    ).body;
  const arrive = async (startAt: string, options: Partial<Parameters<typeof booked>[1]> = {}): Promise<VisitRow> => {
    const { code } = await booked(service.dataSource, { ...options, startAt });
    return (await calls.send<VisitRow>(CLERK, 'POST', '/desk/check-ins', { body: { code, siteId: HALL } })).body;
  };
  const call = <T = CalledDto>(windowId: string, process = 0): Promise<Answer<T>> =>
    calls.send<T>(CLERK, 'POST', '/desk/calls', { body: { siteId: HALL, windowId }, process });
  const step = <T = VisitRow>(id: string, name: string, process = 0): Promise<Answer<T>> =>
    calls.send<T>(CLERK, 'POST', `/visits/${id}/${name}`, { process });
  const idCardsAtBoth = (): Promise<unknown> =>
    service.dataSource.query('INSERT INTO window_item (window_id, item_code) VALUES ($1, $2)', [HALL_SEVEN, ID_CARD]);

  it('takes green channel, bookings by their time, walk-ins, as the rule says and the display shows', async () => {
    await walkIn();
    await arrive(at('09:45'));
    await arrive(at('09:30'));
    await walkIn({ green: true });
    clock.set(at('09:50'));
    // Half past nine is more than a quarter of an hour ago: this one does not pass who came in time.
    await arrive(at('09:30'), { place: 2 });
    await arrive(at('10:00'), { place: 3, green: true });
    const waiting = await service.dataSource.query<{ green: boolean; booked: boolean; turnAt: Date; number: number }[]>(
      'SELECT green, booking_id IS NOT NULL AS booked, turn_at AS "turnAt", number FROM visit',
    );
    const order = waiting.toSorted(compareTurns).map(({ number }) => number);
    expect(order).toEqual([6, 4, 3, 2, 5, 1]);
    const display = await calls.send<DisplayDto>(null, 'GET', `/displays/${HALL}`);
    expect(display.body).toMatchObject({ waiting: 6, next: order, called: [] });
    const called: (number | undefined)[] = [];
    for (const _ of order) {
      const { visit } = (await call(HALL_ONE)).body;
      called.push(visit?.number);
      await step(visit?.id ?? '', 'serve');
      await step(visit?.id ?? '', 'finish');
    }
    expect(called).toEqual(order);
    expect((await call(HALL_ONE)).body).toEqual({ visit: null });
  });

  it('never gives one citizen to two windows, however fast they call', async () => {
    await idCardsAtBoth();
    await Promise.all(Array.from({ length: 20 }, () => walkIn()));
    const served = async (windowId: string, process: number): Promise<number[]> => {
      const numbers: number[] = [];
      for (;;) {
        const { visit } = (await call(windowId, process)).body;
        if (visit === null) return numbers;
        expect(visit.windowId).toBe(windowId);
        numbers.push(visit.number);
        expect((await step(visit.id, 'serve', process)).status).toBe(200);
        expect((await step(visit.id, 'finish', process)).status).toBe(200);
      }
    };
    const [one, seven] = await Promise.all([served(HALL_ONE, 0), served(HALL_SEVEN, 1)]);
    expect([...one, ...seven].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('of two windows that ask in the same moment each gets somebody else', async () => {
    await idCardsAtBoth();
    for (let round = 0; round < 10; round++) {
      await Promise.all([walkIn(), walkIn()]);
      const [one, two] = await Promise.all([call(HALL_ONE, 0), call(HALL_SEVEN, 1)]);
      expect(one.body.visit).not.toBeNull();
      expect(two.body.visit).not.toBeNull();
      expect(one.body.visit?.id).not.toBe(two.body.visit?.id);
      for (const { body } of [one, two]) {
        await step(body.visit?.id ?? '', 'serve');
        await step(body.visit?.id ?? '', 'finish');
      }
    }
  });

  it('takes only those whose matter the window does', async () => {
    await walkIn({ itemCode: PROPERTY });
    expect((await call(HALL_ONE)).body).toEqual({ visit: null });
    expect((await call(HALL_SEVEN)).body.visit).toMatchObject({ number: 1, itemCode: PROPERTY, windowCode: '2' });
  });

  it('clicked twice calls one, and says who is there', async () => {
    await walkIn();
    await walkIn();
    const answers = await Promise.all([call<Problem>(HALL_ONE), call<Problem>(HALL_ONE, 1)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ type: '/problems/window-busy', number: 1 });
  });

  it('is not for windows elsewhere, nor for the officers who go to people’s homes', async () => {
    await walkIn();
    const elsewhere = { siteId: '0190a000-0000-7000-8000-000000000999', windowId: HALL_ONE };
    expect((await calls.send(CLERK, 'POST', '/desk/calls', { body: elsewhere })).status).toBe(404);
    expect((await call(HALL_VISITS)).status).toBe(404);
  });

  it('is followed by serving and finishing; the booking has been served then', async () => {
    const { id, bookingCode } = await arrive(at('09:30'), { sealedPhone: service.box.seal('+8613812345678') });
    expect(await step<Problem>(id, 'serve')).toMatchObject({ status: 409, body: { state: 'waiting' } });
    await call(HALL_ONE);
    expect((await step(id, 'serve')).body).toMatchObject({ state: 'serving', servedAt: '2026-11-23T01:00:00.000Z' });
    expect(await step<Problem>(id, 'serve')).toMatchObject({ status: 409, body: { allowed: ['called'] } });
    expect(await step<Problem>(id, 'leave')).toMatchObject({ status: 409, body: { state: 'serving' } });
    clock.set(at('09:20'));
    expect((await step(id, 'finish')).body).toMatchObject({ state: 'finished', endedAt: '2026-11-23T01:20:00.000Z' });
    const [booking] = await service.dataSource.query<{ id: string; state: string }[]>(
      'SELECT id, state FROM booking WHERE code = $1',
      [bookingCode],
    );
    expect(booking?.state).toBe('served');
    expect(await calls.done('booking', booking?.id ?? '')).toEqual(['arrived', 'served']);
    expect(await calls.done('visit', id)).toEqual(['number_taken', 'called', 'serving', 'finished']);
    const [asked, ...more] = await calls.told(SmsRequested, booking?.id ?? '');
    expect(asked).toMatchObject({ template: 'booking_rating' });
    expect(JSON.parse(service.box.open(asked?.sealedValues ?? ''))).toEqual({ code: bookingCode });
    expect(more).toEqual([]);
  });

  it('without an answer is repeated, and after the third call the number is passed over (过号)', async () => {
    const { id, bookingCode } = await arrive(at('09:30'));
    await walkIn();
    await call(HALL_ONE);
    expect(await step<Problem>(id, 'leave')).toMatchObject({ status: 422, body: { rule: 'call-again-first' } });
    clock.set(at('09:02'));
    expect((await step(id, 'recall')).body).toMatchObject({ calls: 2, calledAt: '2026-11-23T01:02:00.000Z' });
    await step(id, 'recall');
    expect((await step(id, 'leave')).body).toMatchObject({ state: 'left', calls: 3 });
    const [booking] = await service.dataSource.query<{ id: string; state: string }[]>(
      'SELECT id, state FROM booking WHERE code = $1',
      [bookingCode],
    );
    expect(booking?.state).toBe('missed');
    expect(await calls.told(BookingMissed, booking?.id ?? '')).toHaveLength(1);
    expect((await call(HALL_ONE)).body.visit).toMatchObject({ number: 2 });
  });

  it('is the desk’s alone', async () => {
    for (const stranger of [staff('leader'), staff('admin'), staff('volunteer')]) {
      const answer = await calls.send(stranger, 'POST', '/desk/calls', { body: { siteId: HALL, windowId: HALL_ONE } });
      expect(answer.status).toBe(403);
    }
    expect((await calls.send(null, 'POST', '/desk/calls', { body: {} })).status).toBe(401);
  });
});
