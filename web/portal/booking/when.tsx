import { formatTimes, formatWeekday } from '@shared/dates/format.js';
import { useLanguage } from '@shared/i18n/use-words.js';

/** `2026年11月25日（周三） 14:30–15:30`; a narrow line breaks between day and time only. */
export function When({ startAt, endAt }: { startAt: string; endAt: string }) {
  const language = useLanguage();
  return (
    <>
      <span className="nowrap">{formatWeekday(startAt, language)}</span>
      {language === 'en' ? ', ' : ' '}
      <span className="nowrap">{formatTimes(startAt, endAt)}</span>
    </>
  );
}
