/** Times of day somebody may wish for; hours at the office. */
export const WISHED_TIMES = ['late', 'early', 'noon', 'day'] as const;
export type WishedTime = (typeof WISHED_TIMES)[number];

const HOURS: Record<WishedTime, readonly [string, string]> = {
  early: ['07:00', '09:00'],
  noon: ['12:00', '13:30'],
  late: ['17:30', '20:00'],
  day: ['08:00', '20:00'],
};

/**
 * The span a citizen wishes for, as the service takes it.
 * @param day the day at the office; empty where any day suits, then nothing is said about the time either
 */
export function wishSpan(day: string, time: WishedTime): { wishFrom?: string; wishTo?: string } {
  if (day === '') return {};
  const [from, to] = HOURS[time];
  return { wishFrom: `${day}T${from}:00+08:00`, wishTo: `${day}T${to}:00+08:00` };
}
