import { describe, expect, it } from '@jest/globals';
import { nearestAlternatives } from './alternatives.js';

const time = (roomId: string, hour: number) => ({
  roomId,
  startAt: new Date(Date.UTC(2026, 10, 23, hour)),
  endAt: new Date(Date.UTC(2026, 10, 23, hour + 1)),
});

describe('alternatives to a taken room', () => {
  it('are the nearest in time, the same room first among equals', () => {
    const free = [time('a', 4), time('b', 2), time('a', 3), time('b', 3), time('a', 8)];
    expect(nearestAlternatives(free, time('a', 2), 3)).toEqual([time('b', 2), time('a', 3), time('b', 3)]);
  });

  it('are fewer where there are fewer', () => {
    expect(nearestAlternatives([], time('a', 2), 3)).toEqual([]);
  });
});
