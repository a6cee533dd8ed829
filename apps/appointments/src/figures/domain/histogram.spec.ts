import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { added, percentile, sizeOf, type Histogram } from './histogram.js';

const of = (...values: number[]): Histogram => {
  const histogram = new Map<number, number>();
  for (const value of values) histogram.set(value, (histogram.get(value) ?? 0) + 1);
  return histogram;
};

describe('a percentile', () => {
  it('is what that part of all do not exceed', () => {
    const waits = of(12, 3, 5, 5, 40, 8, 0, 21, 7, 9);
    expect(percentile(waits, 0.5)).toBe(7);
    expect(percentile(waits, 0.9)).toBe(21);
    expect(percentile(waits, 1)).toBe(40);
  });

  it('of one is that one, of none nothing', () => {
    expect(percentile(of(4), 0.5)).toBe(4);
    expect(percentile(of(4), 0.9)).toBe(4);
    expect(percentile(of(), 0.5)).toBeNull();
  });

  it('is the same as counting out the sorted numbers', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, fc.constantFrom(0.1, 0.5, 0.9, 1), (values, part) => {
        const sorted = values.toSorted((a, b) => a - b);
        expect(percentile(of(...values), part)).toBe(sorted[Math.ceil(values.length * part) - 1]);
      }),
    );
  });

  it('of two sets together is that of all their numbers', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const both = added(of(...one), of(...other));
        expect(sizeOf(both)).toBe(one.length + other.length);
        expect(percentile(both, 0.9)).toBe(percentile(of(...one, ...other), 0.9));
      }),
    );
  });
});
