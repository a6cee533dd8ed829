import type { Day } from '@app/common/calendar/zone.js';
import { decodeCursor, toPage, type PageQuery } from '@app/common/http/page.js';

/**
 * A page of a list in the order of a day of its rows, then of their id.
 * @param rowsOf at most `most` rows behind a day and id, from the first on where they are null
 * @throws Malformed (400) if `after` is not a cursor of this list
 */
export async function pageByDay<K extends string, R extends Readonly<Record<K, Day>> & { readonly id: string }>(
  { after, limit }: PageQuery,
  day: K,
  rowsOf: (lastDay: Day | null, lastId: string | null, most: number) => Promise<R[]>,
): Promise<{ items: R[]; next: string | null }> {
  const [lastDay = null, lastId = null] = decodeCursor(after, ['string', 'uuid'])?.map(String) ?? [];
  const page = toPage(
    await rowsOf(lastDay, lastId, limit + 1),
    limit,
    (row) => [row[day], row.id],
    (row) => row,
  );
  return { items: [...page.items], next: page.next };
}
