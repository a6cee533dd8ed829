import type { Language } from '@app/common/contracts/request-kind.js';
import type { BookingChannel } from '../schedule/domain/site-schedule.js';
import type { BookingState } from './domain/booking-state.js';

/** What of a citizen's booking only the sealed box reads. */
export interface SealedContact {
  readonly sealedName: string | null;
  readonly sealedPhone: string;
  readonly phoneFingerprint: string;
  readonly receivesText: boolean;
  readonly language: Language;
}

/** A citizen's booking of a place at a window. */
export interface Booking {
  readonly id: string;
  readonly code: string;
  readonly state: BookingState;
  readonly windowId: string;
  readonly place: number;
  readonly siteId: string;
  readonly itemCode: string;
  readonly materialVersion: number | null;
  /** At the office, `YYYY-MM-DD`. */
  readonly day: string;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly people: number;
  readonly green: boolean;
  readonly homeVisit: boolean;
  readonly channel: BookingChannel;
  readonly language: Language | null;
  readonly sealedName: string | null;
  readonly sealedPhone: string | null;
  readonly phoneFingerprint: string | null;
  readonly receivesText: boolean;
  readonly sealedRepresentative: string | null;
  readonly sealedAddress: string | null;
  readonly heldUntil: Date;
  readonly createdAt: Date;
  /** Rises with every change the citizen's calendar has to learn of (RFC 5545, SEQUENCE). */
  readonly sequence: number;
  readonly version: number;
}
