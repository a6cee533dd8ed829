import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { workingDaysBetween } from '@app/common/calendar/working-time.js';
import { dayOf, formatDayTime, formatTime, type Instant } from './format.js';
import { limitWords } from './limit.words.js';
import { whereArranged } from './office-calendar.js';
import type { Language } from '../i18n/language.js';
import { translator } from '../i18n/words.js';

/** A limit in words: how it stands, and its exact end where that does not say it already. */
export interface LimitWords {
  readonly short: string;
  readonly exact: string;
}

/**
 * A limit as people read it: `还剩 2 个工作日` and `（11月25日 17:30 前）`. The days are counted on the calendar in force,
 * as the services count them; where it has no arrangement for a year, the date alone is said rather than a guess.
 * @param dueAt when the limit ends
 * @param calendar null as long as it is not read: then too, the date alone
 */
export function limitWordsOf(
  dueAt: Instant,
  now: Date,
  language: Language,
  calendar: WorkingCalendar | null,
): LimitWords {
  const t = translator(limitWords, language);
  const due = new Date(dueAt);
  const by = formatDayTime(due, language);
  const days = calendar && whereArranged(() => workingDaysBetween(calendar, now, due));
  if (due < now) return { short: days ? t('over', { days: -days }) : t('overToday'), exact: t('overBy', { by }) };
  if (dayOf(due) === dayOf(now)) return { short: t('today', { by: formatTime(due) }), exact: '' };
  return days ? { short: t('left', { days }), exact: t('leftBy', { by }) } : { short: t('by', { by }), exact: '' };
}

/** The whole of it in one: `还剩 2 个工作日（11月25日 17:30 前）`. */
export function limitText(...limit: Parameters<typeof limitWordsOf>): string {
  const { short, exact } = limitWordsOf(...limit);
  return short + exact;
}
