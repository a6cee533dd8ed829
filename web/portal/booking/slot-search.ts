/** What times are looked for: all, or only those of extended service (延时服务, domain.md §3). */
export const FILTERS = ['all', 'noon', 'evening', 'weekend'] as const;
export type Filter = (typeof FILTERS)[number];

/** How many days ahead may be booked. */
const HORIZON_DAYS = 30;
/** Days asked for at once: a week of all times is what a phone gets over 3G in a second. */
const PORTION_DAYS = 7;
const DAY_MS = 86_400_000;

/** A day at the office, `2026-11-25`. */
export type Day = string;

/** The day `days` after another. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** An instant in the middle of a day at the office, for naming the day. */
export const noonOf = (day: Day): string => `${day}T12:00:00+08:00`;

/**
 * The next span of days to ask for, so that whoever looks for an evening does not turn pages: of all times a week, of
 * the few extended ones everything up to the horizon. Null when all has been asked for.
 * @param today the day at the office
 * @param from first day not asked for yet
 */
export function nextSpan(filter: Filter, today: Day, from: Day): { from: Day; to: Day } | null {
  const last = dayAfter(today, HORIZON_DAYS);
  if (from > last) return null;
  const to = filter === 'all' ? dayAfter(from, PORTION_DAYS - 1) : last;
  return { from, to: to < last ? to : last };
}

/** Whether all the words asked for stand in one of the texts; full width, case and spaces make no difference. */
export function matches(query: string, texts: readonly string[]): boolean {
  const among = texts.map(plain).join(' ');
  return plain(query)
    .split(' ')
    .every((word) => among.includes(word));
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
