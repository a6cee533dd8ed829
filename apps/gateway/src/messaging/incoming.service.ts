import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { maskPhone } from '@app/common/auth/phone-mask.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { nationalNumber, toE164 } from '@app/common/contact/phone-number.js';
import { SmsReceived } from '@app/common/contracts/gateway.events.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { dispositionOf } from '@app/common/text-messages/carrier-words.js';
import { OptOutRepository } from './opt-out.repository.js';

export interface IncomingMessage {
  readonly providerId: string;
  /** E.164. */
  readonly from: string;
  /** Our number it was sent to, E.164; empty where the provider does not say. */
  readonly to: string;
  readonly text: string;
}

const INSERT = `
  INSERT INTO incoming_message (provider_id, sealed_from, masked_from, sealed_text, disposition, received_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;

/** Takes citizens' text messages in. What they mean is for the domain services to say; here only opt-outs are. */
@Injectable()
export class IncomingService {
  constructor(
    private readonly optOuts: OptOutRepository,
    private readonly outbox: Outbox,
    private readonly sealedBox: SealedBox,
  ) {}

  async take(em: EntityManager, message: IncomingMessage, now: Date): Promise<void> {
    const e164 = toE164(message.from);
    // A service number writes as well: it is kept as the network names it.
    const phone = e164 === null ? message.from : nationalNumber(e164);
    const fingerprint = this.sealedBox.fingerprint(phone);
    const sealedFrom = this.sealedBox.seal(phone);
    const disposition = dispositionOf(message.text);
    await em.query(INSERT, [
      message.providerId,
      sealedFrom,
      maskPhone(phone),
      this.sealedBox.seal(message.text),
      disposition,
      now,
    ]);
    if (disposition === 'opted_out') await this.optOuts.add(em, fingerprint, now);
    if (disposition === 'opted_in') await this.optOuts.lift(em, fingerprint);
    if (disposition !== 'passed_on') return;
    await this.outbox.add(em, SmsReceived, fingerprint, {
      providerId: message.providerId,
      sealedFrom,
      text: message.text,
      ...(message.to === '' ? {} : { to: message.to }),
      receivedAt: now.toISOString(),
    });
  }
}
