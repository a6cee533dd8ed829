export const ROOM_BOOKING_STATES = ['held', 'confirmed', 'expired', 'released'] as const;
export type RoomBookingState = (typeof ROOM_BOOKING_STATES)[number];

export const INITIAL_ROOM_BOOKING_STATE: RoomBookingState = 'held';

/** A hold is confirmed in time or expires; whoever still wants an expired one asks for the hold again. */
export const ROOM_BOOKING_TRANSITIONS = {
  held: ['confirmed', 'expired', 'released'],
  confirmed: ['released'],
  expired: ['held', 'released'],
  released: [],
} as const satisfies Record<RoomBookingState, readonly RoomBookingState[]>;

/** The state as it counts at `now`: a hold past its time is none, though nobody has struck it off yet. */
export function stateAt(booking: { state: RoomBookingState; heldUntil: Date }, now: Date): RoomBookingState {
  return booking.state === 'held' && booking.heldUntil <= now ? 'expired' : booking.state;
}
