import { decodeCursor } from '@app/common/http/page.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CaseScope } from '../cases/domain/case-policy.js';
import type { CardListQuery } from './card.dto.js';
import { Card } from './card.entity.js';

/** A card with what its case adds to it. */
export type CardWithCase = Card & { caseNumber: string; ticketId: string; ticketNumber: string };

const WITH_CASE = `
  SELECT k.id, k.case_id AS "caseId", k.unit_id AS "unitId", k.round, k.colour, k.reason, k.order_id AS "orderId",
         k.issued_at AS "issuedAt", c.case_number AS "caseNumber", c.ticket_id AS "ticketId",
         c.ticket_number AS "ticketNumber"
    FROM card k JOIN interview_case c ON c.id = k.case_id`;

@Injectable()
export class CardRepository {
  async insert(em: EntityManager, card: Card): Promise<void> {
    await em.insert(Card, card);
  }

  /** A case's cards, the first first. */
  ofCase(em: EntityManager, caseId: string): Promise<CardWithCase[]> {
    return em.query(`${WITH_CASE} WHERE k.case_id = $1 ORDER BY k.issued_at, k.id`, [caseId]);
  }

  /** One more than `limit` cards within the reader's scope, the newest first. */
  list(em: EntityManager, scope: CaseScope, query: CardListQuery): Promise<CardWithCase[]> {
    const [at, id] = decodeCursor(query.after, ['instant', 'uuid']) ?? [null, null];
    return em.query(
      `${WITH_CASE}
        WHERE ($1::uuid IS NULL OR k.unit_id = $1) AND ($2::uuid IS NULL OR k.unit_id = $2)
          AND ($3::text IS NULL OR k.colour = $3)
          AND ($4::timestamptz IS NULL OR (k.issued_at, k.id) < ($4, $5::uuid))
        ORDER BY k.issued_at DESC, k.id DESC LIMIT $6`,
      [scope.unitId ?? null, query.unitId ?? null, query.colour ?? null, at, id, query.limit + 1],
    );
  }
}
