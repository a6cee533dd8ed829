import type { EntityManager } from 'typeorm';
import type { RequestKind } from '@app/common/contracts/request-kind.js';
import type { RepliedRequest } from './domain/timeliness.js';

/**
 * All requests with a reply by a unit, the oldest first, each with its first: the limit is kept or missed by that one.
 * Answers on the spot and refusals have no reply limit.
 */
export async function repliedRequests(em: EntityManager): Promise<RepliedRequest[]> {
  return em.query<(RepliedRequest & { kind: RequestKind })[]>(`
    SELECT ticket.number, ticket.kind, first.replied_at AS "repliedAt",
           coalesce(ticket.dispatched_at, ticket.registered_at) AS "startedAt"
    FROM ticket JOIN (
      SELECT ticket_id, min(replied_at) AS replied_at FROM ticket_reply WHERE how = 'reply' GROUP BY ticket_id
    ) AS first ON first.ticket_id = ticket.id
    ORDER BY ticket.registered_at, ticket.id`);
}
