import type { EntityManager } from 'typeorm';
import { datedHolidays } from './statutory-days.js';
import { dayIn, yearOf } from './zone.js';

/** Shown where an administrator sees where a year comes from. */
const SOURCE = '演示数据，不是公布的安排';

const KEEP = `
  INSERT INTO calendar_year (year, holidays, make_up_days, source, brought_in_at)
  VALUES ($1, $2::date[], '{}', $3, $4) ON CONFLICT (year) DO NOTHING`;

/** As far back as the demo county's past reaches, and ahead as its limits and times to book do. */
const DAYS_AROUND = 45;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Brings in the years the demo county lives in that nobody has arranged, with the holidays of a fixed date: it has limits,
 * times to book and rosters in any year, also before a release has it. What an administrator brought in stays.
 */
export async function keepDemoYears(
  em: EntityManager,
  arranged: ReadonlySet<number>,
  { timeZone, now }: { readonly timeZone: string; readonly now: Date },
): Promise<void> {
  const around = [-DAYS_AROUND, 0, DAYS_AROUND].map((days) => new Date(now.getTime() + days * DAY_MS));
  for (const year of new Set(around.map((at) => yearOf(dayIn(timeZone, at))))) {
    if (!arranged.has(year)) await em.query(KEEP, [year, datedHolidays(year), SOURCE, now]);
  }
}
