import { itemRead, itemList, siteList, type ItemDto, type ItemRow, type SiteRow } from '../appointments.js';

const LIMIT = 100;
const kept = new Map<string, Promise<unknown>>();

/** Read once a visit: the way back through the steps then costs nothing, also without a network. */
async function once<T>(key: string, read: () => Promise<T>): Promise<T> {
  const known = kept.get(key) as Promise<T> | undefined;
  if (known) return known;
  const asked = read();
  kept.set(key, asked);
  asked.catch(() => kept.delete(key));
  return asked;
}

/** Everything that can be booked. */
export const allItems = () =>
  once('items', async () => {
    const items: ItemRow[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page: { items: ItemRow[]; next: string | null } = await itemList({
        ...(after === undefined ? {} : { after }),
        limit: LIMIT,
      });
      items.push(...page.items);
      after = page.next;
    }
    return items;
  });

/** An item with its material and legal basis. */
export const oneItem = (code: string): Promise<ItemDto> => once(`item ${code}`, () => itemRead(code));

/**
 * Sites, up to a hundred: more than a county has.
 * @param item only those that offer it
 */
export const sitesOf = (item?: string): Promise<SiteRow[]> =>
  once(`sites ${item ?? ''}`, async () => {
    const page = await siteList({ ...(item === undefined ? {} : { item }), limit: LIMIT });
    return page.items;
  });
