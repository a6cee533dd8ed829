import { isDay } from '@app/common/calendar/zone.js';
import { formatDay } from '@shared/dates/format.js';
import { useLanguage } from '@shared/i18n/use-words.js';
import { officeInstant } from './office-time.js';

/** `11月25日（周三）` of what a date field holds; nothing while it holds no day. */
export function useDayInWords() {
  const shown = useLanguage();
  return (value: string) => (isDay(value) ? formatDay(officeInstant(value, '12:00'), shown) : undefined);
}
