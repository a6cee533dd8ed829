import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { takenPlaces, type TakenPlace } from './taken-place.js';

const MINUTE = 60_000;
const DAY = '2026-11-25';
const DAY_BEFORE = Date.parse('2026-11-24T00:00:00Z');

/** What the database makes of a booking. */
const packed = ({ place, fromMs, toMs }: TakenPlace): number =>
  place * 2 ** 24 + ((fromMs - DAY_BEFORE) / MINUTE) * 2 ** 11 + (toMs - fromMs) / MINUTE;

describe('places taken', () => {
  it('are read as the database packs them', () => {
    const place = fc
      .record({
        place: fc.integer({ min: 1, max: 50 }),
        from: fc.integer({ min: 0, max: 3 * 1440 }),
        minutes: fc.integer({ min: 1, max: 1440 }),
      })
      .map(({ place: number, from, minutes }) => {
        const fromMs = DAY_BEFORE + from * MINUTE;
        return { place: number, fromMs, toMs: fromMs + minutes * MINUTE };
      });
    fc.assert(
      fc.property(fc.array(place), (places) => {
        expect(takenPlaces(DAY, `{${places.map(packed).join(',')}}`)).toEqual(places);
      }),
    );
  });
});
