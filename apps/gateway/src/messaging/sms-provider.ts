import type { ReportedStatus } from './domain/delivery.js';

export interface TextMessage {
  /** Our own id of the message; a provider that can carry it gives it back with its reports. */
  readonly messageId: string;
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

/** A message as the provider has it. */
export interface ProviderCopy {
  readonly providerId: string;
  readonly status: ReportedStatus;
  readonly errorCode: string | null;
}

export type SendOutcome =
  | { readonly kind: 'accepted'; readonly copy: ProviderCopy }
  /** The provider certainly does not have it; `final`: and never will. */
  | { readonly kind: 'refused'; readonly code: string; readonly final: boolean }
  /** The connection broke or the answer did not come: the provider may have it. */
  | { readonly kind: 'uncertain'; readonly why: string };

/** The provider could not be asked. */
export class ProviderAway extends Error {}

/** Port to whoever carries text messages (interfaces.md §3). */
export abstract class SmsProvider {
  /** Hands a message over once; never tries a second time by itself, never throws. */
  abstract send(message: TextMessage): Promise<SendOutcome>;

  /**
   * Copies the provider has of a message: same number, same text, taken at or after `since` (the provider's time).
   * @throws ProviderAway
   */
  abstract lookUp(message: TextMessage, since: Date): Promise<ProviderCopy[]>;
}
