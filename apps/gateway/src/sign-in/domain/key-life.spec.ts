import { describe, expect, it } from '@jest/globals';
import { forgottenIfFollowedBefore, isToBeFollowed } from './key-life.js';

const NOW = new Date('2026-11-23T00:00:00Z');

describe('a session key', () => {
  it('signs for its days and no longer', () => {
    expect(isToBeFollowed(new Date('2026-10-24T00:00:01Z'), NOW, 30)).toBe(false);
    expect(isToBeFollowed(new Date('2026-10-24T00:00:00Z'), NOW, 30)).toBe(true);
  });

  it('is kept until the last session it signed for is over: twelve hours and a token', () => {
    expect(forgottenIfFollowedBefore(NOW)).toEqual(new Date('2026-11-22T11:50:00Z'));
  });
});
