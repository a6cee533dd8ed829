import type { InterviewBooking, InterviewBookingWish } from './interview-booking.js';

/** What every answer about a booking says, whatever was booked. */
export interface BookingAnswer {
  readonly bookingId: string;
  readonly state: 'held' | 'confirmed' | 'released';
  readonly startAt: string;
  readonly endAt: string;
}

export function answerOf(booking: InterviewBooking): BookingAnswer {
  return {
    bookingId: booking.id,
    state: booking.state === 'confirmed' || booking.state === 'held' ? booking.state : 'released',
    startAt: booking.startAt.toISOString(),
    endAt: booking.endAt.toISOString(),
  };
}

/** A question for a hold as the wish it is. */
export function wishOf(
  question: { bookingId: string; caseId: string; startAt: string; endAt: string },
  resourceId: string,
): InterviewBookingWish {
  const { bookingId, caseId } = question;
  return { bookingId, caseId, resourceId, startAt: new Date(question.startAt), endAt: new Date(question.endAt) };
}
