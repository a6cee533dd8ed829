import { randomBytes } from 'node:crypto';

/** The states of a message as Twilio names them. */
export const STATUSES = ['received', 'queued', 'sent', 'delivered', 'undelivered', 'failed'] as const;
export type Status = (typeof STATUSES)[number];

/** A text message as Twilio keeps it. */
export interface Message {
  readonly sid: string;
  /** From the office to a phone, or from a phone to the office. */
  readonly direction: 'outbound-api' | 'inbound';
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly status: Status;
  readonly errorCode: number | null;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly updatedAt: string;
  readonly statusCallback: string | null;
}

const AFTER: Readonly<Record<Status, Status | null>> = {
  received: null,
  queued: 'sent',
  sent: 'delivered',
  delivered: null,
  undelivered: null,
  failed: null,
};

/** The status that follows by itself, null at the end. */
export function nextStatus(status: Status): Status | null {
  return AFTER[status];
}

/** A new message id: `SM` and 32 hexadecimal digits, as Twilio's are. */
export function newSid(): string {
  return `SM${randomBytes(16).toString('hex')}`;
}

/** The phone's side of a message. */
export function phoneOf(message: Message): string {
  return message.direction === 'inbound' ? message.from : message.to;
}

const GSM_7 = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà]*$/u;

/** Parts the carrier bills: 160 characters of the GSM alphabet in one and 153 in several, else 70 and 67 UTF-16 units. */
export function segments(body: string): number {
  const [single, several] = GSM_7.test(body) ? [160, 153] : [70, 67];
  return body.length <= single ? 1 : Math.ceil(body.length / several);
}

const STOP = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const START = new Set(['START', 'YES', 'UNSTOP']);

/** Whether the carrier bars or opens the way to a phone when it reads this. */
export function carrierWord(body: string): 'stop' | 'start' | null {
  const word = body.trim().toUpperCase();
  if (STOP.has(word)) return 'stop';
  return START.has(word) ? 'start' : null;
}
