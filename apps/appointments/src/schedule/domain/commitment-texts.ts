import { weekdayOf, type Day } from '@app/common/calendar/zone.js';
import type { Commitment } from './commitments.js';

const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];

/** What a broken commitment is called, the day first. */
const TEXTS: Readonly<Record<Commitment, { readonly zh: string; readonly en: string }>> = {
  'noon-unbroken': {
    zh: '{day}中午没有窗口开放；工作日中午须不间断服务。',
    en: '{day}: no window is open over noon. On working days noon has to be without a break.',
  },
  'weekend-half-day': {
    zh: '{day}起的周末没有开放；每个周末至少开放半天。',
    en: 'Weekend of {day}: closed. Every weekend has at least one half-day.',
  },
  'holiday-half-days': {
    zh: '{day}起的假期开放不足；国庆节、春节假期各至少开放两个半天。',
    en: 'Holiday from {day}: open too little. National Day and Spring Festival have at least two half-days each.',
  },
  'long-holiday-last-day': {
    zh: '{day}没有开放；七天以上假期的最后一天须开放。',
    en: '{day}: closed. The last day of a holiday of seven days or more has to be open.',
  },
};

/** The sentence for a broken commitment, for people, in both languages. */
export function violationText(rule: Commitment, day: Day): { textZh: string; textEn: string } {
  const [year, month, date] = day.split('-').map(Number);
  const dayZh = `${year}年${month}月${date}日（星期${WEEKDAYS_ZH[weekdayOf(day)]}）`;
  const at = new Date(`${day}T00:00:00Z`);
  const format = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const dayEn = new Intl.DateTimeFormat('en-GB', format).format(at);
  const { zh, en } = TEXTS[rule];
  return { textZh: zh.replace('{day}', dayZh), textEn: en.replace('{day}', dayEn) };
}
