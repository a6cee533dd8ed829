import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { shiftDay, type Day } from '@app/common/calendar/zone.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { toPage } from '@app/common/http/page.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ClosedBookings } from '../bookings/closed-bookings.js';
import { ScheduleNews } from '../schedule/schedule-news.js';
import { raiseStamp } from '../schedule/schedule-stamp.js';
import type {
  AbsenceBody,
  AbsenceEnd,
  AbsenceEnded,
  AbsenceListQuery,
  AbsencePage,
  AbsenceReport,
  AbsenceRow,
} from './absence.dto.js';
import { AbsenceRepository, type Absence } from './absences.repository.js';
import { OfficerRepository } from './officers.repository.js';
import { StandIns } from './stand-ins.js';
import { RosterRepository } from './rosters.repository.js';

const LONGEST_DAYS = 366;

/** Officers who are away, and who stands in for them (AB岗, domain.md §1). */
@Injectable()
export class Absences {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly absences: AbsenceRepository,
    private readonly officers: OfficerRepository,
    private readonly rosters: RosterRepository,
    private readonly standIns: StandIns,
    private readonly closed: ClosedBookings,
    private readonly ledger: Ledger,
    private readonly news: ScheduleNews,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /** @throws Malformed (400) if `after` is not a cursor of this list */
  async list(query: AbsenceListQuery): Promise<AbsencePage> {
    const rows = await this.absences.list(this.dataSource.manager, query, this.today(this.clock.now()));
    const page = toPage(rows, query.limit, ({ fromDay, id }) => [fromDay, id], absenceRow);
    return { items: [...page.items], next: page.next };
  }

  /**
   * The officer's published duties that are still to come go to others by themselves. Where nobody can, the post's
   * windows close for the session; citizens who have booked them are told.
   * @throws NotFound, RuleBroken `absence-period`
   */
  report(actor: StaffActor, key: IdempotencyContext, body: AbsenceBody): Promise<AbsenceReport> {
    const { officerId, fromDay, toDay, reason } = body;
    if (toDay < fromDay || toDay > shiftDay(fromDay, LONGEST_DAYS)) {
      throw new RuleBroken('absence-period', { days: LONGEST_DAYS });
    }
    return this.idempotency.once(key, async (em) => {
      const officer = await this.lockOfficer(em, officerId);
      const now = this.clock.now();
      const absence: Absence = {
        id: newId(),
        officerId,
        officerName: officer.name,
        siteId: officer.siteId,
        fromDay,
        toDay,
        reason,
        reportedAt: now,
      };
      const standing = await this.closed.standing(em, officer.siteId, { fromDay, toDay }, now);
      await this.absences.insert(em, absence, actor.id);
      await this.note(em, actor, absence, 'absence-reported', now);
      const duties = await this.standIns.takeOver(em, { actor, absence, now });
      await raiseStamp(em, officer.siteId);
      const closed = await this.closed.tell(em, standing, { actor, reason: 'nobody-on-duty', now });
      return {
        ...absenceRow(absence),
        duties,
        closed: closed.map(({ code, startAt }) => ({ code, startAt: startAt.toISOString() })),
      };
    });
  }

  /**
   * The officer is here again from the day after the last one away; what others took over and is still to come goes
   * back. Citizens whose window opens again by it are told.
   * @throws NotFound, RuleBroken `absence-is-over` where it ends no earlier than it would by itself
   */
  end(actor: StaffActor, id: string, body: AbsenceEnd): Promise<AbsenceEnded> {
    return this.dataSource.transaction(async (em) => {
      const seen = await this.absences.find(em, id);
      if (seen) await this.rosters.lockSite(em, seen.siteId);
      const absence = seen && (await this.absences.find(em, id));
      if (!absence) throw new NotFound();
      const now = this.clock.now();
      const today = this.today(now);
      const lastDay = body.lastDay ?? shiftDay(today, -1);
      if (lastDay < shiftDay(today, -1) || lastDay >= absence.toDay) throw new RuleBroken('absence-is-over');
      const from = shiftDay(lastDay, 1);
      const days = { fromDay: from, toDay: absence.toDay };
      const standing = await this.closed.standing(em, absence.siteId, days, now);
      await this.absences.end(em, absence, lastDay);
      await this.note(em, actor, { ...absence, toDay: lastDay }, 'absence-ended', now);
      const givenBack = await this.standIns.giveBack(em, { actor, absence, now, from });
      await raiseStamp(em, absence.siteId);
      await this.closed.tell(em, standing, { actor, reason: 'absence-ended', now });
      return { givenBack };
    });
  }

  private async lockOfficer(em: EntityManager, id: string) {
    const seen = await this.officers.find(em, id);
    if (seen) await this.rosters.lockSite(em, seen.siteId);
    const officer = seen && (await this.officers.find(em, id));
    if (!officer?.active) throw new NotFound();
    return officer;
  }

  /** Why somebody is away is the office's own affair: the ledger has the days. */
  private async note(em: EntityManager, actor: StaffActor, absence: Absence, action: string, at: Date): Promise<void> {
    const { id, officerId, siteId, fromDay, toDay } = absence;
    const detail = { absenceId: id, fromDay, toDay };
    await this.ledger.write(em, { itemType: 'officer', itemId: officerId, action, actor, at, detail });
    this.news.tell(em, siteId);
  }

  private today(now: Date): Day {
    return dayOf(this.calendars.current(), now);
  }
}

function absenceRow({ id, officerId, officerName, fromDay, toDay, reason, reportedAt }: Absence): AbsenceRow {
  return { id, officerId, officerName, fromDay, toDay, reason, reportedAt: reportedAt.toISOString() };
}
