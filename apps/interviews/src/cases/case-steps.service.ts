import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { CaseHeld } from '@app/common/contracts/interviews.events.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrderIssue } from '../orders/order-issue.js';
import { OrderRepository } from '../orders/orders.repository.js';
import { CaseNews } from '../stream/case-news.js';
import { TaskRepository } from '../tasks/tasks.repository.js';
import { CaseGate } from './case-gate.js';
import { CaseReader } from './case-reader.js';
import type { CaseDetail } from './case.dto.js';
import type { InterviewCase } from './case.entity.js';
import { CaseRepository } from './case.repository.js';
import type { MinutesBody, PlanBody, RootCauseBody } from './case-steps.dto.js';
import { checkHeldAt, checkPromisedDays } from './domain/minutes-rules.js';
import { LimitTimers } from './limit-timers.js';

/** The three steps of a round (domain.md §4), each complete before the next. The invitation is in appointments/. */
@Injectable()
export class CaseSteps {
  constructor(
    private readonly gate: CaseGate,
    private readonly cases: CaseRepository,
    private readonly tasks: TaskRepository,
    private readonly orders: OrderRepository,
    private readonly orderIssue: OrderIssue,
    private readonly limits: LimitTimers,
    private readonly reader: CaseReader,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
    private readonly idempotency: Idempotency,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
    private readonly news: CaseNews,
  ) {}

  /**
   * Step 1, 梳理: the unit names the root cause.
   * @throws NotFound, Forbidden, StaleVersion, WrongState
   */
  nameRootCause(
    actor: StaffActor,
    id: string,
    version: number,
    key: IdempotencyContext,
    body: RootCauseBody,
  ): Promise<CaseDetail> {
    return this.idempotency.once(key, async (em) => {
      const item = await this.gate.enter(em, actor, id, version, 'root-cause');
      const now = this.clock.now();
      await this.cases.changeRound(em, item, { rootCause: body.rootCause, sortedAt: now });
      return this.done(em, actor, await this.cases.change(em, item, { state: 'sorted' }), 'sorted', now);
    });
  }

  /**
   * Step 2, 方案: the plan, its class and the law it rests on.
   * @throws NotFound, Forbidden, StaleVersion, WrongState
   */
  plan(actor: StaffActor, id: string, version: number, key: IdempotencyContext, body: PlanBody): Promise<CaseDetail> {
    return this.idempotency.once(key, async (em) => {
      const item = await this.gate.enter(em, actor, id, version, 'plan');
      const now = this.clock.now();
      const { plan, legalBasis } = body;
      await this.cases.changeRound(em, item, { planClass: body.class, plan, legalBasis, plannedAt: now });
      const changed = await this.cases.change(em, item, { state: 'planned' });
      return this.done(em, actor, changed, 'planned', now, { class: body.class });
    });
  }

  /**
   * Step 3, 约谈: the record of the talk. What was promised becomes dated tasks; the round's limit ends.
   * @throws NotFound, Forbidden, StaleVersion, WrongState, RuleBroken `held-in-the-future`, `held-before-the-round`,
   *   `promised-in-the-past`
   */
  recordMinutes(
    actor: StaffActor,
    id: string,
    version: number,
    key: IdempotencyContext,
    body: MinutesBody,
  ): Promise<CaseDetail> {
    return this.idempotency.once(key, async (em) => {
      const item = await this.gate.enter(em, actor, id, version, 'minutes');
      const now = this.clock.now();
      const heldAt = new Date(body.heldAt);
      checkHeldAt(heldAt, item.roundOpenedAt, now);
      checkPromisedDays(
        body.tasks.map((task) => task.dueOn),
        dayOf(this.calendars.current(), heldAt),
      );
      const inTime = heldAt <= item.dueAt;
      await this.cases.changeRound(em, item, {
        heldAt,
        attendees: body.attendees,
        minutes: body.minutes,
        outcome: body.outcome,
        recordedAt: now,
        recordedBy: actor.name,
        inTime,
      });
      await this.tasks.insert(
        em,
        body.tasks.map(({ what, owner, dueOn }, i) => ({
          id: newId(),
          caseId: item.id,
          round: item.round,
          position: i + 1,
          what,
          owner,
          dueOn,
          result: null,
          struckOffAt: null,
          struckOffBy: null,
        })),
      );
      await this.limits.stop(em, item);
      await this.answerOrderForTalk(em, actor, item, now);
      const changed = await this.cases.change(em, item, { state: 'held', heldAt });
      await this.outbox.add(em, CaseHeld, item.id, {
        caseId: item.id,
        ticketId: item.ticketId,
        unitId: item.unitId,
        round: item.round,
        heldAt: heldAt.toISOString(),
        inTime,
      });
      const promised = body.tasks.length;
      return this.done(em, actor, changed, 'held', now, { outcome: body.outcome, inTime, promised });
    });
  }

  /** The talk itself fulfils the order that was issued because it was late. */
  private async answerOrderForTalk(
    em: EntityManager,
    actor: StaffActor,
    item: InterviewCase,
    now: Date,
  ): Promise<void> {
    const order = await this.orders.waitingForTalk(em, item.id, item.round);
    if (order) {
      await this.orderIssue.answer(em, order, { text: '约谈已举行，见约谈记录。', answeredBy: actor.name }, actor, now);
    }
  }

  private async done(
    em: EntityManager,
    actor: StaffActor,
    item: InterviewCase,
    action: string,
    at: Date,
    detail: Record<string, unknown> = {},
  ): Promise<CaseDetail> {
    await this.ledger.write(em, {
      itemType: 'case',
      itemId: item.id,
      action,
      actor,
      at,
      detail: { round: item.round, ...detail },
    });
    this.news.tell(em, item);
    return this.reader.detail(em, actor, item);
  }
}
