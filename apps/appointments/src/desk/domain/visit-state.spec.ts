import { describe, expect, it } from '@jest/globals';
import {
  FIRST_VISIT_STATE,
  visitMayGo,
  VISIT_STATES,
  VISIT_TRANSITIONS,
  visitStatesBefore,
  type VisitState,
} from './visit-state.js';

describe('a visit', () => {
  it('reaches every state from the first, and knows every state it goes to', () => {
    const reached = new Set<VisitState>([FIRST_VISIT_STATE]);
    for (const state of reached) for (const next of VISIT_TRANSITIONS[state]) reached.add(next);
    expect([...reached].toSorted()).toEqual(VISIT_STATES.toSorted());
  });

  it('comes to an end from every state', () => {
    for (const state of VISIT_STATES) {
      const reached = new Set<VisitState>([state]);
      for (const from of reached) for (const next of VISIT_TRANSITIONS[from]) reached.add(next);
      expect(reached.has('finished') || reached.has('left') || reached.has('unserved')).toBe(true);
    }
  });

  it('is not broken off while the citizen is at the window', () => {
    expect(visitMayGo('serving', 'left')).toBe(false);
    expect(visitMayGo('serving', 'unserved')).toBe(false);
    expect(visitStatesBefore('finished')).toEqual(['serving']);
    expect(visitStatesBefore('left')).toEqual(['called']);
  });
});
