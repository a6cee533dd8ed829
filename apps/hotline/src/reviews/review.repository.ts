import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReviewOutcome } from './domain/review.js';

/** A review of a ticket. */
export interface Review {
  readonly id: string;
  readonly ticketId: string;
  readonly askedAt: Date;
  readonly via: 'web' | 'sms';
  /** Why the citizen asks. */
  readonly reason: string;
  readonly outcome: ReviewOutcome | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

export interface Decision {
  readonly outcome: ReviewOutcome;
  readonly at: Date;
  /** Who decided; null where the ticket was taken up again for another reason. */
  readonly by: string | null;
  readonly reason: string | null;
}

const LAST = `
  SELECT id, ticket_id AS "ticketId", asked_at AS "askedAt", via, reason, outcome, decided_at AS "decidedAt",
         decision_reason AS "decisionReason"
    FROM ticket_review WHERE ticket_id = $1 ORDER BY asked_at DESC LIMIT 1`;

/** Reviews in the database; their ticket is locked by whoever changes them. */
@Injectable()
export class ReviewRepository {
  async last(em: EntityManager, ticketId: string): Promise<Review | null> {
    const [review] = await em.query<Review[]>(LAST, [ticketId]);
    return review ?? null;
  }

  /** Who gave the ticket's last reply: what a review of it is about. @returns null where it was imported, or there is none */
  async repliedBy(em: EntityManager, ticketId: string): Promise<string | null> {
    const [reply] = await em.query<{ repliedBy: string | null }[]>(
      `SELECT replied_by AS "repliedBy" FROM ticket_reply WHERE ticket_id = $1 ORDER BY replied_at DESC LIMIT 1`,
      [ticketId],
    );
    return reply?.repliedBy ?? null;
  }

  async insert(
    em: EntityManager,
    { id, ticketId, askedAt, via, reason }: Pick<Review, 'id' | 'ticketId' | 'askedAt' | 'via' | 'reason'>,
  ): Promise<void> {
    await em.query('INSERT INTO ticket_review (id, ticket_id, asked_at, via, reason) VALUES ($1, $2, $3, $4, $5)', [
      id,
      ticketId,
      askedAt,
      via,
      reason,
    ]);
  }

  /** Decides the ticket's open review. @returns its id; null where none is open */
  async decide(em: EntityManager, ticketId: string, { outcome, at, by, reason }: Decision): Promise<string | null> {
    const [rows] = await em.query<[{ id: string }[], number]>(
      `UPDATE ticket_review SET outcome = $2, decided_at = $3, decided_by = $4, decision_reason = $5
        WHERE ticket_id = $1 AND outcome IS NULL RETURNING id`,
      [ticketId, outcome, at, by, reason],
    );
    return rows[0]?.id ?? null;
  }
}
