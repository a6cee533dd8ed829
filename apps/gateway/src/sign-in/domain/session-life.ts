/** A session as it is kept: it ends by itself when it grows too old or nobody uses it, or when somebody ends it. */
export interface SessionLife {
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly endedAt: Date | null;
}

const MINUTE_MS = 60_000;
export const OLDEST_MS = 12 * 60 * MINUTE_MS;
export const IDLE_MS = 120 * MINUTE_MS;
/** A token lives so long: services believe it without asking. */
export const TOKEN_MS = 10 * MINUTE_MS;
const RENEW_WHEN_LEFT_MS = TOKEN_MS / 2;
const SEEN_EVERY_MS = MINUTE_MS;

/** Whether the session may still be used at `now`. */
export function isAlive({ startedAt, lastSeenAt, endedAt }: SessionLife, now: Date): boolean {
  if (endedAt !== null) return false;
  return now.getTime() - startedAt.getTime() < OLDEST_MS && now.getTime() - lastSeenAt.getTime() < IDLE_MS;
}

/** Whether it is worth writing down that the session was used at `now`. */
export function isSeenAnew({ lastSeenAt }: SessionLife, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= SEEN_EVERY_MS;
}

/** When a token given out at `now` ends: never after the session itself. */
export function tokenEnd({ startedAt }: Pick<SessionLife, 'startedAt'>, now: Date): Date {
  return new Date(Math.min(now.getTime() + TOKEN_MS, startedAt.getTime() + OLDEST_MS));
}

/** Whether a token that ends at `expiresAt` is to be replaced by a fresh one at `now`. */
export function isToBeRenewed(expiresAt: Date, now: Date): boolean {
  return expiresAt.getTime() - now.getTime() < RENEW_WHEN_LEFT_MS;
}
