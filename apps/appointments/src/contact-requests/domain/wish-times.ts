import { RuleBroken } from '@app/common/http/problem.js';

/** From when to when it suits the citizen; either may be left open. */
export interface WishTimes {
  readonly wishFrom?: Date | null;
  readonly wishTo?: Date | null;
}

/** @throws RuleBroken `wish-out-of-order`, `wish-in-the-past` */
export function requireTimesInOrder({ wishFrom, wishTo }: WishTimes, now: Date): void {
  if (wishFrom && wishTo && wishTo <= wishFrom) throw new RuleBroken('wish-out-of-order');
  const latest = wishTo ?? wishFrom;
  if (latest && latest <= now) throw new RuleBroken('wish-in-the-past');
}
