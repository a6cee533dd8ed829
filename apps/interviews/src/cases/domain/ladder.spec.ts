import { describe, expect, it } from '@jest/globals';
import { tierAfter, worseCard } from './ladder.js';

describe('the ladder of supervision', () => {
  it('an overdue interview goes to the discipline commission at once', () => {
    expect(tierAfter('interview-overdue', 1, 1)).toBe(2);
  });

  it('an overdue order goes to the leaders', () => {
    expect(tierAfter('order-overdue', 2, 1)).toBe(3);
  });

  it('the second failed verification goes to the leaders, the first does not', () => {
    expect(tierAfter('verification-failed', 1, 1)).toBe(1);
    expect(tierAfter('verification-failed', 1, 2)).toBe(3);
  });

  it('a case never climbs down', () => {
    expect(tierAfter('interview-overdue', 3, 2)).toBe(3);
    expect(tierAfter('verification-failed', 2, 1)).toBe(2);
  });

  it('a red card stays red', () => {
    expect(worseCard(null, 'yellow')).toBe('yellow');
    expect(worseCard('yellow', 'red')).toBe('red');
    expect(worseCard('red', 'yellow')).toBe('red');
  });
});
