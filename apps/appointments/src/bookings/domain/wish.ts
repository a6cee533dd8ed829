import { RuleBroken } from '@app/common/http/problem.js';
import type { BookingChannel, OfferedItem } from '../../schedule/domain/site-schedule.js';

/** What somebody wants of an item, time and contact aside. */
export interface Wish {
  readonly channel: BookingChannel;
  readonly people: number;
  readonly green: boolean;
  readonly homeVisit: boolean;
  readonly representative: boolean;
}

/**
 * Why a site does not offer an item in this way: `not-offered-here`, `no-groups`, `too-many-people`,
 * `no-green-channel`, `no-home-visit`, `no-representative`.
 * @param item as the site offers it, null where it does not
 * @returns null where it does
 */
export function refusalOf(
  item: OfferedItem | null,
  wish: Wish,
  { maxPeople }: { maxPeople: number },
): RuleBroken | null {
  if (!item?.channels.includes(wish.channel)) return new RuleBroken('not-offered-here');
  if (wish.people > 1 && !item.groups) return new RuleBroken('no-groups');
  if (wish.people > maxPeople) return new RuleBroken('too-many-people', { most: maxPeople });
  if (wish.green && !item.greenChannel) return new RuleBroken('no-green-channel');
  if (wish.homeVisit && !item.homeVisit) return new RuleBroken('no-home-visit');
  return wish.representative && !item.representative ? new RuleBroken('no-representative') : null;
}
