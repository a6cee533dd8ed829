import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { maskPhone } from '@app/common/auth/phone-mask.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { nationalNumber, toTextNumber } from '@app/common/contact/phone-number.js';
import { SmsRequested, type SmsRequestedPayload } from '@app/common/contracts/gateway.events.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Clock } from '@app/common/time/clock.js';
import { OFFICE_TIME_ZONE } from '@app/common/time/office-time-zone.js';
import { render } from './domain/templates/templates.js';
import { OptOutRepository } from './opt-out.repository.js';
import { OutgoingRepository } from './outgoing.repository.js';

/** The error code of a number that no text message can go to. */
export const NO_MOBILE_NUMBER = 'no-mobile-number';

/** Journals the text messages that services ask for; the sender takes them from the journal after the commit. */
@Injectable()
export class OutgoingService {
  constructor(
    private readonly journal: OutgoingRepository,
    private readonly optOuts: OptOutRepository,
    private readonly sealedBox: SealedBox,
    private readonly clock: Clock,
    @Inject(OFFICE_TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** A landline gets no text message and an opted-out number none any more: both stand in the journal as such. */
  @OnEvent(SmsRequested)
  async journalRequest(em: EntityManager, { payload }: ReceivedEvent<SmsRequestedPayload>): Promise<void> {
    const given = this.sealedBox.open(payload.sealedTo);
    const values: Record<string, unknown> = JSON.parse(this.sealedBox.open(payload.sealedValues));
    const text = render(payload.template, payload.language, values, this.timeZone);
    const e164 = toTextNumber(given);
    const phone = e164 === null ? given : nationalNumber(e164);
    const phoneFingerprint = this.sealedBox.fingerprint(phone);
    const suppressed = await this.optOuts.has(em, phoneFingerprint);
    await this.journal.add(em, {
      id: payload.messageId,
      aboutId: payload.aboutId ?? null,
      template: payload.template,
      language: payload.language,
      sealedTo: this.sealedBox.seal(phone),
      maskedTo: maskPhone(phone),
      phoneFingerprint,
      sealedText: this.sealedBox.seal(text),
      status: e164 === null ? 'failed' : suppressed ? 'suppressed' : 'queued',
      errorCode: e164 === null ? NO_MOBILE_NUMBER : null,
      now: this.clock.now(),
    });
  }
}
