import { describe, expect, it } from '@jest/globals';
import { holdNews, minutesAndSeconds, secondsLeft } from './hold-clock.js';

const UNTIL = '2026-11-24T01:05:00.000Z';
const left = (now: string) => secondsLeft(UNTIL, new Date(now));

describe('the countdown of a hold', () => {
  it('counts whole seconds down to 0 and no further', () => {
    expect(left('2026-11-24T01:00:00.000Z')).toBe(300);
    expect(left('2026-11-24T01:04:59.001Z')).toBe(1);
    expect(left('2026-11-24T01:05:00.000Z')).toBe(0);
    expect(left('2026-11-24T02:00:00.000Z')).toBe(0);
    expect(minutesAndSeconds(300)).toBe('5:00');
    expect(minutesAndSeconds(65)).toBe('1:05');
  });

  it('has news at two minutes, at one and at the end, and none in between', () => {
    const news = Array.from({ length: 301 }, (_, passed) => holdNews(300 - passed));
    const changes = news.filter((one, n) => one !== news[n - 1]);
    expect(changes).toEqual(['plenty', 'twoMinutes', 'oneMinute', 'over']);
    expect(holdNews(120)).toBe('twoMinutes');
    expect(holdNews(60)).toBe('oneMinute');
  });
});
