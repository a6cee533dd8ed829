import { sessionAt, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import { dayIn, instantIn } from '@app/common/calendar/zone.js';
import type { Span } from '../../slots/domain/span.js';

const MINUTE_MS = 60_000;

/** When a citizen may arrive for a booking ([D] numbers of `AppointmentsSettings`). */
export interface ArrivalRules {
  readonly checkInMinutesBefore: number;
  readonly lateMinutes: number;
}

/** `over`: the session is over, the citizen has not come in time. */
export type Arrival = 'early' | 'in-time' | 'late' | 'over';

/** What an arrival at an instant is, for a booking. */
export function arrivalAt(calendar: WorkingCalendar, booking: Span, rules: ArrivalRules, now: Date): Arrival {
  if (now < checkInFrom(booking, rules)) return 'early';
  if (now >= sessionOver(calendar, booking)) return 'over';
  return now > lateAfter(booking, rules) ? 'late' : 'in-time';
}

/** From when a booking's code is taken at the desk. */
export function checkInFrom({ startAt }: Span, { checkInMinutesBefore }: ArrivalRules): Date {
  return new Date(startAt.getTime() - checkInMinutesBefore * MINUTE_MS);
}

/** After this instant the citizen is late. */
export function lateAfter({ startAt }: Span, { lateMinutes }: Pick<ArrivalRules, 'lateMinutes'>): Date {
  return new Date(startAt.getTime() + lateMinutes * MINUTE_MS);
}

/** When the session a booking begins in is over: until then who is late is still served. */
export function sessionOver(calendar: WorkingCalendar, { startAt, endAt }: Span): Date {
  const session = sessionAt(calendar, startAt);
  if (session === null) return endAt;
  const end = instantIn(calendar.timeZone, dayIn(calendar.timeZone, startAt), session.end);
  return end > endAt ? end : endAt;
}

/**
 * The bookings whose session is over at an instant are those that end by it and begin before this one: to find them
 * with an index.
 */
export function overIfBegunBefore(calendar: WorkingCalendar, now: Date): Date {
  const session = sessionAt(calendar, now);
  return session === null ? now : instantIn(calendar.timeZone, dayIn(calendar.timeZone, now), session.start);
}
