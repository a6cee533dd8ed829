import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { Faults } from '../faults/faults.js';
import { segments, type Message } from '../phones/domain/message.js';
import { SimulatorSettings } from '../simulator.settings.js';

const TIMEOUT_MS = 15_000;
/** A receiver that is down, or restarting, is tried again after these many milliseconds. */
const RETRY_AFTER_MS = [500, 1_000, 2_000, 5_000, 10_000, 20_000];

/** Posts to the receiver what happened to a message, signed the way Twilio signs. */
@Injectable()
export class Webhooks {
  private readonly logger = new Logger(Webhooks.name);

  constructor(
    private readonly settings: SimulatorSettings,
    private readonly faults: Faults,
  ) {}

  /** A message of a citizen. Resolves to whether the receiver has taken it. */
  incoming(message: Message): Promise<boolean> {
    return this.post(this.settings.webhookUrl, {
      ...this.common(message),
      SmsMessageSid: message.sid,
      SmsStatus: 'received',
      Body: message.body,
      NumMedia: '0',
      NumSegments: String(segments(message.body)),
    });
  }

  /** The present status of a message of the office, to the address given with it. */
  async status(message: Message): Promise<void> {
    if (message.statusCallback === null) return;
    await this.post(message.statusCallback, {
      ...this.common(message),
      MessageStatus: message.status,
      SmsStatus: message.status,
      ...(message.errorCode === null ? {} : { ErrorCode: String(message.errorCode) }),
    });
  }

  private common(message: Message): Record<string, string> {
    const { accountSid } = this.settings;
    const { sid, from, to } = message;
    return { MessageSid: sid, SmsSid: sid, AccountSid: accountSid, From: from, To: to, ApiVersion: '2010-04-01' };
  }

  private async post(url: string, fields: Record<string, string>): Promise<boolean> {
    if (this.faults.strikes('lost-webhook')) return false;
    const taken = await this.deliver(url, fields);
    if (taken && this.faults.strikes('duplicate-webhook')) await this.deliver(url, fields);
    return taken;
  }

  private async deliver(url: string, fields: Record<string, string>): Promise<boolean> {
    for (const wait of [...RETRY_AFTER_MS, null]) {
      const problem = await this.tryOnce(url, fields);
      if (problem === null) return true;
      if (wait === null) this.logger.warn(`${url}: ${problem}; given up`);
      else await pause(wait, undefined, { ref: false });
    }
    return false;
  }

  /** @returns null when the receiver answered, else why another try makes sense */
  private async tryOnce(url: string, fields: Record<string, string>): Promise<string | null> {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
          'User-Agent': 'TwilioProxy/1.1',
          'X-Twilio-Signature': getExpectedTwilioSignature(this.settings.authToken, url, fields),
        },
        body: new URLSearchParams(fields),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.body?.cancel();
      if (answer.status >= 400 && answer.status < 500) this.logger.warn(`${url} refuses: HTTP ${answer.status}`);
      return answer.status >= 500 ? `HTTP ${answer.status}` : null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
