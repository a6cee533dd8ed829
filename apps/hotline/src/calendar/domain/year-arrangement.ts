import { weekdayOf, yearOf, type Day } from '@app/common/calendar/zone.js';

/** What a notice of the State Council (国务院办公厅关于部分节假日安排的通知) says of one year. */
export interface YearArrangement {
  readonly year: number;
  readonly holidays: readonly Day[];
  readonly makeUpDays: readonly Day[];
}

/** A rule an arrangement breaks, and the days that break it. */
export interface ArrangementFault {
  readonly rule:
    'calendar-year-days-elsewhere' | 'calendar-year-incomplete' | 'calendar-year-both' | 'calendar-year-weekday-worked';
  readonly days: readonly Day[];
}

/**
 * What is wrong with an arrangement, so that a slip of the hand does not become the calendar of a year (domain.md §5):
 * every day lies in the year, New Year's Day and National Day are holidays, no day is both off and worked, and only a
 * Saturday or Sunday is worked in exchange.
 * @returns the first rule that is broken, null where none is
 */
export function arrangementFault({ year, holidays, makeUpDays }: YearArrangement): ArrangementFault | null {
  const off = new Set(holidays);
  const faults: ArrangementFault[] = [
    {
      rule: 'calendar-year-days-elsewhere',
      days: [...holidays, ...makeUpDays].filter((day) => yearOf(day) !== year),
    },
    { rule: 'calendar-year-incomplete', days: [`${year}-01-01`, `${year}-10-01`].filter((day) => !off.has(day)) },
    { rule: 'calendar-year-both', days: makeUpDays.filter((day) => off.has(day)) },
    { rule: 'calendar-year-weekday-worked', days: makeUpDays.filter((day) => !isWeekend(day)) },
  ];
  return faults.find(({ days }) => days.length > 0) ?? null;
}

function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}
