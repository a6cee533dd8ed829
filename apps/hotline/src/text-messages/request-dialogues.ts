import { createHash } from 'node:crypto';
import { CITIZEN } from '@app/common/auth/actor.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { toE164 } from '@app/common/contact/phone-number.js';
import { SmsReceived, type SmsReceivedPayload } from '@app/common/contracts/gateway.events.js';
import type { Language } from '@app/common/contracts/request-kind.js';
import { canonicalJson } from '@app/common/http/canonical-json.js';
import { KeyReused } from '@app/common/http/idempotency.js';
import { languageOf } from '@app/common/text-messages/talk.js';
import { Clock } from '@app/common/time/clock.js';
import { Recurring, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HotlineSettings } from '../hotline.settings.js';
import { RegistrationService, type IncomingRequest } from '../registration/registration.service.js';
import { CitizenMessages } from './citizen-messages.js';
import { kindOf } from './domain/elements-in-text.js';
import { hearRequest, type Said } from './domain/request-dialogue.js';
import type { FinishedRequest } from './domain/request-talk.js';
import { PhoneLanguages } from './phone-languages.js';
import { RequestTalks } from './request-talks.repository.js';
import { TextsPassedOn } from './texts-passed-on.js';

const HOUR_MS = 3_600_000;
/** Whose keys drafts are registered under. */
const CALLER = 'text-message';
/** An element as the form takes it, in characters. */
const LONGEST_ELEMENT = 500;

/**
 * Takes requests down by text message (interfaces.md §3). A message is taken in one transaction, with the talk's row
 * locked. Registering commits by itself, under the draft's own key: if what follows fails and the message comes again,
 * it finds the draft registered.
 */
@Injectable()
export class RequestDialogues {
  constructor(
    private readonly talks: RequestTalks,
    private readonly registration: RegistrationService,
    private readonly messages: CitizenMessages,
    private readonly languages: PhoneLanguages,
    private readonly passedOn: TextsPassedOn,
    private readonly box: SealedBox,
    private readonly clock: Clock,
    private readonly settings: HotlineSettings,
  ) {}

  async hear(em: EntityManager, message: SmsReceivedPayload, said: Said, language: Language | null): Promise<void> {
    const phone = toE164(this.box.open(message.sealedFrom));
    // A service number has nobody to talk with.
    if (phone === null) return;
    const now = this.clock.now();
    const phoneFingerprint = this.box.fingerprint(phone);
    const key = { phoneFingerprint, officeNumber: message.to ?? '' };
    const talk = await this.talks.lock(em, key, now);
    const before = { ...talk, chosen: await this.languages.chosen(em, phoneFingerprint) };
    const heard = { id: message.providerId, said, language, at: new Date(message.receivedAt) };
    const step = hearRequest(before, heard, this.settings.dialogue);
    // The chosen language is the phone's, and kept with it.
    await this.talks.keep(em, key, { ...step.state, chosen: null }, now);
    const answerIn = languageOf(step.state);
    if ('register' in step) return this.register(phone, answerIn, step.register);
    if ('passOn' in step) {
      const number = step.passOn === 'digit' && said.kind === 'digit' ? said.digit : 0;
      return this.passedOn.add(em, message, { asked: step.passOn, number, language });
    }
    if (step.reply === null) return;
    await this.messages.toPhone(em, message.sealedFrom, step.reply.template, answerIn, step.reply.values);
  }

  /** What was left unfinished is kept no longer than it can be gone on with. */
  @Recurring('text-messages.forget', { cron: '40 3 * * *' })
  async forget(em: EntityManager, { now }: DueTimer): Promise<void> {
    await this.talks.forget(em, new Date(now.getTime() - this.settings.dialogue.draftHours * HOUR_MS));
  }

  /** Its receipt, with number and query code, is the answer. */
  private async register(phone: string, language: Language, draft: FinishedRequest): Promise<void> {
    const { id, what, where, when } = draft;
    const request: IncomingRequest = {
      kind: kindOf(what),
      channel: 'sms',
      elements: { what, where: where.slice(0, LONGEST_ELEMENT), when: when?.slice(0, LONGEST_ELEMENT) ?? null },
      contact: { phone, language },
    };
    const bodyHash = createHash('sha256').update(canonicalJson(request)).digest();
    try {
      await this.registration.register(CITIZEN, request, {
        caller: CALLER,
        key: id,
        route: SmsReceived.subject,
        bodyHash,
      });
    } catch (error) {
      // It was registered, and told, before the talk could be kept; the citizen has added to it since.
      if (!(error instanceof KeyReused)) throw error;
    }
  }
}
