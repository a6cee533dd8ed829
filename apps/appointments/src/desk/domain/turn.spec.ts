import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { compareTurns, turnAt, type Turn } from './turn.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 1, minute));

const queue = fc
  .array(fc.record({ green: fc.boolean(), booked: fc.boolean(), minute: fc.integer({ min: 0, max: 59 }) }))
  .map((people) => people.map(({ minute, ...person }, i): Turn => ({ ...person, turnAt: at(minute), number: i + 1 })));

describe('the order of calls', () => {
  it('is green channel, bookings by their time, walk-ins as they came', () => {
    const turns: Turn[] = [
      { number: 1, green: false, booked: false, turnAt: at(0) },
      { number: 2, green: false, booked: false, turnAt: at(1) },
      { number: 3, green: false, booked: true, turnAt: at(30) },
      { number: 4, green: false, booked: true, turnAt: at(15) },
      { number: 5, green: true, booked: false, turnAt: at(20) },
      { number: 6, green: true, booked: true, turnAt: at(45) },
    ];
    expect(turns.toSorted(compareTurns).map(({ number }) => number)).toEqual([6, 5, 4, 3, 1, 2]);
  });

  it('keeps nobody of the green channel waiting behind another', () => {
    fc.assert(
      fc.property(queue, (turns) => {
        const order = turns.toSorted(compareTurns).map(({ green }) => green);
        expect(order).toEqual(order.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it('lets no booking of a later time pass one of an earlier time of its kind', () => {
    fc.assert(
      fc.property(queue, (turns) => {
        const order = turns.toSorted(compareTurns);
        for (const [i, one] of order.entries()) {
          const passed = order.slice(0, i).filter(({ green, booked }) => green === one.green && booked === one.booked);
          for (const before of passed) expect(before.turnAt.getTime()).toBeLessThanOrEqual(one.turnAt.getTime());
        }
      }),
    );
  });

  it('is the same whatever order they are looked at in, and calls everybody once', () => {
    fc.assert(
      fc.property(
        queue.chain((turns) => fc.tuple(fc.constant(turns), fc.shuffledSubarray(turns, { minLength: turns.length }))),
        ([turns, shuffled]) => {
          expect(shuffled.toSorted(compareTurns)).toEqual(turns.toSorted(compareTurns));
        },
      ),
    );
  });
});

describe('the time that decides a turn', () => {
  it('is the one booked, unless the citizen came late', () => {
    expect(turnAt({ startAt: at(30), late: false, arrivedAt: at(5) })).toEqual(at(30));
    expect(turnAt({ startAt: at(30), late: true, arrivedAt: at(50) })).toEqual(at(50));
    expect(turnAt({ startAt: null, late: false, arrivedAt: at(5) })).toEqual(at(5));
  });
});
