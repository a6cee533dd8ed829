/** What decides when a citizen who waits is called. */
export interface Turn {
  readonly green: boolean;
  /** Came with a booking. */
  readonly booked: boolean;
  readonly turnAt: Date;
  readonly number: number;
}

/**
 * The order of calls (domain.md §2, 绿色通道: first in every queue): green channel, then bookings by their time, then those
 * without one, as they came. No two numbers are equal.
 * @returns below 0 when `a` is called before `b`
 */
export function compareTurns(a: Turn, b: Turn): number {
  return (
    Number(b.green) - Number(a.green) ||
    Number(b.booked) - Number(a.booked) ||
    a.turnAt.getTime() - b.turnAt.getTime() ||
    a.number - b.number
  );
}

/** The same order in SQL, over rows of `visit`. */
export const turnOrderSql = (visit: string): string =>
  `${visit}.green DESC, (${visit}.booking_id IS NULL), ${visit}.turn_at, ${visit}.number`;

/**
 * The time that decides the turn. Whoever comes late does not pass those who kept their time: the turn is that of the
 * arrival.
 * @param startAt the time booked; null without a booking
 */
export function turnAt({ startAt, late, arrivedAt }: { startAt: Date | null; late: boolean; arrivedAt: Date }): Date {
  return startAt === null || late ? arrivedAt : startAt;
}
