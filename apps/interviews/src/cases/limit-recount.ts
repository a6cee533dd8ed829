import { Ledger } from '@app/common/audit/ledger.js';
import type { SystemActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { RECOUNT, Recount } from '@app/common/calendar/recount.js';
import { CaseLimitMoved } from '@app/common/contracts/interviews.events.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { InterviewSettings } from '../settings/interview-settings.js';
import { CaseNews } from '../stream/case-news.js';
import type { InterviewCase } from './case.entity.js';
import { CaseRepository } from './case.repository.js';
import { BEFORE_THE_TALK } from './domain/case-state.js';
import { interviewDueAt, movedEnd } from './domain/limits.js';
import { LimitTimers } from './limit-timers.js';

const ACTOR: SystemActor = { kind: 'system', name: `timer:${RECOUNT}` };
const BATCH = 100;

/**
 * Counts the limits of talks again when the calendar has changed (domain.md §5). A day that a paper names stays that day:
 * a supervision order is as it was issued, a promise and an instruction are for the day that was said.
 */
@Injectable()
export class LimitRecount {
  constructor(
    private readonly cases: CaseRepository,
    private readonly limits: LimitTimers,
    private readonly calendars: CalendarSource,
    private readonly recount: Recount,
    private readonly settings: InterviewSettings,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly news: CaseNews,
  ) {}

  @OnTimer(RECOUNT)
  async onChange(em: EntityManager, timer: DueTimer): Promise<void> {
    await this.recount.step(em, timer, async (after) => {
      const calendar = await this.calendars.read(em);
      const batch = await this.cases.openIds(em, after, BATCH);
      for (const id of batch) await this.count(em, id, calendar, timer.now);
      return batch.length === BATCH ? (batch.at(-1) ?? null) : null;
    });
  }

  private async count(em: EntityManager, id: string, calendar: WorkingCalendar, now: Date): Promise<void> {
    const item = await this.cases.lock(em, id);
    if (!item || !BEFORE_THE_TALK.includes(item.state) || item.overdueAt) return;
    const counted = interviewDueAt(calendar, item.roundOpenedAt, this.settings);
    const dueAt = movedEnd(item.dueAt, counted, now);
    if (dueAt === null) return;
    await this.cases.changeRound(em, item, { dueAt });
    const changed = await this.cases.change(em, item, { dueAt });
    await this.limits.move(em, changed, calendar, now);
    await this.tell(em, item, changed, now);
  }

  private async tell(em: EntityManager, was: InterviewCase, item: InterviewCase, at: Date): Promise<void> {
    const dueAt = item.dueAt.toISOString();
    await this.ledger.write(em, {
      itemType: 'case',
      itemId: item.id,
      action: 'limit-recounted',
      actor: ACTOR,
      at,
      detail: { round: item.round, from: was.dueAt.toISOString(), dueAt },
    });
    const { id: caseId, ticketId, unitId, round } = item;
    await this.outbox.add(em, CaseLimitMoved, caseId, { caseId, ticketId, unitId, round, dueAt });
    this.news.tell(em, item);
  }
}
