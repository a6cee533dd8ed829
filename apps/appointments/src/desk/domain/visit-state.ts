export const VISIT_STATES = ['waiting', 'called', 'serving', 'finished', 'left', 'unserved'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** A citizen who has a number waits. */
export const FIRST_VISIT_STATE: VisitState = 'waiting';

/**
 * A visit at the windows as data: called (again), at the window, done. `left`: did not come when called. `unserved`: had
 * not been at a window when the day was over.
 */
export const VISIT_TRANSITIONS = {
  waiting: ['called', 'unserved'],
  called: ['called', 'serving', 'left', 'unserved'],
  serving: ['finished'],
  finished: [],
  left: [],
  unserved: [],
} as const satisfies Record<VisitState, readonly VisitState[]>;

/** In these a window is taken up by the visit: it calls nobody else. */
export const AT_A_WINDOW: readonly VisitState[] = ['called', 'serving'];

export function visitMayGo(from: VisitState, to: VisitState): boolean {
  const next: readonly VisitState[] = VISIT_TRANSITIONS[from];
  return next.includes(to);
}

/** The states a visit may be in for it to go to `to`: what an error message lists as allowed. */
export function visitStatesBefore(to: VisitState): VisitState[] {
  return VISIT_STATES.filter((from) => visitMayGo(from, to));
}
