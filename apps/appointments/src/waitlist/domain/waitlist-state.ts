export const WAITLIST_STATES = ['waiting', 'offered', 'taken', 'withdrawn', 'over'] as const;
export type WaitlistState = (typeof WAITLIST_STATES)[number];

export const FIRST_WAITLIST_STATE: WaitlistState = 'waiting';

/**
 * A freed slot is offered once: whoever lets the offer run out has had their turn. `over` is also who waited until the
 * last day in vain.
 */
export const WAITLIST_TRANSITIONS = {
  waiting: ['offered', 'withdrawn', 'over'],
  offered: ['taken', 'withdrawn', 'over'],
  taken: [],
  withdrawn: [],
  over: [],
} as const satisfies Record<WaitlistState, readonly WaitlistState[]>;
