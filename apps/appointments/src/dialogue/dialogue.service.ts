import { CITIZEN } from '@app/common/auth/actor.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { toE164 } from '@app/common/contact/phone-number.js';
import { SmsRequested } from '@app/common/contracts/gateway.events.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { newId } from '@app/common/persistence/id.js';
import { languageOf } from '@app/common/text-messages/talk.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { ContactRequests } from '../contact-requests/contact-requests.service.js';
import { DialogueBookings, type Caller } from './dialogue-bookings.js';
import { DialogueOffers } from './dialogue-offers.js';
import { DialogueStandings } from './dialogue-standings.js';
import { DialogueRepository } from './dialogue.repository.js';
import { hear, told, type DialogueCommand } from './domain/dialogue.js';
import type { Effect, Effects, Told } from './domain/effects.js';
import type { Reply } from './domain/questions.js';

/** A text message whose owner is appointments. */
export interface DialogueMessage {
  readonly sealedFrom: string;
  /** Our number. */
  readonly to: string | undefined;
  readonly command: DialogueCommand;
  readonly receivedAt: Date;
}

/**
 * Talks with citizens by text message. A message is taken in one transaction, with the talk's row locked: its effect on
 * bookings, the talk as it then stands and the answer happen together or not at all.
 */
@Injectable()
export class Dialogues {
  constructor(
    private readonly talks: DialogueRepository,
    private readonly offers: DialogueOffers,
    private readonly bookings: DialogueBookings,
    private readonly standings: DialogueStandings,
    private readonly contactRequests: ContactRequests,
    private readonly box: SealedBox,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: AppointmentsSettings,
  ) {}

  async take(em: EntityManager, { sealedFrom, to, command, receivedAt }: DialogueMessage): Promise<void> {
    const phone = toE164(this.box.open(sealedFrom));
    // A service number has nobody to talk with.
    if (phone === null) return;
    const now = this.clock.now();
    const phoneFingerprint = this.box.fingerprint(phone);
    const key = { phoneFingerprint, officeNumber: to ?? '' };
    let step = hear(await this.talks.lock(em, key, now), { command, at: receivedAt }, this.settings.dialogue);
    for (;;) {
      if (step.release !== null) await this.bookings.release(em, step.release);
      const caller = { phone, phoneFingerprint, language: languageOf(step.state) };
      if (!('effect' in step)) {
        await this.talks.keep(em, key, step.state, now);
        if (step.reply) await this.answer(em, sealedFrom, caller, step.reply);
        return;
      }
      step = told(step.state, await this.perform(em, caller, step.effect, now));
    }
  }

  private async perform(em: EntityManager, caller: Caller, asked: Effect, now: Date): Promise<Told> {
    switch (asked.kind) {
      case 'items':
        return { kind: 'items', asked, outcome: await this.offers.items(em, asked) };
      case 'sites':
        return { kind: 'sites', asked, outcome: await this.offers.sites(em, asked) };
      case 'times': {
        const after = asked.after === null ? null : new Date(asked.after);
        return { kind: 'times', asked, outcome: await this.offers.times(em, asked.errand, after, now) };
      }
      case 'hold':
        return { kind: 'hold', asked, outcome: await this.bookings.hold(em, asked) };
      case 'confirm':
        return { kind: 'confirm', asked, outcome: await this.bookings.confirm(em, caller, asked) };
      case 'take':
        return { kind: 'take', asked, outcome: await this.bookings.take(em, caller, asked.code, now) };
      case 'drop':
        return { kind: 'drop', asked, outcome: await this.bookings.drop(em, caller, asked.code, now) };
      case 'find':
        return { kind: 'find', asked, outcome: await this.find(em, caller, asked.code, now) };
      case 'standing':
        return { kind: 'standing', asked, outcome: await this.standings.of(em, caller, asked.code, now) };
      case 'leave':
        return { kind: 'leave', asked, outcome: await this.standings.leave(em, caller, asked.code, now) };
      case 'rate':
        return { kind: 'rate', asked, outcome: await this.bookings.rate(em, caller, asked.score) };
      case 'callback':
        return { kind: 'callback', asked, outcome: await this.callBack(em, caller) };
    }
  }

  private async find(
    em: EntityManager,
    caller: Caller,
    code: string | null,
    now: Date,
  ): Promise<Effects['find']['outcome']> {
    const [booking, another] = await this.bookings.find(em, caller, code, now);
    if (another) return { kind: 'several' };
    return booking ? { kind: 'found', booking: await this.bookings.seen(em, booking, now) } : { kind: 'unknown' };
  }

  /** Asking again while one waits starts no second clock. */
  private async callBack(em: EntityManager, { phone, language }: Caller): Promise<Effects['callback']['outcome']> {
    await this.contactRequests.request(em, { kind: 'callback', channel: 'sms', contact: { phone, language } }, CITIZEN);
    return { kind: 'done', hours: this.settings.contact.withinHours };
  }

  private async answer(
    em: EntityManager,
    sealedTo: string,
    { phoneFingerprint, language }: Caller,
    { template, values }: Reply,
  ): Promise<void> {
    await this.outbox.add(em, SmsRequested, phoneFingerprint, {
      messageId: newId(),
      sealedTo,
      template,
      language,
      sealedValues: this.box.seal(JSON.stringify(values)),
    });
  }
}
