import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { toE164 } from '@app/common/contact/phone-number.js';
import type { SmsReceivedPayload } from '@app/common/contracts/gateway.events.js';
import { TextPassedOn, type TextPassedOnPayload } from '@app/common/contracts/hotline.events.js';
import type { Language } from '@app/common/contracts/request-kind.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What a message asks for that nothing here waits for: appointments takes it over and answers (docs/adr/0008). */
@Injectable()
export class TextsPassedOn {
  constructor(
    private readonly box: SealedBox,
    private readonly outbox: Outbox,
  ) {}

  async add(
    em: EntityManager,
    { providerId, sealedFrom, to, receivedAt }: SmsReceivedPayload,
    message: Pick<TextPassedOnPayload, 'asked' | 'number'> & { readonly language: Language | null },
  ): Promise<void> {
    const { asked, number, language } = message;
    await this.outbox.add(em, TextPassedOn, this.fingerprintOf(sealedFrom), {
      providerId,
      sealedFrom,
      asked,
      number,
      receivedAt,
      ...(to === undefined ? {} : { to }),
      ...(language === null ? {} : { language }),
    });
  }

  /** By what a phone is known here. */
  fingerprintOf(sealedPhone: string): string {
    const phone = this.box.open(sealedPhone);
    return this.box.fingerprint(toE164(phone) ?? phone);
  }
}
