import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { pageByKey, type PageQuery } from '@app/common/http/page.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { StaffAccounts } from '../accounts/staff-accounts.js';
import { CatalogueChanges } from '../catalogue/catalogue-changes.js';
import { InterviewBookingRepository } from '../interview-bookings/interview-bookings.repository.js';
import { InterviewBookings } from '../interview-bookings/interview-bookings.service.js';
import type { Span } from '../slots/domain/span.js';
import { faultyHours, inOrderOfTheWeek, isInHours, type WeeklyHours } from './domain/volunteer-hours.js';
import type {
  TalksLost,
  TalkTime,
  VolunteerBody,
  VolunteerGivingBody,
  VolunteerPage,
  VolunteerRow,
} from './volunteer.dto.js';
import { VolunteerRepository } from './volunteers.repository.js';

const MOST_TALKS_NAMED = 20;

/** Legal volunteers and the hours in which they can be asked (domain.md §3, 志愿者). */
@Injectable()
export class Volunteers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly volunteers: VolunteerRepository,
    private readonly bookings: InterviewBookings,
    private readonly booked: InterviewBookingRepository,
    private readonly idempotency: Idempotency,
    private readonly changes: CatalogueChanges,
    private readonly accounts: StaffAccounts,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /** @throws Malformed (400) if `after` is not a cursor of this list */
  list(query: PageQuery): Promise<VolunteerPage> {
    return pageByKey(query, 'id', 'uuid', (after, limit) =>
      this.volunteers.list(this.dataSource.manager, after, limit + 1),
    );
  }

  /** @throws RuleBroken (422) `hours-faulty`, `no-such-account`, `account-without-role`; StillRunning, KeyReused */
  async create(actor: StaffActor, body: VolunteerBody, idempotency: IdempotencyContext): Promise<VolunteerRow> {
    requireSound(body.hours);
    await this.accounts.requireFit(body.staffId, null, 'volunteer');
    return this.idempotency.once(idempotency, async (em) => {
      const id = newId();
      await this.volunteers.insert(em, id, body);
      await this.changes.note(em, { actor, type: 'volunteer', id, action: 'created' }, []);
      return this.read(em, id);
    });
  }

  /**
   * The talks to come that a change would take the volunteer out of, the earliest first; nothing is changed.
   * @throws NotFound, RuleBroken (422) `hours-faulty`
   */
  async talksLost(id: string, giving: VolunteerGivingBody): Promise<TalksLost> {
    requireSound(giving.hours);
    const em = this.dataSource.manager;
    await this.read(em, id);
    const isThere = this.givesTime(giving);
    const lost = (await this.booked.coming(em, id, this.clock.now())).filter((talk) => !isThere(talk));
    return { count: lost.length, talks: lost.slice(0, MOST_TALKS_NAMED).map(talkTime) };
  }

  /**
   * Changes a volunteer. Talks they are booked for at hours they do not give any more are freed of them, all of them
   * where they leave, and interviews hears of each.
   * @throws NotFound, StaleVersion (412), RuleBroken (422) `hours-faulty`, `no-such-account`, `account-without-role`
   */
  async change(actor: StaffActor, id: string, version: number, body: VolunteerBody): Promise<VolunteerRow> {
    requireSound(body.hours);
    const { staffId } = await this.read(this.dataSource.manager, id);
    await this.accounts.requireFit(body.staffId, staffId, 'volunteer');
    return this.changes.alter(
      { actor, type: 'volunteer', id, action: 'changed', detail: { hours: body.hours, active: body.active } },
      version,
      async (em) => {
        await this.volunteers.update(em, id, body);
        const reason = body.active ? 'volunteer-hours' : 'volunteer-left';
        await this.bookings.takeAway(em, id, { isThere: this.givesTime(body), actor, reason });
        return [];
      },
      (em) => this.read(em, id),
    );
  }

  private givesTime({ active, hours }: VolunteerGivingBody): (time: Span) => boolean {
    const calendar = this.calendars.current();
    const week = inOrderOfTheWeek(hours);
    return (time) => active && isInHours(calendar, week, time);
  }

  private async read(em: EntityManager, id: string): Promise<VolunteerRow> {
    const volunteer = await this.volunteers.find(em, id);
    if (!volunteer) throw new NotFound();
    return volunteer;
  }
}

function requireSound(hours: readonly WeeklyHours[]): void {
  const fault = faultyHours(hours);
  if (fault) throw new RuleBroken('hours-faulty', { weekday: fault.weekday });
}

function talkTime({ startAt, endAt }: Span): TalkTime {
  return { startAt: startAt.toISOString(), endAt: endAt.toISOString() };
}
