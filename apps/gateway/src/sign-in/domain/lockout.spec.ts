import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  ACCOUNT_POLICY,
  ADDRESS_POLICY,
  NO_ATTEMPTS,
  afterFailure,
  isLocked,
  secondsLocked,
  withoutLastFailure,
  type Attempts,
} from './lockout.js';

const nine = new Date('2026-11-23T01:00:00Z');
const later = (minutes: number): Date => new Date(nine.getTime() + minutes * 60_000);

function fail(times: number, at: Date, from: Attempts = NO_ATTEMPTS): Attempts {
  let attempts = from;
  for (let n = 0; n < times; n++) attempts = afterFailure(attempts, at, ACCOUNT_POLICY);
  return attempts;
}

describe('lock-out after wrong passwords', () => {
  it('lets four wrong passwords pass and locks with the fifth for 15 minutes', () => {
    expect(isLocked(fail(4, nine), nine)).toBe(false);
    const locked = fail(5, nine);
    expect(secondsLocked(locked, nine)).toBe(15 * 60);
    expect(isLocked(locked, later(14.9))).toBe(true);
    expect(isLocked(locked, later(15))).toBe(false);
    expect(secondsLocked(locked, later(16))).toBe(0);
  });

  it('locks twice as long after five more', () => {
    const again = fail(5, later(20), fail(5, nine));
    expect(secondsLocked(again, later(20))).toBe(30 * 60);
  });

  it('never locks longer than a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (times) => {
        expect(secondsLocked(fail(times, nine), nine)).toBeLessThanOrEqual(24 * 3600);
      }),
    );
  });

  it('starts anew after a day without a wrong password', () => {
    const nextDay = later(24 * 60);
    expect(fail(1, nextDay, fail(5, nine))).toEqual({ failures: 1, lastFailureAt: nextDay, lockedUntil: null });
  });

  it('bears more mistakes from one address than for one account', () => {
    let attempts = NO_ATTEMPTS;
    for (let n = 0; n < 19; n++) attempts = afterFailure(attempts, nine, ADDRESS_POLICY);
    expect(isLocked(attempts, nine)).toBe(false);
    expect(isLocked(afterFailure(attempts, nine, ADDRESS_POLICY), nine)).toBe(true);
  });

  it('takes back the attempt that was counted before the password proved right', () => {
    const locked = fail(5, nine);
    expect(withoutLastFailure(locked)).toEqual({ failures: 4, lastFailureAt: nine, lockedUntil: null });
    expect(withoutLastFailure(fail(1, nine))).toEqual(NO_ATTEMPTS);
  });
});
