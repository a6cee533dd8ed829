export const BOOKING_STATES = ['held', 'confirmed', 'expired', 'released'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

export const INITIAL_BOOKING_STATE: BookingState = 'held';

/** A hold is confirmed in time or expires; whoever still wants an expired one asks for the hold again. */
export const BOOKING_TRANSITIONS = {
  held: ['confirmed', 'expired', 'released'],
  confirmed: ['released'],
  expired: ['held', 'released'],
  released: [],
} as const satisfies Record<BookingState, readonly BookingState[]>;

/** The state as it counts at `now`: a hold past its time is none, though nobody has struck it off yet. */
export function stateAt(booking: { state: BookingState; heldUntil: Date }, now: Date): BookingState {
  return booking.state === 'held' && booking.heldUntil <= now ? 'expired' : booking.state;
}
