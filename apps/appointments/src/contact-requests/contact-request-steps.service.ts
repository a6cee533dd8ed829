import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { nationalNumber } from '@app/common/contact/phone-number.js';
import { RuleBroken } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BookingMessages } from '../bookings/booking-messages.js';
import { CONTACT_CLOCK } from './contact-clock.jobs.js';
import { ContactRequestNews } from './contact-request-news.js';
import { ContactRequestView } from './contact-request-view.js';
import type { AgreeTimeDto, ContactRequestRow, RevealedRequesterDto } from './contact-request.dto.js';
import type { ContactRequest } from './contact-request.js';
import { ContactRequestRepository, type ContactRequestChanges } from './contact-requests.repository.js';
import type { ContactRequestState } from './domain/contact-request-state.js';

interface Step {
  readonly to: ContactRequestState;
  readonly action: string;
  readonly changes?: ContactRequestChanges;
  readonly reason?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** What staff do with a request, from the contact to the service. */
@Injectable()
export class ContactRequestSteps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly requests: ContactRequestRepository,
    private readonly view: ContactRequestView,
    private readonly news: ContactRequestNews,
    private readonly messages: BookingMessages,
    private readonly timers: Timers,
    private readonly calendars: CalendarSource,
    private readonly box: SealedBox,
    private readonly clock: Clock,
  ) {}

  /**
   * The citizen was reached: the clock is met. A yellow card is over then, a red one stays.
   * @throws NotFound, WrongState
   */
  contacted(staff: StaffActor, id: string): Promise<ContactRequestRow> {
    return this.step(staff, id, (_, { card, contactDueAt }, at) =>
      Promise.resolve({
        to: 'contacted',
        action: 'contacted',
        changes: { contactedAt: at, card: card === 'red' ? card : null },
        detail: { inTime: at <= contactDueAt },
      }),
    );
  }

  /**
   * A time was agreed, or another one; duty is arranged anew, and the citizen is told.
   * @throws NotFound, WrongState; RuleBroken `agreed-time-in-the-past`, `agreed-time-out-of-order`, `site-needed`,
   *   `no-such-site`, `not-done-at-site`
   */
  agree(staff: StaffActor, id: string, time: AgreeTimeDto): Promise<ContactRequestRow> {
    const [agreedStartAt, agreedEndAt] = [new Date(time.startAt), new Date(time.endAt)];
    return this.step(
      staff,
      id,
      async (em, request, at) => {
        const calendar = this.calendars.current();
        if (agreedEndAt <= agreedStartAt || dayOf(calendar, agreedStartAt) !== dayOf(calendar, agreedEndAt)) {
          throw new RuleBroken('agreed-time-out-of-order');
        }
        if (agreedStartAt <= at) throw new RuleBroken('agreed-time-in-the-past');
        const siteId = time.siteId ?? request.siteId;
        if (siteId === null) throw new RuleBroken('site-needed');
        const fault = await this.requests.offerFault(em, request.itemCode, siteId);
        if (fault !== null) throw new RuleBroken(fault);
        return {
          to: 'agreed',
          action: 'agreed',
          changes: { agreedStartAt, agreedEndAt, siteId, officerId: null },
          detail: { siteId, startAt: agreedStartAt.toISOString(), endAt: agreedEndAt.toISOString() },
        };
      },
      (em, agreed) => this.tellTime(em, agreed),
    );
  }

  /**
   * Puts an officer of the site on duty for the time agreed.
   * @throws NotFound, WrongState; RuleBroken `officer-unknown`, `officer-elsewhere`, `officer-absent`, `officer-taken`
   */
  arrange(staff: StaffActor, id: string, officerId: string): Promise<ContactRequestRow> {
    return this.step(staff, id, async (em, request) => {
      const { agreedStartAt: startAt, agreedEndAt: endAt, siteId } = request;
      if (startAt && endAt && siteId !== null) {
        const day = dayOf(this.calendars.current(), startAt);
        const hindrance = await this.requests.officerHindrance(em, officerId, { id, siteId, day, startAt, endAt });
        if (hindrance !== null) throw new RuleBroken(`officer-${hindrance}`);
      }
      return { to: 'arranged', action: 'arranged', changes: { officerId }, detail: { officerId } };
    });
  }

  /** @throws NotFound, WrongState */
  serve(staff: StaffActor, id: string): Promise<ContactRequestRow> {
    return this.step(staff, id, (_, _request, at) =>
      Promise.resolve({ to: 'served', action: 'served', changes: { endedAt: at } }),
    );
  }

  /** @throws NotFound, WrongState */
  withdraw(staff: StaffActor, id: string, reason: string): Promise<ContactRequestRow> {
    return this.step(staff, id, (_, _request, at) =>
      Promise.resolve({ to: 'withdrawn', action: 'withdrawn', changes: { endedAt: at, reason }, reason }),
    );
  }

  /**
   * Name and number of who asked. The reason stands in the ledger before the answer is given.
   * @throws NotFound
   */
  reveal(staff: StaffActor, id: string, reason: string): Promise<RevealedRequesterDto> {
    return this.dataSource.transaction(async (em) => {
      const { sealedName, sealedPhone } = await this.requests.read(em, id);
      await this.news.note(em, id, { action: 'contact_revealed', actor: staff, at: this.clock.now(), reason });
      return {
        name: sealedName === null ? null : this.box.open(sealedName),
        phone: nationalNumber(this.box.open(sealedPhone)),
      };
    });
  }

  private step(
    staff: StaffActor,
    id: string,
    plan: (em: EntityManager, request: ContactRequest, at: Date) => Promise<Step>,
    then: (em: EntityManager, request: ContactRequest) => Promise<void> = () => Promise.resolve(),
  ): Promise<ContactRequestRow> {
    return this.dataSource.transaction(async (em) => {
      const request = await this.requests.lock(em, id);
      const at = this.clock.now();
      const { to, action, changes, reason, detail } = await plan(em, request, at);
      await this.requests.move(em, request, to, changes);
      if (request.state === 'requested') await this.timers.cancel(em, CONTACT_CLOCK, id);
      await this.news.note(em, id, { action, actor: staff, at, reason, detail });
      const moved = await this.requests.read(em, id);
      await then(em, moved);
      return this.view.row(moved);
    });
  }

  private async tellTime(em: EntityManager, request: ContactRequest): Promise<void> {
    const { agreedStartAt, language, siteNameZh, siteNameEn } = request;
    if (!agreedStartAt) return;
    const place = (language === 'en' ? siteNameEn : siteNameZh) ?? '';
    await this.messages.send(em, request, 'contact_agreed', { time: agreedStartAt.toISOString(), place });
  }
}
