import type { NoShowRules } from '../../appointments.settings.js';

const DAY_MS = 86_400_000;

/**
 * Until when a phone that has missed bookings may not book by web or SMS ([D]: three within 90 days cost 30 days,
 * counted from the last of them).
 * @param missed when the missed bookings would have begun, in any order
 * @returns null where there are too few within any such period
 */
export function blockedUntil(missed: readonly Date[], rules: NoShowRules): Date | null {
  const times = missed.map((at) => at.getTime()).sort((a, b) => a - b);
  const last = times.findLast((time, i) => {
    const first = times[i - rules.count + 1];
    return first !== undefined && time - first < rules.withinDays * DAY_MS;
  });
  return last === undefined ? null : new Date(last + rules.blockedDays * DAY_MS);
}
