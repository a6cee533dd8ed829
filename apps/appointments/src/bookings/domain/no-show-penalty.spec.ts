import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockedUntil } from './no-show-penalty.js';

const DAY_MS = 86_400_000;
const rules = { count: 3, withinDays: 90, blockedDays: 30 };
const FIRST = Date.parse('2026-01-05T01:00:00Z');
const day = (n: number): Date => new Date(FIRST + n * DAY_MS);

describe('what missed bookings cost', () => {
  it('is nothing for the first two', () => {
    expect(blockedUntil([day(0), day(10)], rules)).toBeNull();
  });

  it('is thirty days from the third within ninety', () => {
    expect(blockedUntil([day(20), day(0), day(10)], rules)).toEqual(day(50));
    expect(blockedUntil([day(0), day(45), day(90)], rules)).toBeNull();
    expect(blockedUntil([day(0), day(45), day(89)], rules)).toEqual(day(119));
  });

  it('is what counting every ninety days anew gives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }), (days) => {
        const last = days
          .filter((d) => days.filter((other) => d - 90 < other && other <= d).length >= 3)
          .sort((a, b) => b - a)[0];
        expect(blockedUntil(days.map(day), rules)).toEqual(last === undefined ? null : day(last + 30));
      }),
    );
  });
});
