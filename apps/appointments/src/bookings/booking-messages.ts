import { SealedBox } from '@app/common/confidential/sealed-box.js';
import {
  SmsRequested,
  type BOOKING_SMS_TEMPLATES,
  type SmsRequestedPayload,
} from '@app/common/contracts/gateway.events.js';
import type { Language } from '@app/common/contracts/request-kind.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { newId } from '@app/common/persistence/id.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export type BookingTemplate = (typeof BOOKING_SMS_TEMPLATES)[number];

/** Whom a message goes to. */
export interface Recipient {
  readonly id: string;
  readonly sealedPhone: string | null;
  readonly receivesText: boolean;
  readonly language: Language | null;
}

/** Asks the gateway to send text messages about bookings; the numbers stay sealed, and so do codes. */
@Injectable()
export class BookingMessages {
  constructor(
    private readonly box: SealedBox,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The command itself, for a statement that writes its outbox row by itself.
   * @param values instants in ISO 8601; the gateway words them
   * @returns null where the phone is not known or receives no text messages
   */
  request(
    to: Recipient,
    template: BookingTemplate,
    values: Readonly<Record<string, string>>,
  ): SmsRequestedPayload | null {
    if (to.sealedPhone === null || !to.receivesText) return null;
    return {
      messageId: newId(),
      sealedTo: to.sealedPhone,
      template,
      language: to.language ?? 'zh-CN',
      sealedValues: this.box.seal(JSON.stringify(values)),
      aboutId: to.id,
    };
  }

  /** In a transaction; nothing happens where the phone receives no text messages. */
  async send(
    em: EntityManager,
    to: Recipient,
    template: BookingTemplate,
    values: Readonly<Record<string, string>>,
  ): Promise<void> {
    const payload = this.request(to, template, values);
    if (payload) await this.outbox.add(em, SmsRequested, to.id, payload);
  }
}
