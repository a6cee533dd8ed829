import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/common/auth/actor.js';
import { dayOf, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { pooledRandom } from '@app/common/confidential/pooled-random.js';
import { yearOf } from '@app/common/calendar/zone.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { Malformed } from '@app/common/http/problem.js';
import { Relay } from '@app/common/messaging/relay.js';
import { Batches } from '@app/common/persistence/batches.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { receivesText, toE164 } from '@app/common/contact/phone-number.js';
import { planRealMinutes, planWorkingDays, type ClockPlan } from '../clocks/domain/clock-plan.js';
import { withoutIdentity, type Identity } from '../confidentiality/domain/identity.js';
import { HotlineSettings } from '../hotline.settings.js';
import { ServiceItems } from '../service-items/service-items.js';
import type { ServiceItem } from '../service-items/service-item.entity.js';
import { StatementPool } from '@app/common/persistence/statement-pool.js';
import { CitizenMessages } from '../text-messages/citizen-messages.js';
import { missingElements, subjectOf, type Elements } from '../tickets/domain/elements.js';
import { FIRST_STATE } from '../tickets/domain/ticket-state.js';
import { TicketStream } from '../tickets/ticket-stream.js';
import { codeSecret, queryCode } from './domain/query-code.js';
import { ticketNumber } from './domain/ticket-number.js';
import type { RegisteredTicketDto, RegisterTicketDto } from './registration.dto.js';
import {
  registrationRow,
  registrationStatement,
  type Registration,
  type RegistrationRow,
} from './registration.statement.js';
import { TicketNumbers } from './ticket-numbers.js';

/** A request as it comes in, from an operator or from the portal. */
export type IncomingRequest = Omit<RegisterTicketDto, 'serviceItemCode'> & { readonly serviceItemCode?: string };

/** The answer as it is kept for a repeated request: the query code sealed. */
type KeptAnswer = Omit<RegisteredTicketDto, 'queryCode'> & { readonly sealedCode: string };

const MINUTE_MS = 60_000;

/** 挂号: gives a request its number and query code and enters it in the ledger, all in one statement with those that come at the same time. */
@Injectable()
export class RegistrationService {
  private readonly batches = new Batches((rows: readonly RegistrationRow[]) => this.registerAll(rows));
  private planned: { minute: number; calendar: WorkingCalendar; plan: ClockPlan } | undefined;

  constructor(
    private readonly statements: StatementPool,
    private readonly numbers: TicketNumbers,
    private readonly idempotency: Idempotency,
    private readonly items: ServiceItems,
    private readonly calendar: CalendarSource,
    private readonly box: SealedBox,
    private readonly messages: CitizenMessages,
    private readonly relay: Relay,
    private readonly stream: TicketStream,
    private readonly clock: Clock,
    private readonly settings: HotlineSettings,
  ) {}

  /**
   * Registers a request once, however often it is sent with the same key.
   * @throws RuleBroken (422) `unknown-service-item`; StillRunning (409), KeyReused (422)
   */
  async register(
    actor: Actor,
    request: IncomingRequest,
    idempotency: IdempotencyContext,
  ): Promise<RegisteredTicketDto> {
    const item = request.serviceItemCode === undefined ? null : await this.items.require(request.serviceItemCode);
    const sequence = await this.numbers.next();
    const code = queryCode(pooledRandom);
    const registration = this.registration(actor, request, item, { sequence, code });
    const isFirst = await this.batches.do(registrationRow(registration, idempotency));
    if (!isFirst) {
      this.numbers.putBack(sequence);
      const { sealedCode, ...first } = await this.idempotency.firstAnswer<KeptAnswer>(idempotency);
      return { ...first, queryCode: this.box.open(sealedCode) };
    }
    this.relay.wake();
    this.stream.tell({ ...registration.ticket, unitId: null });
    const { sealedCode: _, ...answer } = registration.answer;
    return { ...answer, queryCode: code };
  }

  /** Which of them were the first with their keys, and so are registered. */
  private async registerAll(rows: readonly RegistrationRow[]): Promise<boolean[]> {
    const registered = await this.statements.run<{ ticketId: string }>(registrationStatement(rows));
    const ids = new Set(registered.map(({ ticketId }) => ticketId));
    return rows.map(({ ticketId }) => ids.has(ticketId));
  }

  private registration(
    actor: Actor,
    request: IncomingRequest,
    item: ServiceItem | null,
    { sequence, code }: { sequence: bigint; code: string },
  ): Registration & { answer: KeptAnswer } {
    const { kind, channel } = request;
    const at = this.clock.now();
    const id = newId();
    const identity = identityOf(request);
    // 举报为保密件, unless the citizen says otherwise (domain.md §2, Kinds of request).
    const confidential = request.confidential ?? kind === 'report';
    const elements = elementsOf(request, confidential ? identity : null);
    const number = ticketNumber(yearOf(dayOf(this.calendar.current(), at)), sequence);
    const sealedPhone = this.box.seal(identity.phone);
    const texts = receivesText(identity.phone);
    const { language } = request.contact;
    const registeredAt = at.toISOString();
    return {
      ticket: {
        id,
        number,
        codeFingerprint: this.box.fingerprint(codeSecret(number, code)),
        kind,
        channel,
        state: FIRST_STATE,
        serviceItemCode: item?.code ?? null,
        subject: subjectOf(elements.what ?? ''),
        elements,
        confidential,
        greenChannel: request.greenChannel ?? false,
        language,
        registeredBy: actor.kind === 'staff' ? actor.id : null,
        registeredAt: at,
      },
      contact: {
        sealedName: identity.name === null ? null : this.box.seal(identity.name),
        sealedPhone,
        phoneFingerprint: this.box.fingerprint(identity.phone),
        receivesText: texts,
      },
      transfer: this.transferPlan(item, at),
      ledger: {
        itemType: 'ticket',
        itemId: id,
        action: 'registered',
        actor,
        at,
        detail: { number, kind, channel, to: FIRST_STATE },
      },
      registered: { ticketId: id, number, kind, channel, confidential, registeredAt },
      sms: texts ? this.messages.request(sealedPhone, 'registered', language, { number, code }, id) : null,
      answer: {
        id,
        number,
        sealedCode: this.box.seal(code),
        state: FIRST_STATE,
        version: 1,
        registeredAt,
        missing: missingElements(elements),
      },
    };
  }

  /** How long the hotline may keep it: minutes where there is danger, else a working day (domain.md §2, Clocks). */
  private transferPlan(item: ServiceItem | null, at: Date): ClockPlan {
    const { dangerMinutes, utilitiesMinutes, usualDays } = this.settings.transfer;
    switch (item?.urgency) {
      case 'danger':
        return planRealMinutes(at, dangerMinutes);
      case 'utilities':
        return planRealMinutes(at, utilitiesMinutes);
      default:
        return this.usualPlan(at, usualDays);
    }
  }

  /**
   * The plan of a limit in days is the same for all who call within a minute but for its start, and costs as much as
   * half a validation: it is made once a minute.
   */
  private usualPlan(at: Date, days: number): ClockPlan {
    const calendar = this.calendar.current();
    const minute = Math.floor(at.getTime() / MINUTE_MS);
    if (this.planned?.minute !== minute || this.planned.calendar !== calendar) {
      const plan = planWorkingDays(calendar, 'transfer', new Date(minute * MINUTE_MS), days);
      this.planned = { minute, calendar, plan };
    }
    return { ...this.planned.plan, startedAt: at };
  }
}

function identityOf({ contact }: IncomingRequest): Identity & { phone: string } {
  const phone = toE164(contact.phone);
  if (phone === null) throw new Malformed([{ pointer: '/contact/phone', rule: 'isPhoneNumber' }]);
  return { name: contact.name ?? null, phone };
}

/** The seven elements; out of a confidential report who filed it is taken out, wherever it is written. */
function elementsOf({ elements }: IncomingRequest, hidden: Identity | null): Elements {
  const given = (text: string | null | undefined): string | null => {
    if (text === null || text === undefined) return null;
    return hidden ? withoutIdentity(text, hidden) : text;
  };
  const { when, where, who, what, why, which, result } = elements;
  return {
    when: given(when),
    where: given(where),
    who: given(who),
    what: given(what),
    why: given(why),
    which: given(which),
    result: given(result),
  };
}
