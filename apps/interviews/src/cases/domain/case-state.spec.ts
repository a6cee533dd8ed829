import { describe, expect, it } from '@jest/globals';
import { CASE_STATES, CASE_TRANSITIONS, INITIAL_STATE, mayGo } from './case-state.js';

describe('the states of a case', () => {
  it('are all known and all reachable', () => {
    const reached = new Set([INITIAL_STATE]);
    for (const state of reached) for (const next of CASE_TRANSITIONS[state]) reached.add(next);
    expect([...reached].toSorted()).toEqual([...CASE_STATES].toSorted());
  });

  it('a step has to be complete before the next', () => {
    expect(mayGo('opened', 'planned')).toBe(false);
    expect(mayGo('sorted', 'scheduled')).toBe(false);
    expect(mayGo('planned', 'held')).toBe(false);
    expect(mayGo('scheduled', 'closed')).toBe(false);
  });

  it('every held talk is verified: it closes the case or opens the next round', () => {
    expect(CASE_TRANSITIONS.held).toEqual(['closed', 'opened']);
    expect(CASE_TRANSITIONS.closed).toEqual([]);
  });
});
