import { describe, expect, it } from '@jest/globals';
import { postLeftSince, type WatchedWindow } from './post-left.js';

const at = (time: string): Date => new Date(`2026-11-23T${time}+08:00`);
const idle: WatchedWindow = {
  openSince: at('09:00:00'),
  busy: false,
  lastActAt: at('09:40:00'),
  waitingSince: at('09:30:00'),
};

const isPostLeft = (window: WatchedWindow, now: Date, minutes: number): boolean =>
  postLeftSince(window, now, minutes) !== null;

describe('a post is left', () => {
  it('since its window last called or finished, or since it opened', () => {
    expect(postLeftSince(idle, at('10:00:00'), 10)).toEqual(at('09:40:00'));
    expect(postLeftSince({ ...idle, lastActAt: null }, at('10:00:00'), 10)).toEqual(at('09:00:00'));
    expect(postLeftSince({ ...idle, openSince: at('09:45:00') }, at('10:00:00'), 10)).toEqual(at('09:45:00'));
  });

  it('when its window has called nobody for more than ten minutes while somebody waits', () => {
    expect(isPostLeft(idle, at('09:50:00'), 10)).toBe(false);
    expect(isPostLeft(idle, at('09:50:01'), 10)).toBe(true);
  });

  it('not while somebody is at the window, however long it takes', () => {
    expect(isPostLeft({ ...idle, busy: true }, at('11:00:00'), 10)).toBe(false);
  });

  it('not while it is closed or nobody waits', () => {
    expect(isPostLeft({ ...idle, openSince: null }, at('11:00:00'), 10)).toBe(false);
    expect(isPostLeft({ ...idle, waitingSince: null }, at('11:00:00'), 10)).toBe(false);
  });

  it('counted from the opening for those who came before it, from the arrival for those who came after', () => {
    const fresh = { ...idle, lastActAt: null };
    expect(isPostLeft({ ...fresh, waitingSince: at('08:30:00') }, at('09:10:00'), 10)).toBe(false);
    expect(isPostLeft({ ...fresh, waitingSince: at('08:30:00') }, at('09:10:01'), 10)).toBe(true);
    expect(isPostLeft({ ...fresh, waitingSince: at('10:00:00') }, at('10:09:00'), 10)).toBe(false);
  });
});
