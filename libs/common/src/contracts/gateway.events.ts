import { IsDateString, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { defineEvent } from '../messaging/definitions.js';
import { LANGUAGES, type Language } from './request-kind.js';

/** Text messages about tickets; `not_understood` is the one-line help of the whole suite. */
export const HOTLINE_SMS_TEMPLATES = [
  'registered',
  'rating',
  'invitation',
  'progress',
  'rated',
  'review_asked',
  'review_reason',
  'review_not_open',
  'review_upheld',
  'review_set_aside',
  'not_understood',
] as const;
/** Text messages about bookings, sent whoever made them by whatever way; `talk_…` to volunteers, about theirs. */
export const BOOKING_SMS_TEMPLATES = [
  'booking_confirmed',
  'booking_moved',
  'booking_cancelled',
  'booking_reminder',
  'booking_offer',
  'booking_closed',
  'booking_open_again',
  'booking_rating',
  'booking_rated',
  'contact_agreed',
  'talk_booked',
  'talk_moved',
  'talk_cancelled',
] as const;
/** Questions and answers of the dialogue about bookings (interfaces.md §3). */
export const DIALOGUE_SMS_TEMPLATES = [
  'choose_item',
  'choose_site',
  'choose_time',
  'choose_time_again',
  'confirm_booking',
  'confirm_move',
  'confirm_drop',
  'resume_booking',
  'booking_kept',
  'booking_status',
  'waitlist_status',
  'contact_status',
  'booking_unknown',
  'code_needed',
  'booking_fixed',
  'booking_exists',
  'booking_blocked',
  'booking_refused',
  'no_such_item',
  'no_free_time',
  'no_other_time',
  'dialogue_idle',
  'language_set',
  'callback_arranged',
] as const;
/** Questions and answers of the dialogue that takes down a request. */
export const REQUEST_SMS_TEMPLATES = [
  'ask_when',
  'ask_where',
  'ask_what',
  'confirm_request',
  'change_request',
  'resume_request',
  'request_dropped',
  'request_idle',
] as const;
export const SMS_TEMPLATES = [
  ...HOTLINE_SMS_TEMPLATES,
  ...BOOKING_SMS_TEMPLATES,
  ...DIALOGUE_SMS_TEMPLATES,
  ...REQUEST_SMS_TEMPLATES,
] as const;
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
  /** Our number that the message came to (E.164): a dialogue belongs to a pair of numbers. */
  @IsOptional() @IsString() to?: string;
  @IsDateString() receivedAt!: string;
}
/** A citizen sent a text message. */
export const SmsReceived = defineEvent('gateway.sms.received.v1', SmsReceivedPayload);
