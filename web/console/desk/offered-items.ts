import { useQuery } from '@tanstack/react-query';
import { itemList } from '@shared/api/generated/appointments.js';
import type { DeskWindow } from './desk.queries.js';

const MOST_ITEMS = 100;

/** The service items that can be booked anywhere. */
export function useBookableItems() {
  return useQuery({
    queryKey: ['bookable-items'],
    queryFn: () => itemList({ limit: MOST_ITEMS }),
    staleTime: Infinity,
    select: (page) => page.items,
  });
}

/** What can be done at one of these windows, by name. */
export function useOfferedItems(windows: readonly DeskWindow[]) {
  const items = useBookableItems();
  const codes = new Set(windows.filter(({ kind }) => kind === 'counter').flatMap(({ itemCodes }) => itemCodes));
  return { offered: (items.data ?? []).filter(({ code }) => codes.has(code)), error: items.error };
}
