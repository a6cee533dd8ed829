import { IsDateString, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { defineEvent } from '../messaging/definitions.js';
import { LANGUAGES, type Language } from './request-kind.js';

export const SMS_TEMPLATES = ['registered', 'rating', 'invitation', 'progress', 'rated', 'not_understood'] as const;
export type SmsTemplate = (typeof SMS_TEMPLATES)[number];

export class SmsRequestedPayload {
  /** One per message to be sent: asking twice sends once. */
  @IsUUID() messageId!: string;
  /** The phone number, sealed (confidential/sealed-box.ts): it travels and rests unreadable. */
  @IsString() sealedTo!: string;
  @IsIn(SMS_TEMPLATES) template!: SmsTemplate;
  @IsIn(LANGUAGES) language!: Language;
  /** A sealed JSON object of strings, the template's values (a query code is a secret too). */
  @IsString() sealedValues!: string;
  /** What the message is about, for the operations page; an id, never a name. */
  @IsOptional() @IsUUID() aboutId?: string;
}
/** A command: any domain service asks the gateway to send a text message. */
export const SmsRequested = defineEvent('gateway.sms.requested.v1', SmsRequestedPayload, [
  'hotline',
  'appointments',
  'interviews',
]);

export class SmsReceivedPayload {
  /** The provider's id of the message (MessageSid). */
  @IsString() providerId!: string;
  @IsString() sealedFrom!: string;
  @IsString() text!: string;
  @IsDateString() receivedAt!: string;
}
/** A citizen sent a text message. */
export const SmsReceived = defineEvent('gateway.sms.received.v1', SmsReceivedPayload);
