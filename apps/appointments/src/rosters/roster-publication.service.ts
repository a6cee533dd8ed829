import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { shiftDay, yearOf, type Day } from '@app/common/calendar/zone.js';
import { RuleBroken, StaleVersion, WrongState } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Commitments } from '../schedule/commitments.service.js';
import { daysBetween, mondayOf } from '../schedule/domain/day-kind.js';
import { ScheduleNews } from '../schedule/schedule-news.js';
import { raiseStamp } from '../schedule/schedule-stamp.js';
import { ExtendedServiceBroken } from '../schedule/schedule.problems.js';
import { checkRoster } from './domain/check-roster.js';
import { isHard } from './domain/violation.js';
import { RosterFrames } from './roster-frames.js';
import { RosterReader } from './roster-reader.js';
import { rosterViolation } from './roster-view.js';
import type { RosterDetail } from './roster.dto.js';
import { PeriodAlreadyPublished, RosterBreaksRules } from './roster.errors.js';
import type { Roster } from './roster-rows.js';
import { RosterRepository } from './rosters.repository.js';

/** Puts rosters into force and takes them out of it. */
@Injectable()
export class RosterPublication {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rosters: RosterRepository,
    private readonly frames: RosterFrames,
    private readonly reader: RosterReader,
    private readonly commitments: Commitments,
    private readonly ledger: Ledger,
    private readonly news: ScheduleNews,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /**
   * From now on the site's windows are open only where A or B of their post is on duty.
   * @throws NotFound, StaleVersion, WrongState, RosterBreaksRules, PeriodAlreadyPublished, RuleBroken `period-is-over`;
   *   ExtendedServiceBroken naming every commitment that a week of it breaks
   */
  publish(actor: StaffActor, id: string, version: number): Promise<RosterDetail> {
    return this.dataSource.transaction(async (em) => {
      const roster = await this.current(em, id, version, ['draft']);
      const now = this.clock.now();
      const today = dayOf(this.calendars.current(), now);
      if (roster.toDay < today) throw new RuleBroken('period-is-over');
      const [inTheWay] = await this.rosters.published(em, roster.siteId, roster.fromDay, roster.toDay);
      if (inTheWay) throw new PeriodAlreadyPublished({ rosterId: inTheWay.id });
      await this.refuseBroken(em, roster);
      await this.rosters.publish(em, id, { by: actor.id, at: now });
      await this.refuseBrokenCommitments(em, roster, today);
      await this.note(em, actor, roster, 'published', now);
      await raiseStamp(em, roster.siteId);
      return this.reader.detailIn(em, id);
    });
  }

  /**
   * A roster in force no longer is; a draft is given up. Of one that has begun the days that are over stay in force:
   * what was worked counts in the balance.
   * @throws NotFound, StaleVersion, WrongState
   */
  withdraw(actor: StaffActor, id: string, version: number): Promise<RosterDetail> {
    return this.dataSource.transaction(async (em) => {
      const roster = await this.current(em, id, version, ['draft', 'published']);
      const now = this.clock.now();
      const today = dayOf(this.calendars.current(), now);
      if (roster.state === 'published' && roster.fromDay < today) {
        await this.rosters.cutShort(em, id, today);
      } else {
        await this.rosters.withdraw(em, id, now);
      }
      await this.note(em, actor, roster, 'withdrawn', now);
      if (roster.state === 'published') await raiseStamp(em, roster.siteId);
      return this.reader.detailIn(em, id);
    });
  }

  private async current(
    em: EntityManager,
    id: string,
    version: number,
    allowed: readonly Roster['state'][],
  ): Promise<Roster> {
    const roster = await this.rosters.lock(em, id);
    if (roster.version !== version) throw new StaleVersion({ current: roster.version });
    if (!allowed.includes(roster.state)) throw new WrongState({ state: roster.state, allowed });
    return roster;
  }

  private async refuseBroken(em: EntityManager, roster: Roster): Promise<void> {
    const frame = await this.frames.read(em, roster.siteId, roster, roster.id);
    const { duties, rests } = await this.rosters.assignments(em, roster.id);
    const [first, ...others] = checkRoster(frame, duties, rests)
      .filter(isHard)
      .map((violation) => rosterViolation(frame, violation));
    if (first) throw new RosterBreaksRules([first, ...others]);
  }

  /**
   * As the windows are open with the roster in force (domain.md §3, 延时服务): in whole weeks, as a weekend's half-day may lie
   * outside its period; what is over, or no calendar is published for, cannot be held against it.
   */
  private async refuseBrokenCommitments(em: EntityManager, { siteId, fromDay, toDay }: Roster, today: Day) {
    const { years } = this.calendars.current();
    const days = daysBetween(mondayOf(fromDay), shiftDay(mondayOf(toDay), 6)).filter(
      (day) => day >= today && years.has(yearOf(day)),
    );
    const [first, last] = [days.at(0), days.at(-1)];
    if (first === undefined || last === undefined) return;
    const violations = await this.commitments.broken(em, siteId, { fromDay: first, toDay: last });
    if (violations.length > 0) throw new ExtendedServiceBroken(violations);
  }

  private async note(em: EntityManager, actor: StaffActor, roster: Roster, action: string, at: Date): Promise<void> {
    const { id, siteId, fromDay, toDay } = roster;
    const detail = { siteId, fromDay, toDay };
    await this.ledger.write(em, { itemType: 'roster', itemId: id, action, actor, at, detail });
    this.news.tell(em, siteId);
  }
}
