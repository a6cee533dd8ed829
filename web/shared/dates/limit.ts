import { CalendarYearMissing, workingCalendar } from '@app/common/calendar/calendar.js';
import { workingDaysBetween } from '@app/common/calendar/working-time.js';
import { dayOf, formatDayTime, formatTime, type Instant } from './format.js';
import { limitWords } from './limit.words.js';
import type { Language } from '../i18n/language.js';
import { translator } from '../i18n/words.js';

const CALENDAR = workingCalendar();

/**
 * A limit as people read it: `还剩 2 个工作日（11月25日 17:30 前）`. The days are counted on the same statutory calendar
 * as the services count them; where it has no arrangement for a year, the date alone is said rather than a guess.
 * @param dueAt when the limit ends
 */
export function limitText(dueAt: Instant, now: Date, language: Language): string {
  const t = translator(limitWords, language);
  const due = new Date(dueAt);
  const by = formatDayTime(due, language);
  const days = workingDays(now, due);
  if (due < now) return days ? t('over', { days: -days, by }) : t('overToday', { by });
  if (dayOf(due) === dayOf(now)) return t('today', { by: formatTime(due) });
  return days ? t('left', { days, by }) : t('by', { by });
}

/** Working days from now to the end of a limit, negative when it is past; null where nobody knows yet. */
function workingDays(now: Date, due: Date): number | null {
  try {
    return workingDaysBetween(CALENDAR, now, due);
  } catch (error) {
    if (error instanceof CalendarYearMissing) return null;
    throw error;
  }
}
