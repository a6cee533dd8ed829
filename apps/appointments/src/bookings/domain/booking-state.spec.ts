import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BOOKING_STATES,
  BOOKING_TRANSITIONS,
  FIRST_BOOKING_STATES,
  mayBecome,
  PLACE_TAKING_STATES,
  stateAt,
  type BookingState,
} from './booking-state.js';

/** Any way a booking may go, from its first state on. */
const ways = fc
  .tuple(fc.constantFrom(...FIRST_BOOKING_STATES), fc.array(fc.nat(7), { maxLength: 10 }))
  .map(([first, turns]) => {
    const way: BookingState[] = [first];
    for (const turn of turns) {
      const next: readonly BookingState[] = BOOKING_TRANSITIONS[way.at(-1) ?? first];
      const to = next[turn % Math.max(next.length, 1)];
      if (to === undefined) break;
      way.push(to);
    }
    return way;
  });
const takesPlace = (state: BookingState): boolean => PLACE_TAKING_STATES.some((one) => one === state);

describe('the states of a booking', () => {
  it('are all known and all reachable', () => {
    const reached = new Set<BookingState>(FIRST_BOOKING_STATES);
    for (const state of reached) for (const next of BOOKING_TRANSITIONS[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...BOOKING_STATES].sort());
  });

  it('on no way does a place that was given up come back', () => {
    fc.assert(
      fc.property(ways, (way) => {
        const taking = way.map(takesPlace);
        expect(taking.lastIndexOf(true)).toBeLessThan(taking.includes(false) ? taking.indexOf(false) : way.length);
      }),
    );
  });

  it('every way ends, and nothing is done twice on it', () => {
    fc.assert(
      fc.property(ways, (way) => {
        expect(new Set(way).size).toBe(way.length);
      }),
    );
  });

  it('nobody is served who did not come or had no booking', () => {
    expect(BOOKING_STATES.filter((from) => mayBecome(from, 'served'))).toEqual(['confirmed', 'arrived']);
  });

  it('a hold counts until its last instant and no longer', () => {
    const heldUntil = new Date('2026-11-23T01:05:00Z');
    const hold = { state: 'held', heldUntil } as const;
    expect(stateAt(hold, new Date(heldUntil.getTime() - 1))).toBe('held');
    expect(stateAt(hold, heldUntil)).toBe('expired');
    expect(stateAt({ state: 'confirmed', heldUntil }, heldUntil)).toBe('confirmed');
  });
});
