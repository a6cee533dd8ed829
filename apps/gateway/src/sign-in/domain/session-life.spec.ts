import { describe, expect, it } from '@jest/globals';
import { isAlive, isSeenAnew, isToBeRenewed, tokenEnd, type SessionLife } from './session-life.js';

const eight = new Date('2026-11-23T00:00:00Z');
const after = (minutes: number): Date => new Date(eight.getTime() + minutes * 60_000);
const session = (lastSeenMinutes: number, endedAt: Date | null = null): SessionLife => ({
  startedAt: eight,
  lastSeenAt: after(lastSeenMinutes),
  endedAt,
});

describe('the life of a session', () => {
  it('ends two hours after it was last used', () => {
    expect(isAlive(session(30), after(149))).toBe(true);
    expect(isAlive(session(30), after(150))).toBe(false);
  });

  it('ends twelve hours after its start, however busy', () => {
    expect(isAlive(session(719), after(719))).toBe(true);
    expect(isAlive(session(719), after(720))).toBe(false);
  });

  it('ends when somebody signs out', () => {
    expect(isAlive(session(1, after(2)), after(3))).toBe(false);
  });

  it('is noted as used at most once a minute', () => {
    expect(isSeenAnew(session(10), after(10.9))).toBe(false);
    expect(isSeenAnew(session(10), after(11))).toBe(true);
  });

  it('gives tokens of ten minutes, renewed when half of that has gone, never beyond its own end', () => {
    expect(tokenEnd(session(0), after(5))).toEqual(after(15));
    expect(tokenEnd(session(0), after(715))).toEqual(after(720));
    expect(isToBeRenewed(after(15), after(9))).toBe(false);
    expect(isToBeRenewed(after(15), after(11))).toBe(true);
  });
});
