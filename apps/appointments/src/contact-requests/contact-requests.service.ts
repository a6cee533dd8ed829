import { pooledRandom } from '@app/common/confidential/pooled-random.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { randomCode } from '@app/common/confidential/random-code.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { Malformed, RuleBroken } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { ContactSeal, type Contact } from '../bookings/contact-seal.js';
import { CONTACT_CLOCK } from './contact-clock.jobs.js';
import { ContactRequestNews } from './contact-request-news.js';
import type { FileContactRequestDto, FiledContactRequestDto } from './contact-request.dto.js';
import { AlreadyRequested } from './contact-request.errors.js';
import type { ContactRequestChannel } from './contact-request.js';
import { ContactRequestRepository } from './contact-requests.repository.js';
import { contactPlan } from './domain/contact-clock.js';
import {
  FIRST_CONTACT_REQUEST_STATE,
  type ContactRequestKind,
  type ContactRequestState,
} from './domain/contact-request-state.js';
import { requireWishTimes } from './domain/wish-times.js';

/** A wish to be contacted, from whatever way it comes. */
export interface ContactWish {
  readonly kind: ContactRequestKind;
  readonly channel: ContactRequestChannel;
  readonly contact: Contact;
  readonly itemCode?: string;
  readonly siteId?: string;
  readonly wishFrom?: Date;
  readonly wishTo?: Date;
  readonly note?: string | null;
}

/** The request that a wish has become, or that was open already. */
export interface RequestedContact {
  readonly id: string;
  readonly code: string;
  readonly state: ContactRequestState;
  readonly contactDueAt: Date;
  /** False where the phone had an open one of this kind for this item: its clock runs on. */
  readonly isNew: boolean;
}

/** 预约服务: citizens ask to be contacted, and a clock of 24 hours of real time starts (domain.md §3). */
@Injectable()
export class ContactRequests {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly requests: ContactRequestRepository,
    private readonly seal: ContactSeal,
    private readonly news: ContactRequestNews,
    private readonly timers: Timers,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * A citizen's request on the portal.
   * @throws Malformed (400), AlreadyRequested (409), RuleBroken as `request`; StillRunning, KeyReused
   */
  file(actor: Actor, wish: FileContactRequestDto, idempotency: IdempotencyContext): Promise<FiledContactRequestDto> {
    if (wish.kind === 'outside-hours' && wish.itemCode === undefined) {
      throw new Malformed([{ pointer: '/itemCode', rule: 'required' }]);
    }
    return this.idempotency.once(idempotency, async (em) => {
      const { wishFrom, wishTo, ...rest } = wish;
      const times = { wishFrom: instant(wishFrom), wishTo: instant(wishTo) };
      const requested = await this.request(em, { ...rest, ...times, channel: 'web' }, actor);
      // The code of the open one is for whoever filed it, not for everybody who knows the number.
      if (!requested.isNew) throw new AlreadyRequested();
      const { code, state, contactDueAt } = requested;
      return { code, state, contactDueAt: contactDueAt.toISOString() };
    });
  }

  /**
   * Takes a wish and starts its clock; for the portal and for the dialogue by text message (人工).
   * @throws Malformed (400) if the phone is none; RuleBroken `wish-in-the-past`, `wish-out-of-order`,
   *   `wish-too-far-ahead`, `no-such-item`, `no-such-site`, `not-done-at-site`
   */
  async request(em: EntityManager, wish: ContactWish, actor: Actor): Promise<RequestedContact> {
    const now = this.clock.now();
    requireWishTimes(this.calendars.current(), wish, now, this.settings.contact.wishDays);
    const [itemCode, siteId] = [wish.itemCode ?? null, wish.siteId ?? null];
    const fault = await this.requests.offerFault(em, itemCode, siteId);
    if (fault !== null) throw new RuleBroken(fault);
    const { phoneMasked: _, ...sealed } = this.seal.seal(wish.contact);
    const { dueAt, nearAt, points } = contactPlan(now, this.settings.contact);
    const { kind, channel } = wish;
    const request = {
      id: newId(),
      code: `Q${randomCode(9, pooledRandom)}`,
      kind,
      state: FIRST_CONTACT_REQUEST_STATE,
      channel,
      itemCode,
      siteId,
      wishFrom: wish.wishFrom ?? null,
      wishTo: wish.wishTo ?? null,
      note: wish.note ?? null,
      ...sealed,
      requestedAt: now,
      nearAt,
      contactDueAt: dueAt,
      points,
    };
    if (!(await this.requests.insert(em, request))) {
      const open = await this.requests.openOf(em, request);
      // It was finished in this very moment: a try of its own makes a new one.
      if (!open) throw new AlreadyRequested();
      return { ...open, isNew: false };
    }
    await this.timers.set(em, { kind: CONTACT_CLOCK, key: request.id, dueAt: nearAt });
    await this.news.note(em, request.id, {
      action: 'requested',
      actor,
      at: now,
      detail: { kind, channel, itemCode, siteId, contactDueAt: dueAt.toISOString() },
    });
    return { ...request, isNew: true };
  }
}

function instant(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
