import { CITIZEN } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { NotFound, WrongState } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { CONTACT_CLOCK } from './contact-clock.jobs.js';
import { ContactRequestNews } from './contact-request-news.js';
import { ContactRequestView } from './contact-request-view.js';
import type { ContactRequestProgressDto, WishedTimeDto } from './contact-request.dto.js';
import type { ContactRequest } from './contact-request.js';
import { ContactRequestRepository } from './contact-requests.repository.js';
import { requestCode } from './domain/request-code.js';
import { WISH_OPEN, wishIsOpen } from './domain/contact-request-state.js';
import { requireWishTimes } from './domain/wish-times.js';

/** What citizens do with their own requests, by the code. */
@Injectable()
export class OwnContactRequests {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly requests: ContactRequestRepository,
    private readonly view: ContactRequestView,
    private readonly news: ContactRequestNews,
    private readonly timers: Timers,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * 撤回: nobody calls any more, and a time agreed is given back. A second time changes nothing.
   * @throws NotFound, WrongState (409) once served
   */
  takeBack(code: string, idempotency: IdempotencyContext): Promise<ContactRequestProgressDto> {
    return this.idempotency.once(idempotency, (em) => this.takeBackIn(em, code));
  }

  /** The same in a transaction that is open already. */
  async takeBackIn(em: EntityManager, code: string): Promise<ContactRequestProgressDto> {
    const request = await this.lock(em, code);
    if (request.state === 'withdrawn') return this.view.progress(request);
    const at = this.clock.now();
    await this.requests.move(em, request, 'withdrawn', { endedAt: at });
    if (request.state === 'requested') await this.timers.cancel(em, CONTACT_CLOCK, request.id);
    await this.news.note(em, request.id, { action: 'withdrawn', actor: CITIZEN, at });
    return this.seen(em, request.id);
  }

  /**
   * Another wished time, or none, as long as no time is agreed. The clock of the contact runs on.
   * @throws NotFound; WrongState (409) once a time is agreed; RuleBroken `wish-in-the-past`, `wish-out-of-order`,
   *   `wish-too-far-ahead`
   */
  wish(code: string, wished: WishedTimeDto, idempotency: IdempotencyContext): Promise<ContactRequestProgressDto> {
    return this.idempotency.once(idempotency, async (em) => {
      const request = await this.lock(em, code);
      const { state, id } = request;
      if (!wishIsOpen(state)) throw new WrongState({ state, allowed: [...WISH_OPEN] });
      const at = this.clock.now();
      const wish = { wishFrom: instant(wished.wishFrom), wishTo: instant(wished.wishTo) };
      requireWishTimes(this.calendars.current(), wish, at, this.settings.contact.wishDays);
      await this.requests.change(em, id, wish);
      await this.news.note(em, id, { action: 'wish_changed', actor: CITIZEN, at, detail: { ...wished } });
      return this.seen(em, id);
    });
  }

  private async lock(em: EntityManager, typed: string): Promise<ContactRequest> {
    const code = requestCode(typed);
    const request = code === null ? null : await this.requests.byCode(em, code);
    if (!request) throw new NotFound();
    return this.requests.lock(em, request.id);
  }

  private async seen(em: EntityManager, id: string): Promise<ContactRequestProgressDto> {
    return this.view.progress(await this.requests.read(em, id));
  }
}

function instant(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}
