import {
  useInfiniteQuery,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query';

/** A page of a list, as every service gives it. */
export interface Page<T> {
  items: T[];
  /** Cursor of the next page, null on the last. */
  next: string | null;
}

/** What a list of pages needs besides its function: where it begins and how it goes on. */
export const BY_CURSOR = {
  initialPageParam: null as string | null,
  getNextPageParam: (page: Page<unknown>) => page.next,
};

/** The cursor as a request takes it: nothing for the first page. */
export function after(cursor: string | null): { after?: string } {
  return cursor === null ? {} : { after: cursor };
}

/** Where the answers about one kind of item are kept. */
export interface ItemKeys<F> {
  readonly lists: QueryKey;
  readonly list: (filter: F) => QueryKey;
  readonly one: (id: string) => QueryKey;
  readonly ledger: (id: string) => QueryKey;
}

export function itemKeys<F>(items: string): ItemKeys<F> {
  return {
    lists: [items, 'list'],
    list: (filter) => [items, 'list', filter],
    one: (id) => [items, 'one', id],
    ledger: (id) => [items, 'ledger', id],
  };
}

/**
 * A list, a page at a time, that the event stream keeps up to date while it is on the screen. Nobody follows it while it is
 * not, so that it is read again whenever it comes back, shown meanwhile as it was.
 */
export function useFollowedList<T>(
  queryKey: QueryKey,
  read: (page: { after?: string }, options: { signal: AbortSignal }) => Promise<Page<T>>,
) {
  return useInfiniteQuery({
    ...BY_CURSOR,
    queryKey,
    queryFn: ({ pageParam, signal }) => read(after(pageParam), { signal }),
    staleTime: 0,
  });
}

/** The ledger of one item, a page at a time. */
export function useLedger<T>(queryKey: QueryKey, read: (page: { after?: string; limit: number }) => Promise<Page<T>>) {
  return useInfiniteQuery({
    ...BY_CURSOR,
    queryKey,
    queryFn: ({ pageParam }) => read({ ...after(pageParam), limit: LEDGER_PAGE }),
  });
}

const LEDGER_PAGE = 50;

/** Takes an item as it is now into everything that shows it. */
export function useTakeIn<F, T extends { id: string }>(keys: ItemKeys<F>): (now: T) => Promise<void> {
  const client = useQueryClient();
  return async (now) => {
    client.setQueryData(keys.one(now.id), now);
    putIntoLists(client, keys.lists, now);
    await client.invalidateQueries({ queryKey: keys.ledger(now.id) });
  };
}

/** Shows a changed item in the rows it already has, in every list that was read; no row comes, goes or moves. */
function putIntoLists<T extends { id: string }>(client: QueryClient, lists: QueryKey, item: T): void {
  client.setQueriesData<InfiniteData<Page<T>>>({ queryKey: lists }, (list) =>
    list
      ? {
          ...list,
          pages: list.pages.map((page) => ({
            ...page,
            items: page.items.map((row) => (row.id === item.id ? { ...row, ...item } : row)),
          })),
        }
      : list,
  );
}
