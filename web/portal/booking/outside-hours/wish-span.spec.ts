import { describe, expect, it } from '@jest/globals';
import { ANY_TIME, WISHED_TIMES, wishOf, wishSpan } from './wish-span.js';

describe('a wish for service outside opening hours', () => {
  it('is a span on the office’s wall', () => {
    expect(wishSpan({ day: '2026-11-28', time: 'late' })).toEqual({
      wishFrom: '2026-11-28T17:30:00+08:00',
      wishTo: '2026-11-28T20:00:00+08:00',
    });
  });

  it('is left open where any day suits', () => {
    expect(wishSpan({ day: '', time: 'late' })).toEqual({});
    expect(wishOf(null, null)).toEqual(ANY_TIME);
  });

  it('is read back as it was chosen', () => {
    for (const time of WISHED_TIMES) {
      const wish = { day: '2026-11-28', time };
      const { wishFrom = '', wishTo = '' } = wishSpan(wish);
      expect(wishOf(new Date(wishFrom).toISOString(), new Date(wishTo).toISOString())).toEqual(wish);
    }
  });

  it('at hours that came another way is the whole day', () => {
    expect(wishOf('2026-11-28T01:00:00.000Z', '2026-11-28T02:00:00.000Z')).toEqual({ day: '2026-11-28', time: 'day' });
  });
});
