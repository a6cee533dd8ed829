const MINUTE_MS = 60_000;

/** What the windows of a site are doing. */
export interface WindowsAtWork {
  /** When the last of them closes today; null where none opens. */
  readonly closingAt: Date | null;
  /** A citizen is at one of them. */
  readonly serving: boolean;
  /** The last call, or the last time one finished with somebody; null: not yet today. */
  readonly lastActAt: Date | null;
}

/**
 * When a site's day was over for those who still wait: a while after closing. As long as its windows work on, it is
 * not (domain.md §3, 窗口有群众不下班).
 * @param graceMinutes after closing, and after the last thing the windows did
 * @returns null while the day is not over
 */
export function dayOverAt(windows: WindowsAtWork, graceMinutes: number, now: Date): Date | null {
  const { closingAt, serving, lastActAt } = windows;
  if (closingAt === null || serving) return null;
  const working = lastActAt !== null && now < after(lastActAt, graceMinutes);
  const overAt = after(closingAt, graceMinutes);
  return working || now < overAt ? null : overAt;
}

function after(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE_MS);
}
