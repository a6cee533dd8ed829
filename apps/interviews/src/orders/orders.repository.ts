import { decodeCursor } from '@app/common/http/page.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CaseScope } from '../cases/domain/case-policy.js';
import type { OrderListQuery } from './order.dto.js';
import { SupervisionOrder } from './order.entity.js';

/** An order with what its case adds to it. */
export type OrderWithCase = SupervisionOrder & { caseNumber: string; ticketId: string; confidential: boolean };

const WITH_CASE = `
  SELECT o.id, o.order_number AS "orderNumber", o.case_id AS "caseId", o.unit_id AS "unitId", o.round, o.tier, o.cause,
         o.text, o.issued_at AS "issuedAt", o.issued_by AS "issuedBy", o.due_at AS "dueAt", o.answer,
         o.answered_at AS "answeredAt", o.answered_by AS "answeredBy", o.overdue_at AS "overdueAt",
         c.case_number AS "caseNumber", c.ticket_id AS "ticketId", c.confidential
    FROM supervision_order o JOIN interview_case c ON c.id = o.case_id`;

const STATE_SQL = `CASE WHEN o.answered_at IS NOT NULL THEN 'answered'
                        WHEN o.overdue_at IS NOT NULL THEN 'overdue' ELSE 'open' END`;

@Injectable()
export class OrderRepository {
  async insert(em: EntityManager, order: SupervisionOrder): Promise<void> {
    await em.insert(SupervisionOrder, order);
  }

  async find(em: EntityManager, id: string): Promise<OrderWithCase | null> {
    const [order] = await em.query<OrderWithCase[]>(`${WITH_CASE} WHERE o.id = $1`, [id]);
    return order ?? null;
  }

  /** A case's orders, the first first. */
  ofCase(em: EntityManager, caseId: string): Promise<OrderWithCase[]> {
    return em.query(`${WITH_CASE} WHERE o.case_id = $1 ORDER BY o.issued_at, o.id`, [caseId]);
  }

  /** The order for the overdue talk of a round, where it still waits. */
  async waitingForTalk(em: EntityManager, caseId: string, round: number): Promise<OrderWithCase | null> {
    const [order] = await em.query<OrderWithCase[]>(
      `${WITH_CASE} WHERE o.case_id = $1 AND o.round = $2 AND o.cause = 'interview-overdue' AND o.answered_at IS NULL`,
      [caseId, round],
    );
    return order ?? null;
  }

  async change(
    em: EntityManager,
    id: string,
    changes: Partial<Pick<SupervisionOrder, 'answer' | 'answeredAt' | 'answeredBy' | 'overdueAt'>>,
  ): Promise<void> {
    await em.update(SupervisionOrder, { id }, changes);
  }

  /** One more than `limit` orders within the reader's scope, the newest first. */
  list(em: EntityManager, scope: CaseScope, query: OrderListQuery): Promise<OrderWithCase[]> {
    const [at, id] = decodeCursor(query.after, ['instant', 'uuid']) ?? [null, null];
    return em.query(
      `${WITH_CASE}
        WHERE ($1::uuid IS NULL OR o.unit_id = $1) AND ($2::uuid IS NULL OR o.unit_id = $2)
          AND ($3::text IS NULL OR ${STATE_SQL} = $3)
          AND ($4::timestamptz IS NULL OR (o.issued_at, o.id) < ($4, $5::uuid))
        ORDER BY o.issued_at DESC, o.id DESC LIMIT $6`,
      [scope.unitId ?? null, query.unitId ?? null, query.state ?? null, at, id, query.limit + 1],
    );
  }
}
