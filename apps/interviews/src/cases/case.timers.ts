import { Ledger } from '@app/common/audit/ledger.js';
import type { SystemActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CardIssue } from '../cards/card-issue.js';
import { LetterIssue } from '../letters/letter-issue.js';
import { overdueInterviewOrder } from '../orders/domain/order-text.js';
import { OrderIssue } from '../orders/order-issue.js';
import { InterviewSettings } from '../settings/interview-settings.js';
import { CaseNews } from '../stream/case-news.js';
import { UnitNames } from '../units/unit-names.js';
import type { InterviewCase } from './case.entity.js';
import { CaseRepository } from './case.repository.js';
import { BEFORE_THE_TALK, INITIAL_STATE } from './domain/case-state.js';
import { tierAfter, worseCard } from './domain/ladder.js';
import { orderDueAt } from './domain/limits.js';
import { INTERVIEW_OVERDUE, INTERVIEW_REMINDER, INTERVIEW_YELLOW_CARD, readLimitKey } from './limit-timers.js';

/** What a round's limit does by itself: 催办, yellow card, red card and the next tier (domain.md §2 clocks, §4 ladder). */
@Injectable()
export class CaseTimers {
  constructor(
    private readonly cases: CaseRepository,
    private readonly letters: LetterIssue,
    private readonly cards: CardIssue,
    private readonly orders: OrderIssue,
    private readonly units: UnitNames,
    private readonly ledger: Ledger,
    private readonly calendars: CalendarSource,
    private readonly settings: InterviewSettings,
    private readonly news: CaseNews,
  ) {}

  /** 催办: the unit is reminded while there is still time. */
  @OnTimer(INTERVIEW_REMINDER)
  async remind(em: EntityManager, timer: DueTimer): Promise<void> {
    const item = await this.beforeTheTalk(em, timer.key);
    if (!item || timer.now > item.dueAt) return;
    const letter = await this.letters.reminder(em, item, timer.now);
    await this.ledger.write(em, {
      itemType: 'case',
      itemId: item.id,
      action: 'reminded',
      actor: by(timer),
      at: timer.now,
      detail: { round: item.round, letter: letter.number },
    });
    this.news.tell(em, item);
  }

  /** Yellow card: one working day is left and no step of the round is complete. */
  @OnTimer(INTERVIEW_YELLOW_CARD)
  async warn(em: EntityManager, timer: DueTimer): Promise<void> {
    const item = await this.beforeTheTalk(em, timer.key);
    if (!item || item.state !== INITIAL_STATE || timer.now > item.dueAt) return;
    await this.cards.issue(em, item, { colour: 'yellow', reason: 'no-progress' }, by(timer), timer.now);
    this.news.tell(em, await this.cases.change(em, item, { card: worseCard(item.card, 'yellow') }));
  }

  /** The talk was not held in time: red card, tier 2 at once, a supervision order. */
  @OnTimer(INTERVIEW_OVERDUE)
  async fallDue(em: EntityManager, timer: DueTimer): Promise<void> {
    const item = await this.beforeTheTalk(em, timer.key);
    if (!item || item.overdueAt || timer.now <= item.dueAt) return;
    const { now } = timer;
    const actor = by(timer);
    await this.cases.changeRound(em, item, { overdueAt: now });
    const changed = await this.cases.change(em, item, {
      overdueAt: now,
      tier: tierAfter('interview-overdue', item.tier, item.round),
      card: worseCard(item.card, 'red'),
    });
    await this.ledger.write(em, {
      itemType: 'case',
      itemId: item.id,
      action: 'overdue',
      actor,
      at: now,
      detail: { round: item.round, dueAt: item.dueAt.toISOString(), tier: changed.tier },
    });
    await this.cards.issue(em, changed, { colour: 'red', reason: 'interview-overdue' }, actor, now);
    await this.orderTheTalk(em, changed, actor, now);
    this.news.tell(em, changed);
  }

  private async orderTheTalk(em: EntityManager, item: InterviewCase, actor: SystemActor, now: Date): Promise<void> {
    const calendar = this.calendars.current();
    const dueAt = orderDueAt(calendar, now, this.settings);
    const text = overdueInterviewOrder({
      unitNameZh: this.units.nameOf(item.unitId).nameZh,
      caseNumber: item.caseNumber,
      ticketNumber: item.ticketNumber,
      round: item.round,
      interviewDueAt: item.dueAt,
      dueAt,
      timeZone: calendar.timeZone,
    });
    const order = { cause: 'interview-overdue', text, dueAt, issuedBy: null } as const;
    await this.orders.issue(em, item, order, actor, now);
  }

  /** The timer's case, locked, while the round the timer is about still waits for its talk. */
  private async beforeTheTalk(em: EntityManager, key: string): Promise<InterviewCase | null> {
    const { caseId, round } = readLimitKey(key);
    const item = await this.cases.lock(em, caseId);
    return item && item.round === round && BEFORE_THE_TALK.includes(item.state) ? item : null;
  }
}

function by(timer: DueTimer): SystemActor {
  return { kind: 'system', name: `timer:${timer.kind}` };
}
