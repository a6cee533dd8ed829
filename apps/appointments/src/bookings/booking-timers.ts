/** Due when a hold is over that nobody has confirmed; its key is the booking's id. */
export const HOLD_OVER = 'booking.hold-over';

/** Due shortly after windows have closed: bookings that were on their way then are looked at. Its key is the change's own. */
export const WINDOWS_CLOSED = 'booking.windows-closed';
