import type { EntityManager } from 'typeorm';
import { datedHolidays } from './statutory-days.js';
import { dayIn, yearOf } from './zone.js';

/** Shown where an administrator sees where a year comes from. */
const SOURCE = '演示数据，不是公布的安排';

const KEEP = `
  INSERT INTO calendar_year (year, holidays, make_up_days, source, brought_in_at)
  VALUES ($1, $2::date[], '{}', $3, $4) ON CONFLICT (year) DO NOTHING`;

/**
 * Brings in the years around now that nobody has arranged, with the holidays of a fixed date: the demo county has
 * times to book and rosters in any year, also before a release has it. What an administrator brought in stays.
 */
export async function keepDemoYears(
  em: EntityManager,
  arranged: ReadonlySet<number>,
  { timeZone, now }: { readonly timeZone: string; readonly now: Date },
): Promise<void> {
  const present = yearOf(dayIn(timeZone, now));
  for (const year of [present - 1, present, present + 1]) {
    if (!arranged.has(year)) await em.query(KEEP, [year, datedHolidays(year), SOURCE, now]);
  }
}
