import { describe, expect, it } from '@jest/globals';
import { wishSpan } from './wish-span.js';

describe('a wish for service outside opening hours', () => {
  it('is a span on the office’s wall', () => {
    expect(wishSpan('2026-11-28', 'late')).toEqual({
      wishFrom: '2026-11-28T17:30:00+08:00',
      wishTo: '2026-11-28T20:00:00+08:00',
    });
  });
  it('is left open where any day suits', () => {
    expect(wishSpan('', 'late')).toEqual({});
  });
});
