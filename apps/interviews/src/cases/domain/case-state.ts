/**
 * Where a case stands in its three steps (domain.md §4): opened → 梳理 sorted → 方案 planned → invited to the talk
 * (scheduled) → 约谈 held → verified by the commission, which closes it or opens the next round.
 */
export const CASE_STATES = ['opened', 'sorted', 'planned', 'scheduled', 'held', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const INITIAL_STATE: CaseState = 'opened';

/**
 * Each step has to be complete before the next, and may be revised until the next is done. A talk that lost its room
 * goes back to planned. A verification that fails opens the next round.
 */
export const CASE_TRANSITIONS = {
  opened: ['sorted'],
  sorted: ['sorted', 'planned'],
  planned: ['planned', 'scheduled'],
  scheduled: ['scheduled', 'planned', 'held'],
  held: ['closed', 'opened'],
  closed: [],
} as const satisfies Record<CaseState, readonly CaseState[]>;

/** Whether the state machine lets a case go from one state to another. */
export function mayGo(from: CaseState, to: CaseState): boolean {
  return (CASE_TRANSITIONS[from] as readonly CaseState[]).includes(to);
}

/** The states before the talk, in which the limit runs. */
export const BEFORE_THE_TALK: readonly CaseState[] = ['opened', 'sorted', 'planned', 'scheduled'];
