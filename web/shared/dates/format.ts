import type { Language } from '../i18n/language.js';

/** The office's zone: every time a citizen or an official reads is the time on the office's wall. */
const ZONE = 'Asia/Shanghai';

const NUMBERS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

/** Instants come as the services send them (ISO 8601) or as a Date. */
export type Instant = string | Date;

interface WallTime {
  year: number;
  month: number;
  day: number;
  /** `14:30` */
  time: string;
}

export function wallTime(at: Instant): WallTime {
  const parts = Object.fromEntries(NUMBERS.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return {
    year: Number(parts['year']),
    month: Number(parts['month']),
    day: Number(parts['day']),
    time: `${parts['hour']}:${parts['minute']}`,
  };
}

/** `2026年11月22日` / `22 Nov 2026` */
export function formatDate(at: Instant, language: Language): string {
  const { year, month, day } = wallTime(at);
  return language === 'zh-CN' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** `14:30` */
export function formatTime(at: Instant): string {
  return wallTime(at).time;
}

/** `2026年11月22日 14:30` / `22 Nov 2026, 14:30` */
export function formatDateTime(at: Instant, language: Language): string {
  return formatDate(at, language) + (language === 'zh-CN' ? ' ' : ', ') + formatTime(at);
}

/** `11月25日 17:30` / `25 Nov, 17:30`: for something near, whose year goes without saying. */
export function formatDayTime(at: Instant, language: Language): string {
  return formatMonthDay(at, language) + (language === 'zh-CN' ? ' ' : ', ') + formatTime(at);
}

/** `2026年11月25日（周三）` / `Wed 25 Nov 2026`: the day of an appointment. */
export function formatWeekday(at: Instant, language: Language): string {
  const weekday = weekdayName(at, language);
  const date = formatDate(at, language);
  return language === 'zh-CN' ? `${date}（${weekday}）` : `${weekday} ${date}`;
}

/** `11月25日` / `25 Nov`: a near day, whose year goes without saying. */
export function formatMonthDay(at: Instant, language: Language): string {
  const { month, day } = wallTime(at);
  return language === 'zh-CN' ? `${month}月${day}日` : `${day} ${MONTHS[month - 1]}`;
}

/** `11月25日（周三）` / `Wed 25 Nov` */
export function formatDay(at: Instant, language: Language): string {
  const weekday = weekdayName(at, language);
  const day = formatMonthDay(at, language);
  return language === 'zh-CN' ? `${day}（${weekday}）` : `${weekday} ${day}`;
}

function weekdayName(at: Instant, language: Language): string {
  const { year, month, day } = wallTime(at);
  return WEEKDAYS[language][new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
}

/** `14:30–15:30` */
export function formatTimes(start: Instant, end: Instant): string {
  return `${formatTime(start)}–${formatTime(end)}`;
}

/** `2026年11月25日（周三） 14:30–15:30` / `Wed 25 Nov 2026, 14:30–15:30`: an appointment. */
export function formatAppointment(start: Instant, end: Instant, language: Language): string {
  return formatWeekday(start, language) + (language === 'zh-CN' ? ' ' : ', ') + formatTimes(start, end);
}

/** The day on the office's wall as `2026-11-25`, for comparing days. */
export function dayOf(at: Instant): string {
  const { year, month, day } = wallTime(at);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
