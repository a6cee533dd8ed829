import { describe, expect, it } from '@jest/globals';
import { isWorkingDay, workingCalendar } from '@app/common/calendar/calendar.js';
import { statutoryDays, withBroughtIn } from '@app/common/calendar/statutory-days.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { daysInForce } from './days-in-force.js';

const NOW = new Date('2026-11-23T02:00:00Z');
const NEXT_YEAR = {
  year: 2027,
  holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-10-01'],
  makeUpDays: ['2027-01-10'],
};

describe('the calendar in force', () => {
  const calendar = workingCalendar({
    statutory: withBroughtIn(statutoryDays(), [NEXT_YEAR]),
    overrides: [
      { day: '2026-11-25', working: false },
      { day: '2026-11-28', working: true },
      // The make-up Saturday after National Day is given back.
      { day: '2026-10-10', working: false },
    ],
  });
  const inForce = daysInForce(calendar, NOW);

  it('holds the year brought in and the days declared by an administrator', () => {
    expect(inForce.years).toEqual([2025, 2026, 2027]);
    expect(inForce.free).toEqual(expect.arrayContaining(['2026-11-25', '2027-01-01', '2027-10-01']));
    expect(inForce.worked).toEqual(expect.arrayContaining(['2026-11-28', '2027-01-10']));
    expect(inForce.worked).not.toContain('2026-10-10');
  });

  it('says of every day of its years what the services count by', () => {
    const free = new Set(inForce.free);
    const worked = new Set(inForce.worked);
    for (let day = '2025-01-01'; day <= '2027-12-31'; day = shiftDay(day, 1)) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      const said = worked.has(day) || (weekday % 6 !== 0 && !free.has(day));
      expect({ day, working: said }).toEqual({ day, working: isWorkingDay(calendar, day) });
    }
  });
});
