import { describe, expect, it } from '@jest/globals';
import {
  INTERVIEW_BOOKING_STATES,
  INTERVIEW_BOOKING_TRANSITIONS,
  INITIAL_INTERVIEW_BOOKING_STATE,
  stateAt,
} from './interview-booking-state.js';

describe('the states of a booking for an interview', () => {
  it('are all known and all reachable', () => {
    const reached = new Set([INITIAL_INTERVIEW_BOOKING_STATE]);
    for (const state of reached) for (const next of INTERVIEW_BOOKING_TRANSITIONS[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...INTERVIEW_BOOKING_STATES].sort());
  });

  it('a hold counts until its last instant and no longer', () => {
    const heldUntil = new Date('2026-11-23T01:05:00Z');
    const hold = { state: 'held', heldUntil } as const;
    expect(stateAt(hold, new Date(heldUntil.getTime() - 1))).toBe('held');
    expect(stateAt(hold, heldUntil)).toBe('expired');
    expect(stateAt({ state: 'confirmed', heldUntil }, heldUntil)).toBe('confirmed');
  });
});
