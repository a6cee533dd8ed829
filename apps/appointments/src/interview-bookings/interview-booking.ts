import type { Span } from '../slots/domain/span.js';
import type { InterviewBookingState } from './domain/interview-booking-state.js';

/** What interviews books: a room, a volunteer's hour. */
export type InterviewResourceKind = 'room' | 'volunteer';

/** A room or a volunteer taken for the time of an interview. */
export interface InterviewBooking extends Span {
  readonly id: string;
  readonly resourceKind: InterviewResourceKind;
  readonly resourceId: string;
  readonly place: number;
  readonly state: InterviewBookingState;
  readonly caseId: string | null;
  readonly heldUntil: Date;
}

/** What is asked for: the asker chooses the id. */
export interface InterviewBookingWish extends Span {
  readonly bookingId: string;
  readonly resourceId: string;
  readonly caseId: string;
  /** The booking of the same talk that this one is to replace, also where their times overlap. */
  readonly replaces: string | null;
}
