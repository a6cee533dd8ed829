import { describe, expect, it } from '@jest/globals';
import { isArranged, officeCalendar, workingDaysFrom } from './office-calendar.js';

// 25 November 2026 is a Wednesday.
const PUBLISHED = { years: [2026], free: [], worked: [] };

describe('the calendar in force', () => {
  it('offers the working days from a day on, weekends left out', () => {
    expect(workingDaysFrom(officeCalendar(PUBLISHED), '2026-11-27', 3)).toEqual([
      '2026-11-27',
      '2026-11-30',
      '2026-12-01',
    ]);
  });

  it('leaves out a day the administrator has declared free, and offers a Saturday declared worked', () => {
    const declared = officeCalendar({ ...PUBLISHED, free: ['2026-11-26'], worked: ['2026-11-28'] });
    expect(workingDaysFrom(declared, '2026-11-25', 3)).toEqual(['2026-11-25', '2026-11-27', '2026-11-28']);
  });

  it('ends where nothing is arranged, and goes on once the next year is brought in', () => {
    expect(workingDaysFrom(officeCalendar(PUBLISHED), '2026-12-31', 3)).toEqual(['2026-12-31']);
    const broughtIn = officeCalendar({ years: [2026, 2027], free: ['2027-01-01'], worked: ['2027-01-03'] });
    expect(workingDaysFrom(broughtIn, '2026-12-31', 3)).toEqual(['2026-12-31', '2027-01-03', '2027-01-04']);
    expect(isArranged(officeCalendar(PUBLISHED), '2027-01-04')).toBe(false);
    expect(isArranged(broughtIn, '2027-01-04')).toBe(true);
  });
});
