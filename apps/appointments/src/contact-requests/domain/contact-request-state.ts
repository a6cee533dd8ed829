export const CONTACT_REQUEST_STATES = ['requested', 'contacted', 'agreed', 'arranged', 'served', 'withdrawn'] as const;
export type ContactRequestState = (typeof CONTACT_REQUEST_STATES)[number];

/** 预约服务 outside opening hours, or a call back a citizen asked for (人工). */
export const CONTACT_REQUEST_KINDS = ['outside-hours', 'callback'] as const;
export type ContactRequestKind = (typeof CONTACT_REQUEST_KINDS)[number];

export const FIRST_CONTACT_REQUEST_STATE: ContactRequestState = 'requested';

/**
 * 预约服务 as data (domain.md §3): the office contacts the citizen, a time is agreed, somebody is put on duty for it, the
 * citizen is served. What the talk itself has settled is served at once. A time may be agreed anew, and duty is then
 * arranged anew.
 */
export const CONTACT_REQUEST_TRANSITIONS = {
  requested: ['contacted', 'withdrawn'],
  contacted: ['agreed', 'served', 'withdrawn'],
  agreed: ['agreed', 'arranged', 'withdrawn'],
  arranged: ['agreed', 'arranged', 'served', 'withdrawn'],
  served: [],
  withdrawn: [],
} as const satisfies Record<ContactRequestState, readonly ContactRequestState[]>;

/** What staff do with a request, and the state it leads to. */
export const CONTACT_REQUEST_ACTIONS = {
  contacted: 'contacted',
  agree: 'agreed',
  arrange: 'arranged',
  serve: 'served',
  withdraw: 'withdrawn',
} as const satisfies Record<string, ContactRequestState>;
export type ContactRequestAction = keyof typeof CONTACT_REQUEST_ACTIONS;

/** Open: somebody waits for something. */
export const OPEN_CONTACT_REQUESTS: readonly ContactRequestState[] = ['requested', 'contacted', 'agreed', 'arranged'];

/** No time is agreed yet: the citizen may wish for another one. */
export const WISH_OPEN = ['requested', 'contacted'] as const satisfies readonly ContactRequestState[];

export function wishIsOpen(state: ContactRequestState): boolean {
  const open: readonly ContactRequestState[] = WISH_OPEN;
  return open.includes(state);
}

export function contactRequestMayGo(from: ContactRequestState, to: ContactRequestState): boolean {
  const next: readonly ContactRequestState[] = CONTACT_REQUEST_TRANSITIONS[from];
  return next.includes(to);
}

/** The states a request may be in for it to go to `to`: what an error message lists as allowed. */
export function contactRequestStatesBefore(to: ContactRequestState): ContactRequestState[] {
  return CONTACT_REQUEST_STATES.filter((from) => contactRequestMayGo(from, to));
}

/** What can be done with a request in a state: the buttons of the console. */
export function contactRequestActionsIn(state: ContactRequestState): ContactRequestAction[] {
  const actions = Object.keys(CONTACT_REQUEST_ACTIONS) as ContactRequestAction[];
  return actions.filter((action) => contactRequestMayGo(state, CONTACT_REQUEST_ACTIONS[action]));
}
