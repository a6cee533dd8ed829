import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allowedSteps, changeableUntil } from './booking-rules.js';
import { BOOKING_STATES } from './booking-state.js';

const rules = { cancelUntilMinutes: 120 };
const START = Date.parse('2026-11-24T01:00:00Z');
const startAt = new Date(START);
const endAt = new Date(START + 15 * 60_000);
const at = (minutesBefore: number): Date => new Date(START - minutesBefore * 60_000);
const confirmed = { state: 'confirmed', heldUntil: at(500), startAt, endAt, rated: false } as const;

describe('what may be done with a booking', () => {
  it('a citizen changes it until two hours before, that minute included; the office until it is over', () => {
    expect(changeableUntil(startAt, rules)).toEqual(at(120));
    expect(allowedSteps(confirmed, { now: at(120), byStaff: false, unkept: false, rules })).toEqual(['move', 'cancel']);
    expect(allowedSteps(confirmed, { now: at(119.9), byStaff: false, unkept: false, rules })).toEqual([]);
    expect(allowedSteps(confirmed, { now: at(-15), byStaff: true, unkept: false, rules })).toEqual(['move', 'cancel']);
    expect(allowedSteps(confirmed, { now: at(-16), byStaff: true, unkept: false, rules })).toEqual([]);
  });

  it('whose time the office cannot keep is changed until its end', () => {
    const told = { byStaff: false, unkept: true, rules };
    expect(allowedSteps(confirmed, { ...told, now: at(1) })).toEqual(['move', 'cancel']);
    expect(allowedSteps(confirmed, { ...told, now: at(-16) })).toEqual([]);
  });

  it('a hold is confirmed or given back while it lasts', () => {
    const hold = { ...confirmed, state: 'held', heldUntil: at(300) } as const;
    expect(allowedSteps(hold, { now: at(301), byStaff: false, unkept: false, rules })).toEqual(['confirm', 'release']);
    expect(allowedSteps(hold, { now: at(300), byStaff: false, unkept: false, rules })).toEqual([]);
  });

  it('whatever a citizen may do the office may too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BOOKING_STATES),
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: -1000, max: 1000 }),
        fc.boolean(),
        (state, heldUntil, now, rated) => {
          const booking = { state, heldUntil: at(heldUntil), startAt, endAt, rated };
          const citizen = allowedSteps(booking, { now: at(now), byStaff: false, unkept: false, rules });
          const desk = allowedSteps(booking, { now: at(now), byStaff: true, unkept: false, rules });
          expect(desk).toEqual(expect.arrayContaining(citizen));
        },
      ),
    );
  });
});
