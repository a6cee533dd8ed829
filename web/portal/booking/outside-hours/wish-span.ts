import { dayOf, formatTime } from '@shared/dates/format.js';

/** Times of day somebody may wish for; hours at the office. */
export const WISHED_TIMES = ['late', 'early', 'noon', 'day'] as const;
export type WishedTime = (typeof WISHED_TIMES)[number];

/** `day` is one at the office, empty where any suits; then nothing is said about the time either. */
export interface Wish {
  readonly day: string;
  readonly time: WishedTime;
}

export const ANY_TIME: Wish = { day: '', time: WISHED_TIMES[0] };

const HOURS: Record<WishedTime, readonly [string, string]> = {
  early: ['07:00', '09:00'],
  noon: ['12:00', '13:30'],
  late: ['17:30', '20:00'],
  day: ['08:00', '20:00'],
};

/** The span a citizen wishes for, as the service takes it. */
export function wishSpan({ day, time }: Wish): { wishFrom?: string; wishTo?: string } {
  if (day === '') return {};
  const [from, to] = HOURS[time];
  return { wishFrom: `${day}T${from}:00+08:00`, wishTo: `${day}T${to}:00+08:00` };
}

/** The wish a span stands for, to be changed; hours that nobody can choose here are the whole day. */
export function wishOf(wishFrom: string | null, wishTo: string | null): Wish {
  if (wishFrom === null || wishTo === null) return ANY_TIME;
  const hours = `${formatTime(wishFrom)}–${formatTime(wishTo)}`;
  return { day: dayOf(wishFrom), time: WISHED_TIMES.find((time) => HOURS[time].join('–') === hours) ?? 'day' };
}
