import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
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
 * Years that name both New Year's Day and National Day among their holidays. One notice covers a whole year,
 * but its first or last holiday may reach into the year beside it, which is no notice for that year.
 */
function completeYears(holidays: ReadonlySet<Day>): Set<number> {
  const years = new Set([...holidays].map(yearOf));
  return new Set([...years].filter((year) => holidays.has(`${year}-01-01`) && holidays.has(`${year}-10-01`)));
}
