import type { Role } from '@app/common/auth/actor.js';

/** Which lists a board is made of, and which of its figures lead where. */
export interface BoardPlan {
  /** States of tickets that are read, for their clocks. */
  ticketStates: readonly TicketFigure[];
  /** Interviews are read as a whole: a county has few open at a time. */
  cases: boolean;
  figures: readonly FigureName[];
}

type TicketFigure = 'registered' | 'returned' | 'reopened' | 'dispatched' | 'accepted';
export type FigureName =
  TicketFigure | 'over' | 'near' | 'held' | 'openCases' | 'ordersOverdue' | 'instructions' | 'reportedBack' | 'drafts';

const HOTLINE: readonly TicketFigure[] = ['registered', 'returned', 'reopened', 'dispatched', 'accepted'];
const UNIT: readonly TicketFigure[] = ['dispatched', 'accepted'];

/** First what is wrong, then what is near, then the rest; at most five figures, by post (look.md, Boards). */
const PLANS: readonly (readonly [Role, BoardPlan])[] = [
  [
    'supervisor',
    { ticketStates: HOTLINE, cases: true, figures: ['over', 'near', 'returned', 'reportedBack', 'drafts'] },
  ],
  ['operator', { ticketStates: HOTLINE, cases: false, figures: ['over', 'near', 'registered', 'returned'] }],
  ['inspector', { ticketStates: [], cases: true, figures: ['over', 'near', 'held', 'ordersOverdue', 'reportedBack'] }],
  [
    'unit_head',
    { ticketStates: UNIT, cases: true, figures: ['over', 'near', 'dispatched', 'accepted', 'instructions'] },
  ],
  ['handler', { ticketStates: UNIT, cases: true, figures: ['over', 'near', 'dispatched', 'accepted', 'instructions'] }],
  ['leader', { ticketStates: [], cases: true, figures: ['over', 'ordersOverdue', 'openCases', 'instructions'] }],
];

/** The board of somebody's first post, or null where the post has none. */
export function boardPlan(roles: readonly Role[]): BoardPlan | null {
  return PLANS.find(([role]) => roles.includes(role))?.[1] ?? null;
}
