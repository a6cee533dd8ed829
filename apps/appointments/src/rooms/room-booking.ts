import type { Span } from '../slots/domain/span.js';
import type { RoomBookingState } from './domain/room-booking-state.js';

/** A room taken for a time. */
export interface TakenRoom extends Span {
  readonly id: string;
  readonly resourceKind: 'room';
  readonly resourceId: string;
  readonly place: number;
  readonly state: RoomBookingState;
  /** The interview a room is booked for. */
  readonly caseId: string | null;
  readonly heldUntil: Date;
}
