import { instantIn, isDay, type Day } from '@app/common/calendar/zone.js';

/** The moment a cell names. */
export interface ReadTime {
  readonly at: Date;
  /** The last instant it can mean: the same, or the end of the day where no time of day is written. */
  readonly until: Date;
}

const DATE = String.raw`(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<date>\d{1,2})\s*日?`;
const TIME = String.raw`(?<hour>\d{1,2})\s*[:：时点]\s*(?<minute>\d{1,2})\s*(?:[:：分]\s*(?:(?<second>\d{1,2})(?:\.\d+)?\s*秒?)?)?`;
const WRITTEN = new RegExp(String.raw`^${DATE}(?:[T\s]*${TIME})?$`, 'u');

const DAY_MINUTES = 24 * 60;
const DAY_SECONDS = DAY_MINUTES * 60;
/** Day 0 of spreadsheets that count days: dates in cells that lost their format come as such numbers. */
const SERIAL_ORIGIN = Date.UTC(1899, 11, 30);
const SERIAL = /^\d{5}(?:\.\d+)?$/;

/**
 * The moment that a cell of a date column names by the office's wall clock: `2019/4/25 9:32:09`, `2019-04-25`,
 * `2019年4月25日 9时32分`, or a spreadsheet's day number. A day without a time of day begins at its midnight.
 * @param timeZone IANA name of the office's zone
 * @returns `null` where the text names no moment that exists
 */
export function readTime(text: string, timeZone: string): ReadTime | null {
  const cell = text.trim();
  const { day, minute } = (SERIAL.test(cell) ? serialTime(Number(cell)) : writtenTime(cell)) ?? {};
  if (day === undefined) return null;
  return {
    at: instantIn(timeZone, day, minute ?? 0),
    until: instantIn(timeZone, day, minute ?? DAY_MINUTES),
  };
}

/** Day and minute since midnight, seconds as fractions; no minute where only the day is written. */
type DayAndMinute = { day: Day; minute?: number };

function writtenTime(text: string): DayAndMinute | null {
  const parts = WRITTEN.exec(text)?.groups;
  if (!parts) return null;
  const { year = '', month = '', date = '', hour, minute, second } = parts;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!isDay(day)) return null;
  if (hour === undefined) return { day };
  const [h, m, s] = [Number(hour), Number(minute), Number(second ?? 0)];
  return h < 24 && m < 60 && s < 60 ? { day, minute: h * 60 + m + s / 60 } : null;
}

function serialTime(serial: number): DayAndMinute {
  const seconds = Math.round(serial * DAY_SECONDS);
  const day = new Date(SERIAL_ORIGIN + seconds * 1000).toISOString().slice(0, 10);
  return Number.isInteger(serial) ? { day } : { day, minute: (seconds % DAY_SECONDS) / 60 };
}
