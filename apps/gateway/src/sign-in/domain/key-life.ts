import { OLDEST_MS, TOKEN_MS } from './session-life.js';

const DAY_MS = 24 * 3600 * 1000;

/** [D] A key signs so long. */
export const DEFAULT_KEY_DAYS = 30;

/** Whether the key that signs is to be followed by a new one at `now`. */
export function isToBeFollowed(madeAt: Date, now: Date, days: number): boolean {
  return now.getTime() - madeAt.getTime() >= days * DAY_MS;
}

/**
 * Before which instant a key must have been followed to be forgotten at `now`: no session that has one of its tokens
 * can be alive any more. A token that is over is still exchanged while its session is.
 */
export function forgottenIfFollowedBefore(now: Date): Date {
  return new Date(now.getTime() - OLDEST_MS - TOKEN_MS);
}
