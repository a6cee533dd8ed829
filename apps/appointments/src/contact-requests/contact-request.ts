import type { Language } from '@app/common/contracts/request-kind.js';
import type { ContactPoint } from './domain/contact-clock.js';
import type { ContactRequestKind, ContactRequestState } from './domain/contact-request-state.js';

/** How a request came in. */
export type ContactRequestChannel = 'web' | 'sms' | 'phone';

/** A citizen's wish to be contacted, with the names of what it is about, as the database gives it. */
export interface ContactRequest {
  readonly id: string;
  readonly code: string;
  readonly kind: ContactRequestKind;
  readonly state: ContactRequestState;
  readonly channel: ContactRequestChannel;
  readonly language: Language;
  readonly itemCode: string | null;
  readonly itemNameZh: string | null;
  readonly itemNameEn: string | null;
  readonly siteId: string | null;
  readonly siteNameZh: string | null;
  readonly siteNameEn: string | null;
  readonly siteAddress: string | null;
  readonly wishFrom: Date | null;
  readonly wishTo: Date | null;
  readonly note: string | null;
  readonly sealedName: string | null;
  readonly sealedPhone: string;
  readonly receivesText: boolean;
  readonly requestedAt: Date;
  readonly nearAt: Date;
  readonly contactDueAt: Date;
  readonly points: readonly ContactPoint[];
  readonly pointsDone: number;
  readonly card: 'yellow' | 'red' | null;
  readonly tier: number;
  readonly contactedAt: Date | null;
  readonly agreedStartAt: Date | null;
  readonly agreedEndAt: Date | null;
  readonly officerId: string | null;
  readonly officerName: string | null;
  readonly endedAt: Date | null;
  readonly reason: string | null;
  readonly version: number;
}
