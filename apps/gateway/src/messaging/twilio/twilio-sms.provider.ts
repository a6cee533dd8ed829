import { Injectable } from '@nestjs/common';
import twilio from 'twilio';
import { GatewaySettings } from '../../gateway.settings.js';
import type { ReportedStatus } from '../domain/delivery.js';
import { ProviderAway, SmsProvider, type ProviderCopy, type SendOutcome, type TextMessage } from '../sms-provider.js';
import { RedirectedClient } from './redirected-client.js';

const TIMEOUT_MS = 10_000;
/** So far may Twilio's clock and ours be apart; copies of other messages are told by their id. */
const CLOCKS_APART_MS = 120_000;
/** As many messages to one number since the first try as we look through. */
const LOOK_THROUGH = 50;
/** Nothing was sent: the connection was never made. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const REPORTED: Readonly<Record<string, ReportedStatus>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
};

/** Twilio's word for a message's state in ours; the ones before `sent` mean that Twilio has it. */
export function reportedStatus(twilioStatus: string): ReportedStatus {
  return REPORTED[twilioStatus] ?? 'handed_over';
}

/** Text messages through Twilio's official SDK, or through a server that speaks its REST (`TWILIO_BASE_URL`). */
@Injectable()
export class TwilioSmsProvider extends SmsProvider {
  private readonly client: twilio.Twilio;
  private readonly from: string;
  private readonly statusCallback: string;

  constructor({ twilio: settings, publicUrl }: GatewaySettings) {
    super();
    const options = { timeout: TIMEOUT_MS };
    const httpClient = settings.baseUrl
      ? new RedirectedClient(settings.baseUrl, options)
      : new twilio.RequestClient(options);
    this.client = twilio(settings.accountSid, settings.authToken, { httpClient });
    this.from = settings.from;
    this.statusCallback = `${publicUrl}/webhooks/twilio/status`;
  }

  async send({ messageId, to, text }: TextMessage): Promise<SendOutcome> {
    try {
      const sent = await this.client.messages.create({
        to,
        from: this.from,
        body: text,
        statusCallback: `${this.statusCallback}?key=${messageId}`,
      });
      return { kind: 'accepted', copy: copyOf(sent) };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  async lookUp({ to, text }: TextMessage, since: Date): Promise<ProviderCopy[]> {
    const earliest = new Date(since.getTime() - CLOCKS_APART_MS);
    try {
      const messages = await this.client.messages.list({ to, from: this.from, limit: LOOK_THROUGH });
      return messages
        .filter((message) => message.body === text && message.dateCreated >= earliest)
        .map((message) => copyOf(message));
    } catch (error) {
      throw new ProviderAway(reasonOf(error));
    }
  }
}

function copyOf(message: { sid: string; status: string; errorCode: number | null }): ProviderCopy {
  return {
    providerId: message.sid,
    status: reportedStatus(message.status),
    errorCode: message.errorCode ? String(message.errorCode) : null,
  };
}

/**
 * Twilio answers 400 when a message itself is wrong (21610 among them: the number has opted out), which no second try
 * changes; 401 to 429 when the account or the rate is, which somebody may put right. After a 5xx it may have taken it.
 */
function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof twilio.RestException) {
    if (error.status >= 500) return { kind: 'uncertain', why: `HTTP ${error.status}` };
    return { kind: 'refused', code: String(error.code ?? error.status), final: error.status === 400 };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (NEVER_CONNECTED.has(code)) return { kind: 'refused', code, final: false };
  return { kind: 'uncertain', why: reasonOf(error) };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
