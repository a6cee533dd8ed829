import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pooledRandom } from './pooled-random.js';

describe('random bytes from the store', () => {
  it('are as many as asked for, and never the same twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 12, max: 8192 }), { minLength: 2, maxLength: 40 }), (sizes) => {
        const given = sizes.map(pooledRandom);
        expect(given.map(({ length }) => length)).toEqual(sizes);
        expect(new Set(given.map((bytes) => bytes.subarray(0, 12).toString('hex'))).size).toBe(sizes.length);
        expect(given.filter((bytes) => bytes.subarray(0, 12).every((byte) => byte === 0))).toEqual([]);
      }),
    );
  });

  it('stay what they were when others are given', () => {
    const first = pooledRandom(16);
    const before = first.toString('hex');
    for (let i = 0; i < 1000; i += 1) pooledRandom(16);
    expect(first.toString('hex')).toBe(before);
  });
});
