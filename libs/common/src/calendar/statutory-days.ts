import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { BroughtInYear } from './brought-in-years.js';
import { yearOf, type Day } from './zone.js';

/** The State Council's arrangements (国务院办公厅关于部分节假日安排的通知) of the years that have one. */
export interface StatutoryDays {
  /** Years whose arrangement is known from the first day to the last. */
  readonly years: ReadonlySet<number>;
  /** Days off, make-up leave (调休) included. */
  readonly holidays: ReadonlySet<Day>;
  /** Weekend days that are worked in exchange (调休上班). */
  readonly makeUpDays: ReadonlySet<Day>;
}

/** The package's own form: days as keys. */
interface PackagedDays {
  readonly holidays: Readonly<Record<Day, string>>;
  readonly workdays: Readonly<Record<Day, string>>;
}

/**
 * The holidays that lie on the same date every year (《全国年节及纪念日放假办法》, article 2): 元旦, 劳动节, 国庆节. The
 * others follow the moon and the sun, and how days are swapped is in the year's notice only.
 */
const DATED_HOLIDAYS = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'] as const;

/** The dated holidays of a year. */
export function datedHolidays(year: number): Day[] {
  return DATED_HOLIDAYS.map((date) => `${year}-${date}`);
}

/**
 * The published arrangements, from the package chinese-days.
 *
 * Only its lists are used. Its functions take any year they know nothing of for an ordinary one, and they
 * read days in the time zone of the process.
 */
export function statutoryDays(packaged: PackagedDays = published): StatutoryDays {
  const holidays = new Set(Object.keys(packaged.holidays));
  const makeUpDays = new Set(Object.keys(packaged.workdays));
  return { years: completeYears(holidays), holidays, makeUpDays };
}

/**
 * The published arrangements with those an administrator has brought in for years that are not among them. A year that is
 * published already stays as it is; in a year brought in, a day that only the year beside it names no longer counts.
 */
export function withBroughtIn(
  { years, holidays, makeUpDays }: StatutoryDays,
  broughtIn: readonly Pick<BroughtInYear, 'year' | 'holidays' | 'makeUpDays'>[],
): StatutoryDays {
  const added = broughtIn.filter(({ year }) => !years.has(year));
  if (added.length === 0) return { years, holidays, makeUpDays };
  const addedYears = new Set(added.map(({ year }) => year));
  const elsewhere = (days: ReadonlySet<Day>) => [...days].filter((day) => !addedYears.has(yearOf(day)));
  return {
    years: new Set([...years, ...addedYears]),
    holidays: new Set([...elsewhere(holidays), ...added.flatMap((year) => year.holidays)]),
    makeUpDays: new Set([...elsewhere(makeUpDays), ...added.flatMap((year) => year.makeUpDays)]),
  };
}

/**
 * Years that name both New Year's Day and National Day among their holidays. One notice covers a whole year,
 * but its first or last holiday may reach into the year beside it, which is no notice for that year.
 */
function completeYears(holidays: ReadonlySet<Day>): Set<number> {
  const years = new Set([...holidays].map(yearOf));
  return new Set([...years].filter((year) => holidays.has(`${year}-01-01`) && holidays.has(`${year}-10-01`)));
}
