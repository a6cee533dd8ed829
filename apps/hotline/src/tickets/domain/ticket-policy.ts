import { hasRole, type Actor } from '@app/common/auth/actor.js';
import { REVIEWABLE } from '../../reviews/domain/review.js';
import type { TicketState } from './ticket-state.js';

/**
 * What a member of staff can do with a ticket. `uphold` and `set_aside` decide the review the citizen has asked for,
 * `reveal` opens the citizen's name and number.
 */
export const TICKET_ACTIONS = [
  'dispatch',
  'answer',
  'refuse',
  'accept',
  'return',
  'reply',
  'uphold',
  'set_aside',
  'reveal',
] as const;
export type TicketAction = (typeof TICKET_ACTIONS)[number];

/** What the policy has to know of a ticket. */
export interface GuardedTicket {
  readonly state: TicketState;
  readonly unitId: string | null;
  readonly confidential: boolean;
  /** Since when a review waits to be decided. */
  readonly reviewAskedAt: Date | null;
}

/** `hidden`: may not know that it exists; `redacted`: number, state and clocks only; `full`: content too. */
export type View = 'hidden' | 'redacted' | 'full';

/** Where the hotline decides about a ticket: not yet with a unit, or back from one. */
const WITH_HOTLINE: readonly TicketState[] = ['registered', 'returned', 'reopened'];
const UNIT_HANDLES: readonly TicketState[] = ['accepted', 'in_progress', 'awaiting_material'];

const DECIDES_REVIEW: ReadonlySet<TicketAction> = new Set(['uphold', 'set_aside']);

/** In which states each action makes sense; what an answer 409 lists as allowed. */
export const ACTION_STATES = {
  dispatch: WITH_HOTLINE,
  answer: WITH_HOTLINE,
  refuse: WITH_HOTLINE,
  accept: ['dispatched'],
  return: ['dispatched', ...UNIT_HANDLES],
  reply: UNIT_HANDLES,
  uphold: REVIEWABLE,
  set_aside: REVIEWABLE,
} as const satisfies Record<Exclude<TicketAction, 'reveal'>, readonly TicketState[]>;

/**
 * What an actor may see of a ticket (domain.md §1): the operator no confidential content, the supervisor and the
 * leaders no confidential ticket, a unit its own only, the inspector everything.
 */
export function viewOf(actor: Actor, ticket: GuardedTicket): View {
  if (hasRole(actor, 'inspector') || isOfItsUnit(actor, ticket)) return 'full';
  if (!ticket.confidential) return hasRole(actor, 'operator', 'supervisor', 'leader') ? 'full' : 'hidden';
  return hasRole(actor, 'operator') ? 'redacted' : 'hidden';
}

/**
 * Whose post lets them do what with a ticket, whatever its state. A confidential report is sent on by an operator, who
 * does not see the content, or by an inspector, who does; nobody else decides about it. Its identity is for inspectors
 * alone, and always with a reason in the ledger (domain.md §5). A return needs the supervisor's consent: sending it on,
 * or back, is the supervisor's (domain.md §2, Clocks).
 */
const PERMISSIONS: Readonly<Record<TicketAction, (actor: Actor, ticket: GuardedTicket) => boolean>> = {
  dispatch: (actor, { confidential, state }) => {
    if (confidential) return hasRole(actor, 'operator', 'inspector');
    return state === 'returned' ? hasRole(actor, 'supervisor') : hasRole(actor, 'operator', 'supervisor');
  },
  answer: (actor, { confidential }) => !confidential && hasRole(actor, 'operator', 'supervisor'),
  refuse: (actor, { confidential }) =>
    confidential ? hasRole(actor, 'inspector') : hasRole(actor, 'operator', 'supervisor'),
  accept: isOfItsUnit,
  return: isOfItsUnit,
  reply: isOfItsUnit,
  uphold: decidesReviews,
  set_aside: decidesReviews,
  reveal: (actor, ticket) =>
    ticket.confidential
      ? hasRole(actor, 'inspector')
      : hasRole(actor, 'operator', 'supervisor', 'inspector') || isOfItsUnit(actor, ticket),
};

/** Whether an actor's post lets them do something with a ticket, whatever its state. */
export function permits(actor: Actor, action: TicketAction, ticket: GuardedTicket): boolean {
  return PERMISSIONS[action](actor, ticket);
}

/**
 * What an actor may do with a ticket in its present state: the buttons of the console.
 * @param own whether they gave its last reply themselves: somebody else decides the review of it
 */
export function allowedActions(actor: Actor, ticket: GuardedTicket, own: boolean): TicketAction[] {
  return TICKET_ACTIONS.filter(
    (action) => fits(action, ticket) && permits(actor, action, ticket) && !(own && DECIDES_REVIEW.has(action)),
  );
}

/** Whether an action makes sense of a ticket as it is, whoever asks. */
export function fits(action: TicketAction, { state, reviewAskedAt }: GuardedTicket): boolean {
  if (action === 'reveal') return true;
  const states: readonly TicketState[] = ACTION_STATES[action];
  return states.includes(state) && (reviewAskedAt !== null || !DECIDES_REVIEW.has(action));
}

/** Which tickets an actor's lists hold: the union of what the roles allow. */
export interface ListScope {
  /** All rows, confidential ones too. */
  readonly all: boolean;
  /** All that are not confidential. */
  readonly open: boolean;
  /** Those of this unit. */
  readonly unitId: string | null;
  /** Whether the content of confidential tickets of other units may be searched. */
  readonly confidentialContent: boolean;
}

export function listScope(actor: Actor): ListScope {
  return {
    all: hasRole(actor, 'inspector', 'operator'),
    open: hasRole(actor, 'supervisor', 'leader'),
    unitId: actor.kind === 'staff' && hasRole(actor, 'handler', 'unit_head') ? actor.unitId : null,
    confidentialContent: hasRole(actor, 'inspector'),
  };
}

function decidesReviews(actor: Actor, { confidential }: GuardedTicket): boolean {
  return hasRole(actor, confidential ? 'inspector' : 'supervisor');
}

function isOfItsUnit(actor: Actor, ticket: GuardedTicket): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'handler', 'unit_head') && ticket.unitId === actor.unitId;
}
