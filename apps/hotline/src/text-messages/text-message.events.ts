import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { RatingAsked, type RatingAskedPayload } from '@app/common/contracts/appointments.events.js';
import { SmsReceived, type SmsReceivedPayload } from '@app/common/contracts/gateway.events.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { readText, type HotlineCommand } from '@app/common/text-messages/grammar.js';
import { RATEABLE } from '../ratings/domain/satisfaction.js';
import { RatingService } from '../ratings/rating.service.js';
import { ReviewService } from '../reviews/review.service.js';
import { codeSecret } from '../registration/domain/query-code.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { CitizenMessages } from './citizen-messages.js';
import type { Said } from './domain/request-dialogue.js';
import { PhoneLanguages } from './phone-languages.js';
import { RatingsAskedElsewhere } from './ratings-asked-elsewhere.js';
import { RequestDialogues } from './request-dialogues.js';
import { TextsPassedOn } from './texts-passed-on.js';

/** The last reply to somebody with this phone that waits for its rating. */
const WAITING_FOR_RATING = `
  SELECT t.id, reply.replied_at AS "repliedAt" FROM ticket_contact c
  JOIN ticket t ON t.id = c.ticket_id
  CROSS JOIN LATERAL (SELECT id, replied_at FROM ticket_reply WHERE ticket_id = t.id ORDER BY replied_at DESC LIMIT 1) AS reply
  WHERE c.phone_fingerprint = $1 AND t.state = ANY($2)
    AND NOT EXISTS (SELECT 1 FROM ticket_rating r WHERE r.reply_id = reply.id)
  ORDER BY reply.replied_at DESC LIMIT 1`;

/** With these a dialogue of appointments begins: numbers are its answers from then on. */
const BEGINS_ELSEWHERE: ReadonlySet<string> = new Set(['book', 'move', 'drop', 'human']);

/** A review's reason as the web takes it, in characters. */
const LONGEST_REASON = 1000;

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
    private readonly reviews: ReviewService,
    private readonly messages: CitizenMessages,
    private readonly languages: PhoneLanguages,
    private readonly askedElsewhere: RatingsAskedElsewhere,
    private readonly passedOn: TextsPassedOn,
    private readonly requests: RequestDialogues,
  ) {}

  @OnEvent(SmsReceived)
  async received(em: EntityManager, { payload }: ReceivedEvent<SmsReceivedPayload>): Promise<void> {
    const command = readText(payload.text);
    const { kind } = command;
    if (command.owner === 'nobody') return;
    if (command.owner === 'hotline') return this.act(em, command, payload);
    if (kind === 'language') {
      await this.languages.choose(em, this.passedOn.fingerprintOf(payload.sealedFrom), command.language);
    }
    if (BEGINS_ELSEWHERE.has(kind)) await this.requests.hear(em, payload, { kind: 'elsewhere' }, command.language);
  }

  private async act(em: EntityManager, command: HotlineCommand, payload: SmsReceivedPayload): Promise<void> {
    const said = await this.obey(em, command, payload);
    if (said) await this.requests.hear(em, payload, said, command.language);
  }

  /** @returns what the dialogue hears of it; null where it is passed on and not known yet to be understood */
  private async obey(em: EntityManager, command: HotlineCommand, payload: SmsReceivedPayload): Promise<Said | null> {
    const phone = this.passedOn.fingerprintOf(payload.sealedFrom);
    switch (command.kind) {
      case 'rate': {
        const { score, language } = command;
        if (await this.rate(em, phone, score)) return { kind: 'obeyed' };
        await this.passedOn.add(em, payload, { asked: 'rate', number: score, language });
        return null;
      }
      case 'status':
        return { kind: (await this.tellProgress(em, phone, command.code)) ? 'obeyed' : 'nonsense' };
      case 'help': {
        const language = (await this.languages.chosen(em, phone)) ?? command.language ?? 'zh-CN';
        await this.messages.toPhone(em, payload.sealedFrom, 'not_understood', language);
        return { kind: 'obeyed' };
      }
      case 'appeal':
        return { kind: (await this.appeal(em, phone, command)) ? 'obeyed' : 'nonsense' };
      case 'digit':
        return { kind: 'digit', digit: command.digit };
      case 'free':
        return { kind: 'words', text: command.text };
    }
  }

  @OnEvent(RatingAsked)
  async ratingAsked(em: EntityManager, { payload }: ReceivedEvent<RatingAskedPayload>): Promise<void> {
    await this.askedElsewhere.note(em, this.passedOn.fingerprintOf(payload.sealedPhone), new Date(payload.askedAt));
  }

  /** @returns whether a ticket waited to be rated, and no booking has asked since */
  private async rate(em: EntityManager, phone: string, score: number): Promise<boolean> {
    const [waiting] = await em.query<{ id: string; repliedAt: Date }[]>(WAITING_FOR_RATING, [phone, RATEABLE]);
    if (!waiting || (await this.askedElsewhere.settle(em, phone, waiting.repliedAt))) return false;
    const ticket = await this.ratings.rate(em, waiting.id, { score, comment: null, via: 'sms' });
    await this.messages.toCitizen(em, ticket, 'rated', { number: ticket.number });
    return true;
  }

  /** @returns whether the phone has a ticket with this query code or number */
  private async tellProgress(em: EntityManager, phone: string, code: string): Promise<boolean> {
    const ticket = await this.ownTicket(em, phone, code);
    if (!ticket) return false;
    await this.messages.toCitizen(em, ticket, 'progress', { number: ticket.number, state: ticket.state });
    return true;
  }

  /**
   * Asked for again while nobody has decided, the review is confirmed once more.
   * @returns whether the phone has a ticket with this query code or number
   */
  private async appeal(
    em: EntityManager,
    phone: string,
    { code, reason }: Extract<HotlineCommand, { kind: 'appeal' }>,
  ): Promise<boolean> {
    const own = await this.ownTicket(em, phone, code);
    if (!own) return false;
    const { number } = own;
    if (reason === null) {
      await this.messages.toCitizen(em, own, 'review_reason', {});
      return true;
    }
    const { refusal } = await this.reviews.tryAsking(em, own.id, {
      reason: reason.slice(0, LONGEST_REASON),
      via: 'sms',
    });
    const isAsked = refusal === null || refusal === 'asked-already';
    await this.messages.toCitizen(em, own, isAsked ? 'review_asked' : 'review_not_open', { number });
    return true;
  }

  private async ownTicket(em: EntityManager, phone: string, code: string): Promise<Ticket | undefined> {
    const ids = (await em.query<{ id: string }[]>(OF_PHONE, [phone])).map(({ id }) => id);
    const tickets = await em.find(Ticket, { where: { id: In(ids) } });
    return tickets.find(
      ({ number, codeFingerprint }) =>
        number === code || codeFingerprint === this.box.fingerprint(codeSecret(number, code)),
    );
  }
}
