/** Wrong passwords counted against one account or one client address. */
export interface Attempts {
  readonly failures: number;
  readonly lastFailureAt: Date | null;
  readonly lockedUntil: Date | null;
}

export interface LockoutPolicy {
  /** So many wrong passwords lock; so many more lock again. */
  readonly failuresPerLock: number;
  readonly firstLockMinutes: number;
  /** Each lock lasts twice as long as the one before it, up to this. */
  readonly longestLockMinutes: number;
  /** Without a wrong password for so long, the count starts anew. */
  readonly forgottenAfterHours: number;
}

export const ACCOUNT_POLICY: LockoutPolicy = {
  failuresPerLock: 5,
  firstLockMinutes: 15,
  longestLockMinutes: 24 * 60,
  forgottenAfterHours: 24,
};

/** An office shares one address: it bears more mistakes than one account. */
export const ADDRESS_POLICY: LockoutPolicy = { ...ACCOUNT_POLICY, failuresPerLock: 20 };

export const NO_ATTEMPTS: Attempts = { failures: 0, lastFailureAt: null, lockedUntil: null };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Whether sign-in is refused at `now`, whatever the password. */
export function isLocked(attempts: Attempts, now: Date): boolean {
  return attempts.lockedUntil !== null && attempts.lockedUntil > now;
}

/** Whole seconds until sign-in is possible again; 0 when it is now. */
export function secondsLocked(attempts: Attempts, now: Date): number {
  if (attempts.lockedUntil === null) return 0;
  return Math.max(0, Math.ceil((attempts.lockedUntil.getTime() - now.getTime()) / 1000));
}

/** The count after one more wrong password at `now`. */
export function afterFailure(attempts: Attempts, now: Date, policy: LockoutPolicy): Attempts {
  const failures = (isForgotten(attempts, now, policy) ? 0 : attempts.failures) + 1;
  const locks = failures / policy.failuresPerLock;
  const lockedUntil = Number.isInteger(locks) ? new Date(now.getTime() + lockMinutes(locks, policy) * MINUTE_MS) : null;
  return { failures, lastFailureAt: now, lockedUntil };
}

/** The count when an attempt that had been counted beforehand turns out to be right. */
export function withoutLastFailure(attempts: Attempts): Attempts {
  const failures = Math.max(0, attempts.failures - 1);
  return { failures, lastFailureAt: failures === 0 ? null : attempts.lastFailureAt, lockedUntil: null };
}

function isForgotten(attempts: Attempts, now: Date, policy: LockoutPolicy): boolean {
  if (attempts.lastFailureAt === null) return true;
  return now.getTime() - attempts.lastFailureAt.getTime() >= policy.forgottenAfterHours * HOUR_MS;
}

function lockMinutes(locks: number, policy: LockoutPolicy): number {
  return Math.min(policy.firstLockMinutes * 2 ** (locks - 1), policy.longestLockMinutes);
}
