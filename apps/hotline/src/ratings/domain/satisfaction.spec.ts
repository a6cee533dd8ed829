import { describe, expect, it } from '@jest/globals';
import { mayGo } from '../../tickets/domain/ticket-state.js';
import { outcomeOf, RATEABLE } from './satisfaction.js';

describe('a rating', () => {
  it.each([
    [1, 'dissatisfied'],
    [2, 'dissatisfied'],
    [3, 'closed'],
    [4, 'closed'],
    [5, 'closed'],
  ])('of %i after a unit’s reply: %s', (score, outcome) => {
    expect(outcomeOf('replied', score, 2)).toBe(outcome);
    expect(outcomeOf('callback', score, 2)).toBe(outcome);
  });

  it('of an answer on the spot opens the ticket again where the citizen is not content', () => {
    expect(outcomeOf('answered', 2, 2)).toBe('reopened');
    expect(outcomeOf('answered', 3, 2)).toBe('stays');
  });

  it('always leads where the ticket may go', () => {
    for (const state of RATEABLE) {
      for (const score of [1, 2, 3, 4, 5]) {
        const outcome = outcomeOf(state, score, 2);
        expect(outcome === 'stays' || mayGo(state, outcome)).toBe(true);
      }
    }
  });
});
