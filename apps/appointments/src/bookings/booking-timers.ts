/** Due when a hold is over that nobody has confirmed; its key is the booking's id. */
export const HOLD_OVER = 'booking.hold-over';
