import type { AppointmentsSettings } from '../../appointments.settings.js';
import { stateAt, type BookingState } from './booking-state.js';

/** What can be done with a booking by its code. */
export const BOOKING_STEPS = ['confirm', 'release', 'move', 'cancel', 'rate'] as const;
export type BookingStep = (typeof BOOKING_STEPS)[number];

type ChangeRules = Pick<AppointmentsSettings, 'cancelUntilMinutes'>;

const MINUTE_MS = 60_000;

/** The last instant at which a citizen may cancel or move (domain.md §3: up to 2 hours before). */
export function changeableUntil(startAt: Date, { cancelUntilMinutes }: ChangeRules): Date {
  return new Date(startAt.getTime() - cancelUntilMinutes * MINUTE_MS);
}

/**
 * What may be done with a booking now.
 * @param byStaff the office may cancel and move at any time before the end
 * @param unkept the office has told the citizen that it cannot keep the time: then the citizen may as well
 */
export function allowedSteps(
  booking: { state: BookingState; heldUntil: Date; startAt: Date; endAt: Date; rated: boolean },
  { now, byStaff, unkept, rules }: { now: Date; byStaff: boolean; unkept: boolean; rules: ChangeRules },
): BookingStep[] {
  switch (stateAt(booking, now)) {
    case 'held':
      return ['confirm', 'release'];
    case 'confirmed': {
      const last = byStaff || unkept ? booking.endAt : changeableUntil(booking.startAt, rules);
      return now <= last ? ['move', 'cancel'] : [];
    }
    case 'served':
      return booking.rated ? [] : ['rate'];
    default:
      return [];
  }
}
