import { Ledger } from '@app/common/audit/ledger.js';
import type { SystemActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import { RECOUNT, Recount } from '@app/common/calendar/recount.js';
import type { Day } from '@app/common/calendar/zone.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ScheduleNews } from '../schedule/schedule-news.js';
import { ScheduleRepository } from '../schedule/schedules.repository.js';
import { turnFinder } from './domain/balance.js';
import { rosterDays } from './domain/demands.js';
import { RosterRepository } from './rosters.repository.js';

const ACTOR: SystemActor = { kind: 'system', name: `timer:${RECOUNT}` };
const BATCH = 20;

/**
 * Says anew what duties count as when the calendar or the schedule has changed (domain.md §5, §3 轮休): a Saturday that
 * is to be worked, or is shut, is no weekend turn any more, and nobody gets it back. What has been worked stays as it
 * was.
 */
@Injectable()
export class DutyRecount {
  constructor(
    private readonly rosters: RosterRepository,
    private readonly schedules: ScheduleRepository,
    private readonly calendars: CalendarSource,
    private readonly recount: Recount,
    private readonly ledger: Ledger,
    private readonly news: ScheduleNews,
  ) {}

  @OnTimer(RECOUNT)
  async onChange(em: EntityManager, timer: DueTimer): Promise<void> {
    await this.recount.step(em, timer, async (after) => {
      const calendar = await this.calendars.read(em);
      const today = dayOf(calendar, timer.now);
      const batch = await this.rosters.notOver(em, today, after, BATCH);
      for (const id of batch) await this.count(em, id, calendar, { today, now: timer.now });
      return batch.length === BATCH ? (batch.at(-1) ?? null) : null;
    });
  }

  private async count(
    em: EntityManager,
    id: string,
    calendar: WorkingCalendar,
    { today, now }: { today: Day; now: Date },
  ): Promise<void> {
    const { siteId, fromDay, toDay } = await this.rosters.lock(em, id);
    const days = { fromDay: fromDay < today ? today : fromDay, toDay };
    const [schedule] = await this.schedules.read(em, [siteId], days);
    if (!schedule) return;
    const turnOf = turnFinder(rosterDays(calendar, schedule));
    const { duties } = await this.rosters.assignments(em, id);
    const coming = duties.filter(({ day }) => day >= today).map((duty) => ({ id: duty.id, turn: turnOf(duty) }));
    const changed = await this.rosters.setTurns(em, coming);
    if (changed === 0) return;
    const detail = { ...days, duties: changed };
    await this.ledger.write(em, {
      itemType: 'roster',
      itemId: id,
      action: 'turns-recounted',
      actor: ACTOR,
      at: now,
      detail,
    });
    this.news.tell(em, siteId);
  }
}
