const MINUTE_MS = 60_000;

/** A window at an instant of its day. */
export interface WatchedWindow {
  /** Since when it is open; null while it is closed. */
  readonly openSince: Date | null;
  /** Somebody has been called to it or is being served at it. */
  readonly busy: boolean;
  /** The last time it called somebody or finished with somebody that day. */
  readonly lastActAt: Date | null;
  /** The longest wait among those it serves; null where nobody waits for it. */
  readonly waitingSince: Date | null;
}

/**
 * 脱岗 (domain.md §3, On duty): a window is open, citizens wait for what it does, and nobody has called one of them for
 * longer than is allowed.
 * @param minutes how long a post may be left
 * @returns since when nobody has done anything there, null where the post is not left
 */
export function postLeftSince(window: WatchedWindow, now: Date, minutes: number): Date | null {
  const { openSince, busy, lastActAt, waitingSince } = window;
  if (busy || openSince === null || waitingSince === null) return null;
  const idleSince = lastActAt !== null && lastActAt > openSince ? lastActAt : openSince;
  const overSince = Math.max(idleSince.getTime(), waitingSince.getTime());
  return now.getTime() - overSince > minutes * MINUTE_MS ? idleSince : null;
}
