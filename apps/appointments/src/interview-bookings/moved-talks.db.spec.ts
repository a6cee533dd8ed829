import { BookingCancelled, BookingConfirmed } from '@app/common/contracts/appointments.events.js';
import type { RoomHoldQuestion } from '@app/common/contracts/requests.js';
import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appointmentsUnderTest, HOUSING_ROOM, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import type { RoomDesk } from '../rooms/room-desk.js';

jest.setTimeout(60_000);

const NOT_NEEDED = 'not-needed';

describe('a talk that moves to a time overlapping its own', () => {
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let service: AppointmentsUnderTest;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock, 2);
  });
  afterEach(() => service.dataSource.query('TRUNCATE booking CASCADE'));
  afterAll(() => service.close());

  const desk = (n = 0): RoomDesk => {
    const found = service.desks[n % service.desks.length];
    if (!found) throw new Error('no such process');
    return found;
  };
  /** A wish for the room from one time to another on Tuesday. */
  const wish = (from: string, to: string, over: Partial<RoomHoldQuestion> = {}): RoomHoldQuestion => ({
    bookingId: newId(),
    roomId: HOUSING_ROOM,
    caseId: newId(),
    startAt: new Date(`2026-11-24T${from}:00+08:00`).toISOString(),
    endAt: new Date(`2026-11-24T${to}:00+08:00`).toISOString(),
    ...over,
  });
  const booked = async (wanted: RoomHoldQuestion, n = 0) => {
    await desk(n).hold(wanted);
    return desk(n).confirm(wanted);
  };
  const moved = (before: RoomHoldQuestion, from: string, to: string) =>
    wish(from, to, { caseId: before.caseId, replaces: before.bookingId });
  const givenBack = ({ bookingId }: RoomHoldQuestion, n = 0) => desk(n).release({ bookingId, reason: NOT_NEEDED });
  const isFree = async (from: string, to: string): Promise<boolean> => {
    const asked = wish(from, to);
    const held = await desk()
      .hold(asked)
      .then(
        () => true,
        () => false,
      );
    if (held) await givenBack(asked);
    return held;
  };
  const standing = (): Promise<{ id: string; state: string; from: string; to: string }[]> =>
    service.dataSource.query(
      `SELECT id, state, to_char(lower(during) AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') AS from,
         to_char(upper(during) AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') AS to
       FROM booking WHERE state NOT IN ('released', 'expired') ORDER BY lower(during)`,
    );
  const told = async ({ bookingId }: RoomHoldQuestion): Promise<string[]> => {
    const text = 'SELECT subject FROM outbox WHERE aggregate_id = $1 ORDER BY seq';
    const rows = await service.dataSource.query<{ subject: string }[]>(text, [bookingId]);
    return rows.map(({ subject }) => subject);
  };

  it('keeps its room: both times are its own until the old one is given back, then the new one alone', async () => {
    const first = wish('10:00', '11:00');
    await booked(first);
    const later = moved(first, '10:30', '11:30');
    expect(await booked(later)).toMatchObject({ state: 'confirmed', startAt: later.startAt, endAt: later.endAt });
    expect([await isFree('09:30', '10:00'), await isFree('10:00', '10:30'), await isFree('11:00', '11:30')]).toEqual([
      true,
      false,
      false,
    ]);
    await givenBack(first);
    expect(await standing()).toEqual([{ id: later.bookingId, state: 'confirmed', from: '10:30', to: '11:30' }]);
    expect(await isFree('10:00', '10:30')).toBe(true);
    expect(await told(first)).toEqual([BookingConfirmed.subject, BookingCancelled.subject]);
    expect(await told(later)).toEqual([BookingConfirmed.subject]);
  });

  it('given up after all, it has its old time as before', async () => {
    const first = wish('10:00', '11:00');
    await booked(first);
    const shorter = moved(first, '10:15', '10:45');
    const longer = moved(first, '09:30', '11:30');
    for (const tried of [shorter, longer]) {
      await booked(tried);
      await givenBack(tried);
      expect(await standing()).toEqual([{ id: first.bookingId, state: 'confirmed', from: '10:00', to: '11:00' }]);
    }
    expect(await told(first)).toEqual([BookingConfirmed.subject]);
  });

  it('somebody else has what the new time adds: refused with three alternatives, and the old one stands', async () => {
    const first = wish('10:00', '11:00');
    await booked(first);
    await booked(wish('11:00', '12:00'));
    const later = moved(first, '10:30', '11:30');
    await expect(desk().hold(later)).rejects.toMatchObject({
      type: 'slot-taken',
      status: 409,
      data: { alternatives: { length: 3 } },
    });
    expect(await standing()).toMatchObject([
      { id: first.bookingId, state: 'confirmed', from: '10:00', to: '11:00' },
      {},
    ]);
  });

  it('another talk’s booking is not replaced, nor one of another time than its own', async () => {
    const other = wish('10:00', '11:00');
    await booked(other);
    const stranger = wish('10:30', '11:30', { replaces: other.bookingId });
    await expect(desk().hold(stranger)).rejects.toMatchObject({ type: 'slot-taken' });
    const apart = moved(other, '14:00', '15:00');
    expect(await desk().hold(apart)).toMatchObject({ state: 'held' });
    expect(await standing()).toMatchObject([
      { state: 'confirmed', to: '11:00' },
      { state: 'held', from: '14:00' },
    ]);
  });

  it('moved again before the first move is heard of to its end, in whatever order the old ones are given back', async () => {
    const first = wish('09:00', '10:00');
    await booked(first);
    const second = moved(first, '09:30', '10:30');
    await booked(second);
    const third = moved(second, '10:00', '11:00');
    await booked(third);
    await givenBack(second);
    await givenBack(first);
    expect(await standing()).toEqual([{ id: third.bookingId, state: 'confirmed', from: '10:00', to: '11:00' }]);

    // Another wish took the place of one whose answer came too late.
    const late = moved(third, '10:30', '11:30');
    await booked(late);
    const instead = moved(third, '09:30', '10:30');
    await booked(instead);
    await givenBack(late);
    await givenBack(third);
    expect(await standing()).toEqual([{ id: instead.bookingId, state: 'confirmed', from: '09:30', to: '10:30' }]);
  });

  it('many that move at once through two processes, beside others who want the room: nobody overlaps', async () => {
    const talks = [wish('09:00', '09:30'), wish('10:00', '10:30'), wish('11:00', '11:30')];
    for (const talk of talks) await booked(talk);
    const by = (minutes: number, { startAt, endAt, caseId, bookingId }: RoomHoldQuestion) => {
      const shift = (at: string) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
      return { ...wish('09:00', '09:30'), startAt: shift(startAt), endAt: shift(endAt), caseId, replaces: bookingId };
    };
    /** Two moves given up, and one that is kept. */
    const wander = async (talk: RoomHoldQuestion, process: number): Promise<void> => {
      for (const minutes of [15, -15, 30]) {
        const move = by(minutes, talk);
        const isMoved = await booked(move, process).then(
          () => true,
          () => false,
        );
        if (isMoved) await givenBack(minutes === 30 ? talk : move, process + 1);
      }
    };
    const others = ['09:30', '10:30', '11:30'].map((from) => wish(from, `${from.slice(0, 2)}:45`));
    await Promise.all([
      ...talks.map(wander),
      ...others.map((other, i) =>
        desk(i)
          .hold(other)
          .catch(() => null),
      ),
    ]);
    const overlaps: unknown[] = await service.dataSource.query(
      `SELECT 1 FROM booking a JOIN booking b ON a.id < b.id AND a.resource_id = b.resource_id AND a.during && b.during
        WHERE a.state IN ('held', 'confirmed') AND b.state IN ('held', 'confirmed')`,
    );
    expect(overlaps).toEqual([]);
    const confirmed = await service.dataSource.query<{ caseId: string; count: number }[]>(
      `SELECT case_id AS "caseId", count(*)::int FROM booking WHERE state = 'confirmed' GROUP BY case_id`,
    );
    expect(confirmed.map(({ caseId }) => caseId).sort()).toEqual(talks.map(({ caseId }) => caseId).sort());
    expect(confirmed.every(({ count }) => count === 1)).toBe(true);
    expect(await service.dataSource.query('SELECT 1 FROM booking_stand_in')).toEqual([]);
  });
});
