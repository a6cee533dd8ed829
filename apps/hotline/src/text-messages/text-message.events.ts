import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { RatingAsked, type RatingAskedPayload } from '@app/common/contracts/appointments.events.js';
import { SmsReceived, type SmsReceivedPayload } from '@app/common/contracts/gateway.events.js';
import { RatingPassedOn } from '@app/common/contracts/hotline.events.js';
import type { Language } from '@app/common/contracts/request-kind.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { readText, type HotlineCommand } from '@app/common/text-messages/grammar.js';
import { Clock } from '@app/common/time/clock.js';
import { toE164 } from '@app/common/contact/phone-number.js';
import { RATEABLE } from '../ratings/domain/satisfaction.js';
import { RatingService } from '../ratings/rating.service.js';
import { codeSecret } from '../registration/domain/query-code.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { CitizenMessages } from './citizen-messages.js';
import { PhoneLanguages } from './phone-languages.js';
import { RatingsAskedElsewhere } from './ratings-asked-elsewhere.js';

/** The last reply to somebody with this phone that waits for its rating. */
const WAITING_FOR_RATING = `
  SELECT t.id, reply.replied_at AS "repliedAt" FROM ticket_contact c
  JOIN ticket t ON t.id = c.ticket_id
  CROSS JOIN LATERAL (SELECT id, replied_at FROM ticket_reply WHERE ticket_id = t.id ORDER BY replied_at DESC LIMIT 1) AS reply
  WHERE c.phone_fingerprint = $1 AND t.state = ANY($2)
    AND NOT EXISTS (SELECT 1 FROM ticket_rating r WHERE r.reply_id = reply.id)
  ORDER BY reply.replied_at DESC LIMIT 1`;

const OF_PHONE = `
  SELECT t.id FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id
  WHERE c.phone_fingerprint = $1 ORDER BY t.registered_at DESC LIMIT 100`;

/**
 * What a citizen's text message does here (interfaces.md §3). A phone speaks for its own tickets only. What belongs to
 * appointments is left to it, so that every message has one answer at most.
 */
@Injectable()
export class TextMessageEvents {
  constructor(
    private readonly box: SealedBox,
    private readonly ratings: RatingService,
    private readonly messages: CitizenMessages,
    private readonly languages: PhoneLanguages,
    private readonly askedElsewhere: RatingsAskedElsewhere,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @OnEvent(SmsReceived)
  async received(em: EntityManager, { payload }: ReceivedEvent<SmsReceivedPayload>): Promise<void> {
    const command = readText(payload.text);
    if (command.owner === 'nobody') return;
    const phone = this.fingerprintOf(payload.sealedFrom);
    if (command.owner === 'hotline') await this.act(em, phone, command, payload);
    else if (command.kind === 'language') await this.languages.choose(em, phone, command.language);
  }

  private async act(
    em: EntityManager,
    phone: string,
    command: HotlineCommand,
    payload: SmsReceivedPayload,
  ): Promise<void> {
    const language = (await this.languages.chosen(em, phone)) ?? command.language ?? 'zh-CN';
    switch (command.kind) {
      case 'rate':
        if (await this.rate(em, phone, command.score)) break;
        return this.passOn(em, phone, command, payload);
      case 'status':
        if (await this.tellProgress(em, phone, command.code)) break;
        return this.notUnderstood(em, phone, payload.sealedFrom, language);
      case 'help':
        await this.messages.toPhone(em, payload.sealedFrom, 'not_understood', language);
        break;
      case 'appeal':
      case 'free':
        return this.notUnderstood(em, phone, payload.sealedFrom, language);
    }
    await em.query('DELETE FROM text_dialogue WHERE phone_fingerprint = $1', [phone]);
  }

  @OnEvent(RatingAsked)
  async ratingAsked(em: EntityManager, { payload }: ReceivedEvent<RatingAskedPayload>): Promise<void> {
    await this.askedElsewhere.note(em, this.fingerprintOf(payload.sealedPhone), new Date(payload.askedAt));
  }

  /** @returns whether a ticket waited to be rated, and no booking has asked since */
  private async rate(em: EntityManager, phone: string, score: number): Promise<boolean> {
    const [waiting] = await em.query<{ id: string; repliedAt: Date }[]>(WAITING_FOR_RATING, [phone, RATEABLE]);
    if (!waiting || (await this.askedElsewhere.settle(em, phone, waiting.repliedAt))) return false;
    const ticket = await this.ratings.rate(em, waiting.id, { score, comment: null, via: 'sms' });
    await this.messages.toCitizen(em, ticket, 'rated', { number: ticket.number });
    return true;
  }

  /** It is not for a ticket: a booking may wait for it, and appointments answers (docs/adr/0008). */
  private async passOn(
    em: EntityManager,
    phone: string,
    { score, language }: { readonly score: number; readonly language: Language | null },
    { providerId, sealedFrom, to, receivedAt }: SmsReceivedPayload,
  ): Promise<void> {
    await this.outbox.add(em, RatingPassedOn, phone, {
      providerId,
      sealedFrom,
      score,
      receivedAt,
      ...(to === undefined ? {} : { to }),
      ...(language === null ? {} : { language }),
    });
  }

  /** @returns whether the phone has a ticket with this query code or number */
  private async tellProgress(em: EntityManager, phone: string, code: string): Promise<boolean> {
    const ids = (await em.query<{ id: string }[]>(OF_PHONE, [phone])).map(({ id }) => id);
    const tickets = await em.find(Ticket, { where: { id: In(ids) } });
    const ticket = tickets.find(
      ({ number, codeFingerprint }) =>
        number === code || codeFingerprint === this.box.fingerprint(codeSecret(number, code)),
    );
    if (!ticket) return false;
    await this.messages.toCitizen(em, ticket, 'progress', { number: ticket.number, state: ticket.state });
    return true;
  }

  /** One line of help, and not again until something was understood: two machines must not talk for ever. */
  private async notUnderstood(em: EntityManager, phone: string, sealedFrom: string, language: Language): Promise<void> {
    const first = await em.query<unknown[]>(
      `INSERT INTO text_dialogue (phone_fingerprint, not_understood_at) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [phone, this.clock.now()],
    );
    if (first.length > 0) await this.messages.toPhone(em, sealedFrom, 'not_understood', language);
  }

  private fingerprintOf(sealedPhone: string): string {
    const phone = this.box.open(sealedPhone);
    return this.box.fingerprint(toE164(phone) ?? phone);
  }
}
