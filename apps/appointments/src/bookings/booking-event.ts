import type { Booking } from './booking.js';

/** What every event about a booking says. */
export function aboutBooking(booking: Pick<Booking, 'id' | 'windowId' | 'startAt' | 'endAt'>) {
  return {
    bookingId: booking.id,
    resource: 'window' as const,
    resourceId: booking.windowId,
    startAt: booking.startAt.toISOString(),
    endAt: booking.endAt.toISOString(),
  };
}
