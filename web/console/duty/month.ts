import { isDay, shiftDay } from '@app/common/calendar/zone.js';
import type { Language } from '@shared/i18n/language.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Whether a text is a month, `2026-11`. */
export function isMonth(text: string | undefined): text is string {
  return text !== undefined && isDay(`${text}-01`);
}

/** The month `count` months after `month`; before it where negative. */
export function monthShifted(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** Its last day, `YYYY-MM-DD`. */
export function lastDayOf(month: string): string {
  return shiftDay(`${monthShifted(month, 1)}-01`, -1);
}

/** `2026年11月` / `November 2026` */
export function monthWords(month: string, language: Language): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return language === 'zh-CN' ? `${year}年${number}月` : `${MONTHS[number - 1] ?? ''} ${year}`;
}
