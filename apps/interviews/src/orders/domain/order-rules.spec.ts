import { describe, expect, it } from '@jest/globals';
import { isOverdue, mayBeAnsweredInWords, orderState } from './order-rules.js';

const dueAt = new Date('2026-12-03T09:30:00Z');
const late = new Date(dueAt.getTime() + 1);
const open = { answeredAt: null, overdueAt: null, dueAt };

describe('a supervision order', () => {
  it('is open, then overdue, until it is answered, late or not', () => {
    expect(orderState(open)).toBe('open');
    expect(orderState({ ...open, overdueAt: late })).toBe('overdue');
    expect(orderState({ ...open, overdueAt: late, answeredAt: late })).toBe('answered');
  });

  it('for an overdue talk is answered by the talk, not by words', () => {
    expect(mayBeAnsweredInWords({ cause: 'interview-overdue', answeredAt: null })).toBe(false);
    expect(mayBeAnsweredInWords({ cause: 'inspector', answeredAt: null })).toBe(true);
    expect(mayBeAnsweredInWords({ cause: 'inspector', answeredAt: late })).toBe(false);
  });

  it('climbs the ladder once, after its last instant, while its case is open', () => {
    expect(isOverdue(open, { state: 'planned' }, dueAt)).toBe(false);
    expect(isOverdue(open, { state: 'planned' }, late)).toBe(true);
    expect(isOverdue(open, { state: 'closed' }, late)).toBe(false);
    expect(isOverdue({ ...open, overdueAt: late }, { state: 'planned' }, late)).toBe(false);
    expect(isOverdue({ ...open, answeredAt: dueAt }, { state: 'planned' }, late)).toBe(false);
  });
});
