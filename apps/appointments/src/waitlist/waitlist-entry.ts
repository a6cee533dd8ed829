import type { Language } from '@app/common/contracts/request-kind.js';
import type { WaitlistSession } from './waitlist.dto.js';
import type { WaitlistState } from './domain/waitlist-state.js';

/** Somebody who waits for a time at a site. */
export interface WaitlistEntry {
  readonly id: string;
  readonly code: string;
  readonly state: WaitlistState;
  readonly itemCode: string;
  readonly siteId: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly session: WaitlistSession | null;
  readonly people: number;
  readonly green: boolean;
  /** 上门服务: the office comes to the citizen. */
  readonly homeVisit: boolean;
  readonly language: Language;
  readonly sealedName: string | null;
  readonly sealedPhone: string;
  /** Where to come to; with a home visit and only then. */
  readonly sealedAddress: string | null;
  readonly phoneFingerprint: string;
  readonly receivesText: boolean;
  /** The hold it was offered. */
  readonly bookingId: string | null;
}
