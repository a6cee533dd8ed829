export const INTERVIEW_BOOKING_STATES = ['held', 'confirmed', 'replaced', 'expired', 'released'] as const;
export type InterviewBookingState = (typeof INTERVIEW_BOOKING_STATES)[number];

export const INITIAL_INTERVIEW_BOOKING_STATE: InterviewBookingState = 'held';

/**
 * A hold is confirmed in time or expires; whoever still wants an expired one asks for the hold again. While a talk moves
 * to a time overlapping its own, its booking is replaced by the new one, until one of the two is given back. The new one
 * is confirmed at once: what it replaces was.
 */
export const INTERVIEW_BOOKING_TRANSITIONS = {
  held: ['confirmed', 'expired', 'released'],
  confirmed: ['replaced', 'released'],
  replaced: ['confirmed', 'released'],
  expired: ['held', 'released'],
  released: [],
} as const satisfies Record<InterviewBookingState, readonly InterviewBookingState[]>;

/** The state as it counts at `now`: a hold past its time is none, though nobody has struck it off yet. */
export function stateAt(booking: { state: InterviewBookingState; heldUntil: Date }, now: Date): InterviewBookingState {
  return booking.state === 'held' && booking.heldUntil <= now ? 'expired' : booking.state;
}
