import { describe, expect, it } from '@jest/globals';
import { ACTION_STATES } from './ticket-policy.js';
import {
  FIRST_STATE,
  mayGo,
  statesBefore,
  STRUCK_OFF,
  TICKET_STATES,
  TRANSITIONS,
  type TicketState,
} from './ticket-state.js';

describe('the life of a ticket', () => {
  it('knows every state it goes to', () => {
    for (const targets of Object.values<readonly string[]>(TRANSITIONS)) {
      for (const target of targets) expect(TICKET_STATES).toContain(target);
    }
  });

  it('reaches every state from the first', () => {
    const reached = new Set<TicketState>([FIRST_STATE]);
    for (const state of reached) for (const next of TRANSITIONS[state]) reached.add(next);
    expect([...reached].toSorted()).toEqual(TICKET_STATES.toSorted());
  });

  it('can be struck off from every state that is open', () => {
    for (const state of TICKET_STATES) {
      const reached = new Set<TicketState>([state]);
      for (const from of reached) for (const next of TRANSITIONS[from]) reached.add(next);
      expect(STRUCK_OFF.some((end) => reached.has(end))).toBe(true);
    }
  });

  it('leaves a struck-off state only by being reopened', () => {
    for (const state of STRUCK_OFF) {
      expect(TRANSITIONS[state].every((next) => next === 'reopened')).toBe(true);
    }
  });

  it('lets a unit reply only after it has accepted', () => {
    expect(mayGo('dispatched', 'replied')).toBe(false);
    expect(mayGo('accepted', 'replied')).toBe(true);
  });

  it('names the same states for an action as the table has before its result', () => {
    const results = [
      ['dispatch', 'dispatched'],
      ['answer', 'answered'],
      ['refuse', 'refused'],
      ['accept', 'accepted'],
      ['return', 'returned'],
      ['reply', 'replied'],
    ] as const;
    for (const [action, result] of results) {
      expect([...ACTION_STATES[action]].toSorted()).toEqual(statesBefore(result).toSorted());
    }
  });
});
