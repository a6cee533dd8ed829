/** Due at once when a change of the schedule has taken the time of a booking; its key is the booking's id. */
export const TIME_TAKEN = 'booking.time-taken';
