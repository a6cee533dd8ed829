import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { toPage } from '@app/common/http/page.js';
import { Forbidden, NotFound, RuleBroken, WrongState } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseGate } from '../cases/case-gate.js';
import { CaseReader } from '../cases/case-reader.js';
import type { CaseDetail } from '../cases/case.dto.js';
import { CaseRepository } from '../cases/case.repository.js';
import { caseAccess, caseScope, isOwnUnit } from '../cases/domain/case-policy.js';
import { tierAfter } from '../cases/domain/ladder.js';
import { endOfPromisedDay } from '../cases/domain/limits.js';
import { CaseNews } from '../stream/case-news.js';
import { UnitNames } from '../units/unit-names.js';
import { mayBeAnsweredInWords, orderState } from './domain/order-rules.js';
import type { OrderAnswerBody, OrderBody, OrderListQuery, OrderPage, OrderRow } from './order.dto.js';
import { OrderIssue } from './order-issue.js';
import { orderRow } from './order-row.js';
import { OrderRepository } from './orders.repository.js';

/** Supervision orders as people work with them. */
@Injectable()
export class Orders {
  constructor(
    private readonly dataSource: DataSource,
    private readonly orders: OrderRepository,
    private readonly issueOrder: OrderIssue,
    private readonly gate: CaseGate,
    private readonly cases: CaseRepository,
    private readonly reader: CaseReader,
    private readonly units: UnitNames,
    private readonly idempotency: Idempotency,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
    private readonly news: CaseNews,
  ) {}

  /**
   * Orders the actor may know of, the newest first.
   * @throws Malformed (400) if `after` is not a cursor of this list
   */
  async list(actor: StaffActor, query: OrderListQuery): Promise<OrderPage> {
    const scope = caseScope(actor);
    if (!scope) return { items: [], next: null };
    const found = await this.orders.list(this.dataSource.manager, scope, query);
    const page = toPage(
      found,
      query.limit,
      (order) => [order.issuedAt.toISOString(), order.id],
      (order) => orderRow(order, this.units.nameOf(order.unitId), actor),
    );
    return { items: [...page.items], next: page.next };
  }

  /**
   * An inspector orders a unit to do or answer something by the end of a day; the commission supervises from then on.
   * @throws NotFound, Forbidden, StaleVersion, WrongState on a closed case, RuleBroken `due-in-the-past`,
   *   `verifier-of-the-unit`
   */
  issue(
    actor: StaffActor,
    caseId: string,
    version: number,
    key: IdempotencyContext,
    body: OrderBody,
  ): Promise<CaseDetail> {
    return this.idempotency.once(key, async (em) => {
      const item = await this.gate.enter(em, actor, caseId, version, 'orders');
      const now = this.clock.now();
      const dueAt = endOfPromisedDay(this.calendars.current(), body.dueOn);
      if (dueAt <= now) throw new RuleBroken('due-in-the-past', { now: now.toISOString() });
      const changed = await this.cases.change(em, item, { tier: tierAfter('order-issued', item.tier, item.round) });
      const order = { cause: 'inspector', text: body.text, dueAt, issuedBy: actor.name } as const;
      await this.issueOrder.issue(em, changed, order, actor, now);
      this.news.tell(em, changed);
      return this.reader.detail(em, actor, changed);
    });
  }

  /**
   * The unit answers an inspector's order, late or not.
   * @throws NotFound, Forbidden, WrongState if it is answered, RuleBroken `order-needs-the-talk` where only the talk
   *   itself is an answer
   */
  answer(actor: StaffActor, id: string, key: IdempotencyContext, body: OrderAnswerBody): Promise<OrderRow> {
    return this.idempotency.once(key, async (em) => {
      const found = await this.orders.find(em, id);
      if (!found || caseAccess(actor, found) === 'none') throw new NotFound();
      if (!isOwnUnit(actor, found)) throw new Forbidden();
      const item = await this.cases.lock(em, found.caseId);
      const order = await this.orders.find(em, id);
      if (!item || !order) throw new NotFound();
      if (order.answeredAt) throw new WrongState({ state: orderState(order), allowed: [] });
      if (!mayBeAnsweredInWords(order)) throw new RuleBroken('order-needs-the-talk');
      const now = this.clock.now();
      await this.issueOrder.answer(em, order, { text: body.text, answeredBy: actor.name }, actor, now);
      this.news.tell(em, item);
      const answered = { ...order, answer: body.text, answeredAt: now, answeredBy: actor.name };
      return orderRow(answered, this.units.nameOf(order.unitId), actor);
    });
  }
}
