import { describe, expect, it } from '@jest/globals';
import { CITIZEN, type Actor } from '@app/common/auth/actor.js';
import { TICKET_STATES } from '../../tickets/domain/ticket-state.js';
import { isOwnDecision, reviewRefusal, type LastReview } from './review.js';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const review = (hour: number, outcome: LastReview['outcome']): LastReview => ({ askedAt: at(hour), outcome });

describe('a review (复议)', () => {
  it('can be asked for once the ticket is struck off, but not of one the citizen withdrew', () => {
    const open = TICKET_STATES.filter((state) => reviewRefusal({ state, closedAt: at(9) }, null) === null);
    expect(open).toEqual(['answered', 'closed', 'refused']);
  });

  it('is asked for once at a time', () => {
    expect(reviewRefusal({ state: 'refused', closedAt: at(9) }, review(10, null))).toBe('asked-already');
  });

  it('that was decided is not asked for again, until the ticket is struck off anew', () => {
    expect(reviewRefusal({ state: 'closed', closedAt: at(9) }, review(10, 'upheld'))).toBe('decided-already');
    expect(reviewRefusal({ state: 'closed', closedAt: at(12) }, review(10, 'set_aside'))).toBeNull();
    expect(reviewRefusal({ state: 'closed', closedAt: null }, review(10, 'upheld'))).toBe('decided-already');
  });

  it('is of the reader’s own decision where they gave the last reply themselves, and of nobody’s where it was imported', () => {
    const reader: Actor = { kind: 'staff', id: 'reader', name: 'reader', roles: ['supervisor'], unitId: 'hotline' };
    expect(isOwnDecision(reader, 'reader')).toBe(true);
    expect(isOwnDecision(reader, 'another')).toBe(false);
    expect(isOwnDecision(reader, null)).toBe(false);
    expect(isOwnDecision(CITIZEN, null)).toBe(false);
  });
});
