import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';

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

/** Shows a changed item in the rows it already has, in every list that was read; no row comes, goes or moves. */
export function putIntoLists<T extends { id: string }>(client: QueryClient, lists: QueryKey, item: T): void {
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
