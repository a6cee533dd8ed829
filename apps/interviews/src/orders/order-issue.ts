import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { OrderIssued } from '@app/common/contracts/interviews.events.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { newId } from '@app/common/persistence/id.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InterviewCase } from '../cases/case.entity.js';
import { justAfter } from '../days/just-after.js';
import { OfficialNumbers } from '../numbers/official-numbers.js';
import type { SupervisionOrder } from './order.entity.js';
import { OrderRepository } from './orders.repository.js';

export const ORDER_OVERDUE = 'order.overdue';

/** Issues supervision orders (督办函) and strikes them off. */
@Injectable()
export class OrderIssue {
  constructor(
    private readonly orders: OrderRepository,
    private readonly numbers: OfficialNumbers,
    private readonly timers: Timers,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
  ) {}

  /** Issues an order to the unit of a locked case, on the tier the case is on, and starts its limit. */
  async issue(
    em: EntityManager,
    item: InterviewCase,
    { cause, text, dueAt, issuedBy }: Pick<SupervisionOrder, 'cause' | 'text' | 'dueAt' | 'issuedBy'>,
    actor: Actor,
    at: Date,
  ): Promise<void> {
    const order: SupervisionOrder = {
      id: newId(),
      orderNumber: await this.numbers.next(em, 'order', at),
      caseId: item.id,
      unitId: item.unitId,
      round: item.round,
      tier: Math.max(item.tier, 2),
      cause,
      text,
      issuedAt: at,
      issuedBy,
      dueAt,
      answer: null,
      answeredAt: null,
      answeredBy: null,
      overdueAt: null,
    };
    await this.orders.insert(em, order);
    await this.timers.set(em, { kind: ORDER_OVERDUE, key: order.id, dueAt: justAfter(dueAt) });
    await this.ledger.write(em, {
      itemType: 'case',
      itemId: item.id,
      action: 'order-issued',
      actor,
      at,
      reason: cause,
      detail: { orderNumber: order.orderNumber, tier: order.tier, dueAt: dueAt.toISOString() },
    });
    await this.outbox.add(em, OrderIssued, item.id, {
      orderId: order.id,
      caseId: item.id,
      ticketId: item.ticketId,
      unitId: item.unitId,
      orderNumber: order.orderNumber,
      tier: order.tier,
      issuedAt: at.toISOString(),
      dueAt: dueAt.toISOString(),
    });
  }

  /** Notes an order's answer, which ends its limit. */
  async answer(
    em: EntityManager,
    order: Pick<SupervisionOrder, 'id' | 'caseId' | 'orderNumber'>,
    { text, answeredBy }: { text: string; answeredBy: string },
    actor: Actor,
    at: Date,
  ): Promise<void> {
    await this.orders.change(em, order.id, { answer: text, answeredAt: at, answeredBy });
    await this.timers.cancel(em, ORDER_OVERDUE, order.id);
    await this.ledger.write(em, {
      itemType: 'case',
      itemId: order.caseId,
      action: 'order-answered',
      actor,
      at,
      detail: { orderNumber: order.orderNumber },
    });
  }
}
