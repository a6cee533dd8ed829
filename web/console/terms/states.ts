/** The states of a ticket (domain.md §2, Life of a ticket). */
export const TICKET_STATES = [
  'registered',
  'dispatched',
  'accepted',
  'in_progress',
  'awaiting_material',
  'returned',
  'replied',
  'callback',
  'dissatisfied',
  'in_interview',
  'answered',
  'refused',
  'withdrawn',
  'reopened',
  'closed',
] as const;
