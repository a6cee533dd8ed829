import type { Span } from '../slots/domain/span.js';
import type { BookingState } from './domain/booking-state.js';

/** A place of a resource taken for a time. */
export interface Booking extends Span {
  readonly id: string;
  readonly resourceKind: 'room' | 'window' | 'volunteer';
  readonly resourceId: string;
  readonly place: number;
  readonly state: BookingState;
  /** The interview a room is booked for. */
  readonly caseId: string | null;
  readonly heldUntil: Date;
}
