import type { InterviewBookingState } from './domain/interview-booking-state.js';
import type { InterviewBooking, InterviewBookingWish } from './interview-booking.js';

/** What every answer about a booking says, whatever was booked. */
export interface BookingAnswer {
  readonly bookingId: string;
  readonly state: 'held' | 'confirmed' | 'released';
  readonly startAt: string;
  readonly endAt: string;
}

/** One that is being replaced stands until it is given back. */
const ANSWERED = {
  held: 'held',
  confirmed: 'confirmed',
  replaced: 'confirmed',
  expired: 'released',
  released: 'released',
} as const satisfies Record<InterviewBookingState, BookingAnswer['state']>;

export function answerOf(booking: InterviewBooking): BookingAnswer {
  return {
    bookingId: booking.id,
    state: ANSWERED[booking.state],
    startAt: booking.startAt.toISOString(),
    endAt: booking.endAt.toISOString(),
  };
}

/** A question for a hold as the wish it is. */
export function wishOf(
  question: { bookingId: string; caseId: string; startAt: string; endAt: string; replaces?: string },
  resourceId: string,
): InterviewBookingWish {
  const { bookingId, caseId, replaces = null } = question;
  const time = { startAt: new Date(question.startAt), endAt: new Date(question.endAt) };
  return { bookingId, caseId, resourceId, ...time, replaces };
}
