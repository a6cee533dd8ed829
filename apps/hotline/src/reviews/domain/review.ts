import type { Actor } from '@app/common/auth/actor.js';
import { statesBefore, type TicketState } from '../../tickets/domain/ticket-state.js';

/** How a review ends: what was done stands, or it is done anew. */
export const REVIEW_OUTCOMES = ['upheld', 'set_aside'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/**
 * The states in which a review can be asked for (domain.md §2, Life of a ticket: closed ─▶ reopened by the citizen's
 * review request; refused, the citizen may ask for review): struck off, and able to be taken up again. A reply that is
 * not rated yet has its own way, the rating.
 */
export const REVIEWABLE: readonly TicketState[] = statesBefore('reopened');

/** Why no review can be asked for now. */
export type ReviewRefusal = 'not-now' | 'asked-already' | 'decided-already';

/** The last review of a ticket. */
export interface LastReview {
  readonly askedAt: Date;
  /** Null while nobody has decided. */
  readonly outcome: ReviewOutcome | null;
}

/**
 * One review is open at a time, and there is one for each time the ticket was struck off [D].
 * @param last the ticket's last review, if there was one
 * @returns null where a review can be asked for
 */
export function reviewRefusal(
  { state, closedAt }: { readonly state: TicketState; readonly closedAt: Date | null },
  last: LastReview | null,
): ReviewRefusal | null {
  if (last?.outcome === null) return 'asked-already';
  if (!REVIEWABLE.includes(state)) return 'not-now';
  return last && (closedAt === null || last.askedAt >= closedAt) ? 'decided-already' : null;
}

/**
 * Whether a review is of the reader's own decision. Who refused, answered or replied leaves the review of it to the other
 * person of the post [D]: every post has two (domain.md §1, AB岗).
 * @param repliedBy who gave the ticket's last reply; null where it was imported, or there is none
 */
export function isOwnDecision(actor: Actor, repliedBy: string | null): boolean {
  return actor.kind === 'staff' && actor.id === repliedBy;
}
