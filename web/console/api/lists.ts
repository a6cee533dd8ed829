import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Page } from './types.js';

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
