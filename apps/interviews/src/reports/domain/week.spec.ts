import { describe, expect, it } from '@jest/globals';
import { weekAt, weekBefore, weekBounds } from './week.js';

const ZONE = 'Asia/Shanghai';

describe('ISO weeks of the office', () => {
  it('begin on Monday at midnight of the office', () => {
    expect(weekBounds(ZONE, '2026-W48')).toEqual({
      from: new Date('2026-11-23T00:00:00+08:00'),
      to: new Date('2026-11-30T00:00:00+08:00'),
    });
    expect(weekAt(ZONE, new Date('2026-11-22T23:59:59+08:00'))).toBe('2026-W47');
    expect(weekAt(ZONE, new Date('2026-11-23T00:00:00+08:00'))).toBe('2026-W48');
  });

  it('belong to the year of their Thursday', () => {
    expect(weekAt(ZONE, new Date('2027-01-01T12:00:00+08:00'))).toBe('2026-W53');
    expect(weekAt(ZONE, new Date('2025-12-29T12:00:00+08:00'))).toBe('2026-W01');
    expect(weekBefore(ZONE, new Date('2027-01-04T08:00:00+08:00'))).toBe('2026-W53');
  });

  it('that a year does not have are refused', () => {
    expect(() => weekBounds(ZONE, '2025-W53')).toThrow(RangeError);
  });
});
