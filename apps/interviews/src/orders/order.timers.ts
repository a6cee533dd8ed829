import { Ledger } from '@app/common/audit/ledger.js';
import type { SystemActor } from '@app/common/auth/actor.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CardIssue } from '../cards/card-issue.js';
import { CaseRepository } from '../cases/case.repository.js';
import { tierAfter, worseCard } from '../cases/domain/ladder.js';
import { CaseNews } from '../stream/case-news.js';
import { isOverdue } from './domain/order-rules.js';
import { ORDER_OVERDUE } from './order-issue.js';
import { OrderRepository } from './orders.repository.js';

/** An order that is not answered in time goes to the leaders (domain.md §4, The ladder). */
@Injectable()
export class OrderTimers {
  constructor(
    private readonly orders: OrderRepository,
    private readonly cases: CaseRepository,
    private readonly cards: CardIssue,
    private readonly ledger: Ledger,
    private readonly news: CaseNews,
  ) {}

  @OnTimer(ORDER_OVERDUE)
  async fallDue(em: EntityManager, { kind, key, now }: DueTimer): Promise<void> {
    const found = await this.orders.find(em, key);
    const item = found && (await this.cases.lock(em, found.caseId));
    // Answers lock the case too: read again, now that nobody can answer at the same time.
    const order = item && (await this.orders.find(em, key));
    if (!item || !order || !isOverdue(order, item, now)) return;
    const actor: SystemActor = { kind: 'system', name: `timer:${kind}` };
    await this.orders.change(em, order.id, { overdueAt: now });
    const changed = await this.cases.change(em, item, {
      tier: tierAfter('order-overdue', item.tier, item.round),
      card: worseCard(item.card, 'red'),
    });
    await this.ledger.write(em, {
      itemType: 'case',
      itemId: item.id,
      action: 'order-overdue',
      actor,
      at: now,
      detail: { orderNumber: order.orderNumber, tier: changed.tier },
    });
    await this.cards.issue(em, changed, { colour: 'red', reason: 'order-overdue', orderId: order.id }, actor, now);
    this.news.tell(em, changed);
  }
}
