import { dayOf, formatDay } from '@shared/dates/format.js';
import type { Language } from '@shared/i18n/language.js';
import { serviceNow } from './service-clock.js';
import { dayAfter, noonOf } from './slot-search.js';

/** The days from tomorrow on that may be booked, for a list to choose from. */
export function daysToChoose(language: Language): { value: string; label: string }[] {
  const today = dayOf(serviceNow());
  return Array.from({ length: 30 }, (_, n) => {
    const day = dayAfter(today, n + 1);
    return { value: day, label: formatDay(noonOf(day), language) };
  });
}
