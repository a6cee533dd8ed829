import { describe, expect, it } from '@jest/globals';
import { dayOverAt } from './day-end.js';

const GRACE_MINUTES = 15;
const at = (time: string): Date => new Date(`2026-11-23T${time}:00+08:00`);
const windows = { closingAt: at('17:30'), serving: false, lastActAt: at('16:50') };

describe('the end of a site’s day', () => {
  it('comes a quarter of an hour after the last window has closed', () => {
    expect(dayOverAt(windows, GRACE_MINUTES, at('17:44'))).toBeNull();
    expect(dayOverAt(windows, GRACE_MINUTES, at('17:45'))).toEqual(at('17:45'));
    expect(dayOverAt({ ...windows, lastActAt: null }, GRACE_MINUTES, at('18:30'))).toEqual(at('17:45'));
  });

  it('waits for the windows as long as they work on: nobody leaves while citizens are at them', () => {
    expect(dayOverAt({ ...windows, serving: true }, GRACE_MINUTES, at('19:00'))).toBeNull();
    const later = { ...windows, lastActAt: at('17:50') };
    expect(dayOverAt(later, GRACE_MINUTES, at('18:04'))).toBeNull();
    expect(dayOverAt(later, GRACE_MINUTES, at('18:05'))).toEqual(at('17:45'));
  });

  it('is left to midnight where no window opens', () => {
    expect(dayOverAt({ ...windows, closingAt: null }, GRACE_MINUTES, at('23:59'))).toBeNull();
  });
});
