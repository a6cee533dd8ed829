export const TICKET_STATES = [
  'registered',
  'answered',
  'dispatched',
  'accepted',
  'in_progress',
  'awaiting_material',
  'returned',
  'replied',
  'callback',
  'dissatisfied',
  'in_interview',
  'closed',
  'refused',
  'withdrawn',
  'reopened',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/**
 * The life of a ticket (domain.md §2, 受理办理流程) as data: from each state, the states it may go to.
 * `answered`, `closed`, `refused` and `withdrawn` are struck off (销号): they leave the open list.
 */
export const TRANSITIONS = {
  registered: ['answered', 'dispatched', 'refused', 'withdrawn'],
  answered: ['reopened'],
  dispatched: ['accepted', 'returned', 'withdrawn'],
  accepted: ['in_progress', 'awaiting_material', 'returned', 'replied', 'withdrawn'],
  in_progress: ['awaiting_material', 'returned', 'replied', 'withdrawn'],
  awaiting_material: ['in_progress', 'returned', 'replied', 'withdrawn'],
  returned: ['answered', 'dispatched', 'refused', 'withdrawn'],
  replied: ['callback', 'closed', 'dissatisfied'],
  callback: ['closed', 'dissatisfied'],
  dissatisfied: ['in_interview', 'closed'],
  in_interview: ['closed'],
  closed: ['reopened'],
  refused: ['reopened'],
  withdrawn: [],
  reopened: ['answered', 'dispatched', 'refused', 'withdrawn'],
} as const satisfies Record<TicketState, readonly TicketState[]>;

export const FIRST_STATE: TicketState = 'registered';

/** Struck off (销号): no clock runs, nothing is expected of anyone. */
export const STRUCK_OFF: readonly TicketState[] = ['answered', 'closed', 'refused', 'withdrawn'];

/** Whether a ticket may go from one state to another in one step. */
export function mayGo(from: TicketState, to: TicketState): boolean {
  const next: readonly TicketState[] = TRANSITIONS[from];
  return next.includes(to);
}

/** The states a ticket may be in for it to go to `to`: what an error message lists as allowed. */
export function statesBefore(to: TicketState): TicketState[] {
  return TICKET_STATES.filter((from) => mayGo(from, to));
}
