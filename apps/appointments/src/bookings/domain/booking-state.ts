/** The life of a citizen's booking (domain.md §3, Booking rules). */
export const BOOKING_STATES = [
  'held',
  'confirmed',
  'arrived',
  'served',
  'missed',
  'unserved',
  'cancelled',
  'expired',
  'released',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** A booking begins as a hold, or confirmed at once where the contact came with it. */
export const FIRST_BOOKING_STATES = ['held', 'confirmed'] as const satisfies readonly BookingState[];

/** While in one of these a booking takes its place; the exclusion constraint speaks of the same four. */
export const PLACE_TAKING_STATES = [
  'held',
  'confirmed',
  'arrived',
  'served',
] as const satisfies readonly BookingState[];

export const BOOKING_TRANSITIONS = {
  held: ['confirmed', 'expired', 'released'],
  confirmed: ['arrived', 'served', 'missed', 'cancelled'],
  arrived: ['served', 'missed', 'unserved'],
  served: [],
  missed: [],
  unserved: [],
  cancelled: [],
  expired: [],
  released: [],
} as const satisfies Record<BookingState, readonly BookingState[]>;

/** Whether a booking may go from one state to another. */
export function mayBecome(from: BookingState, to: BookingState): boolean {
  const next: readonly BookingState[] = BOOKING_TRANSITIONS[from];
  return next.includes(to);
}

/** The state as it counts at `now`: a hold past its time is none, though nobody has struck it off yet. */
export function stateAt(booking: { state: BookingState; heldUntil: Date }, now: Date): BookingState {
  return booking.state === 'held' && booking.heldUntil <= now ? 'expired' : booking.state;
}
