import { describe, expect, it } from '@jest/globals';
import { FIRST_WAITLIST_STATE, WAITLIST_STATES, WAITLIST_TRANSITIONS } from './waitlist-state.js';

describe('the states of the waiting list', () => {
  it('are all known and all reachable', () => {
    const reached = new Set([FIRST_WAITLIST_STATE]);
    for (const state of reached) for (const next of WAITLIST_TRANSITIONS[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...WAITLIST_STATES].sort());
  });
});
