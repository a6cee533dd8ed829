import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CardIssued } from '@app/common/contracts/interviews.events.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { newId } from '@app/common/persistence/id.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InterviewCase } from '../cases/case.entity.js';
import type { Card } from './card.entity.js';
import { CardRepository } from './cards.repository.js';

/** Issues yellow and red cards (黄牌, 红牌). */
@Injectable()
export class CardIssue {
  constructor(
    private readonly cards: CardRepository,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Issues a card to the unit of a locked case.
   * @param orderId the order that was not answered, with `order-overdue`
   */
  async issue(
    em: EntityManager,
    item: InterviewCase,
    { colour, reason, orderId }: Pick<Card, 'colour' | 'reason'> & { orderId?: string },
    actor: Actor,
    at: Date,
  ): Promise<void> {
    const card: Card = {
      id: newId(),
      caseId: item.id,
      unitId: item.unitId,
      round: item.round,
      colour,
      reason,
      orderId: orderId ?? null,
      issuedAt: at,
    };
    await this.cards.insert(em, card);
    await this.ledger.write(em, {
      itemType: 'case',
      itemId: item.id,
      action: 'card-issued',
      actor,
      at,
      reason,
      detail: { colour, round: item.round },
    });
    await this.outbox.add(em, CardIssued, item.id, {
      cardId: card.id,
      caseId: item.id,
      ticketId: item.ticketId,
      unitId: item.unitId,
      colour,
      reason,
      issuedAt: at.toISOString(),
    });
  }
}
