import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HALL, HALL_ONE, HALL_SEVEN, ID_CARD, PROPERTY, TOWNSHIP } from '../seed/small-county.fixture.js';
import type { BookingDto } from './booking.dto.js';
import { BookingsUnderTest, type Answer } from './bookings-under-test.fixture.js';

jest.setTimeout(120_000);

const PROCESSES = 3;
const CLIENTS = 200;

/** 24 November to 4 December, at the hall's id cards and the township's: every quarter of an hour of the morning. */
const MORNINGS = [24, 25, 26, 27].flatMap((day) =>
  Array.from({ length: 12 }, (_, quarter) => {
    const minute = quarter * 15;
    const time = `${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return `2026-11-${day}T${time}:00+08:00`;
  }),
);

describe('many at once, through three processes', () => {
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let office: BookingsUnderTest;
  beforeAll(async () => {
    office = await BookingsUnderTest.start(clock, PROCESSES);
  });
  afterAll(() => office.close());

  /** All want the same time. */
  const rush = (itemCode: string, startAt: string): Promise<Answer<BookingDto>[]> =>
    Promise.all(
      Array.from({ length: CLIENTS }, (_, process) =>
        office.book({ itemCode, startAt, contact: office.contact() }, { process }),
      ),
    );

  it.each([
    ['one place', ID_CARD, HALL_ONE, '2026-12-01T09:00:00+08:00', 1],
    ['seven places', PROPERTY, HALL_SEVEN, '2026-12-02T09:00:00+08:00', 7],
  ])('200 at a time with %s: it is booked so often, the others get three times near it', async (...row) => {
    const [, itemCode, windowId, startAt, capacity] = row;
    const answers = await rush(itemCode, startAt);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(capacity);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(CLIENTS - capacity);
    for (const answer of refused) {
      expect(answer).toMatchObject({
        status: 409,
        body: { type: '/problems/slot-taken', alternatives: { length: 3 } },
      });
    }
    const [taken] = await office.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM booking WHERE resource_id = $1 AND start_at = $2',
      [windowId, startAt],
    );
    expect(taken?.n).toBe(capacity);
    expect(await office.overlaps()).toEqual([]);
  });

  it('one phone that books the same item ten times at once has one booking that day', async () => {
    const contact = office.contact();
    const times = MORNINGS.filter((time) => time.startsWith('2026-11-27')).slice(0, 10);
    const answers = await Promise.all(times.map((startAt, process) => office.book({ startAt, contact }, { process })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status !== 201)
        expect({ status, body }).toMatchObject({ status: 409, body: { type: '/problems/already-booked-that-day' } });
    }
  });

  it('twenty with one key are one booking', async () => {
    const wish = { startAt: '2026-12-03T09:00:00+08:00', itemCode: PROPERTY, contact: office.contact() };
    const key = 'the-same-click';
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, process) => office.book(wish, { key, process, address: '10.9.9.9' })),
    );
    const [first] = answers;
    expect(first?.status).toBe(201);
    for (const answer of answers) expect(answer).toEqual(first);
    const rows = await office.rows('SELECT 1 FROM booking WHERE start_at = $1', [wish.startAt]);
    expect(rows).toHaveLength(1);
  });

  it('a key used again is answered as the first time, whether places are free still or not', async () => {
    const free = { startAt: '2026-12-03T10:00:00+08:00', itemCode: PROPERTY };
    const taken = { startAt: '2026-12-03T10:00:00+08:00', itemCode: ID_CARD };
    for (const wish of [free, taken]) {
      const call = { key: `again-${wish.itemCode}`, address: '10.9.9.8' };
      const first = await office.book(wish, call);
      expect(first.status).toBe(201);
      expect(await office.book(wish, { ...call, process: 1 })).toEqual(first);
      const other = { ...wish, startAt: '2026-12-03T10:30:00+08:00' };
      expect(await office.book(other, call)).toMatchObject({
        status: 422,
        body: { type: '/problems/idempotency-key-reused' },
      });
    }
  });

  it('a storm of booking, waiting, moving and cancelling ends with no overlap, no booking lost, no hold left over', async () => {
    const roll = dice(20261123);
    const known = new Map<string, 'confirmed' | 'cancelled' | 'held'>();
    const place = () => ({ siteId: roll(2) === 0 ? HALL : TOWNSHIP, startAt: MORNINGS[roll(MORNINGS.length)] ?? '' });
    const client = async (process: number): Promise<number[]> => {
      const statuses: number[] = [];
      const mine: string[] = [];
      for (let step = 0; step < 12; step += 1) {
        const code = mine[roll(mine.length)];
        const act = code === undefined ? 0 : roll(6);
        if (act <= 1 || code === undefined) {
          const hold = roll(4) === 0;
          const contact = hold ? undefined : office.contact();
          const { status, body } = await office.book({ ...place(), contact }, { process });
          statuses.push(status);
          if (status !== 201) continue;
          known.set(body.code, hold ? 'held' : 'confirmed');
          if (!hold) mine.push(body.code);
        } else if (act <= 3) {
          const seen = await office.get(`/bookings/${code}`, { process });
          const { status } = await office.post(`/bookings/${code}/move`, place(), {
            process,
            version: seen.body.version,
          });
          statuses.push(status);
        } else if (act === 4) {
          const { siteId, startAt } = place();
          const day = startAt.slice(0, 10);
          const wish = { itemCode: ID_CARD, siteId, fromDay: day, toDay: day, contact: office.contact() };
          const { status } = await office.post('/waitlist', wish, { process });
          statuses.push(status);
        } else {
          const { status } = await office.post(`/bookings/${code}/cancel`, {}, { process });
          statuses.push(status);
          if (status === 200) known.set(code, 'cancelled');
          mine.splice(mine.indexOf(code), 1);
        }
      }
      return statuses;
    };
    const statuses = (await Promise.all(Array.from({ length: 30 }, (_, i) => client(i)))).flat();
    expect(new Set(statuses)).toEqual(new Set([200, 201, 409]));
    expect(await office.overlaps()).toEqual([]);

    // Each offer that runs out goes to the next in line, until nobody waits or nobody is offered anything any more.
    for (let held = 1; held > 0;) {
      clock.advance({ minutes: 31 });
      await office.timersRun();
      held = (await office.rows(`SELECT 1 FROM booking WHERE state = 'held'`)).length;
      expect(await office.overlaps()).toEqual([]);
    }
    const rows = await office.rows<{ code: string; state: string }>(
      'SELECT code, state FROM booking WHERE code = ANY ($1)',
      [[...known.keys()]],
    );
    const states = new Map(rows.map(({ code, state }) => [code, state]));
    for (const [code, state] of known) {
      expect([code, states.get(code)]).toEqual([code, state === 'held' ? 'expired' : state]);
    }
    const offered = await office.rows(`SELECT 1 FROM waitlist_entry WHERE state = 'over'`);
    expect(offered.length).toBeGreaterThan(0);
    expect(await office.rows(`SELECT 1 FROM waitlist_entry WHERE state = 'offered'`)).toEqual([]);
    const untold = await office.rows(
      `SELECT b.code FROM booking b WHERE b.state = 'confirmed' AND NOT EXISTS (
         SELECT 1 FROM outbox o WHERE o.aggregate_id = b.id::text AND o.subject = 'appointments.booking.confirmed.v1')`,
    );
    expect(untold).toEqual([]);
  });
});

/** Numbers from 0 to below `sides`, the same in every run (a linear congruential generator). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
