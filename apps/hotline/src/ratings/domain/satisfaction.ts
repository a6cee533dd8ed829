import type { TicketState } from '../../tickets/domain/ticket-state.js';

/** States in which a reply waits for its rating (domain.md §2, After the reply). */
export const RATEABLE: readonly TicketState[] = ['replied', 'callback', 'answered'];

/** What a rating leads to. */
export type RatingOutcome =
  /** 销号. */
  | 'closed'
  /** The unit must invite the citizen to talk: an interview is opened. */
  | 'dissatisfied'
  /** Answered on the spot and not content: no unit has had it yet, so it is taken up again. */
  | 'reopened'
  /** Answered on the spot and content: struck off already. */
  | 'stays';

/**
 * @param score 1 very dissatisfied … 5 very satisfied
 * @param dissatisfiedUpTo scores up to this are dissatisfied
 */
export function outcomeOf(state: TicketState, score: number, dissatisfiedUpTo: number): RatingOutcome {
  const dissatisfied = score <= dissatisfiedUpTo;
  if (state === 'answered') return dissatisfied ? 'reopened' : 'stays';
  return dissatisfied ? 'dissatisfied' : 'closed';
}
