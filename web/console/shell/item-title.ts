import { useEffect, useSyncExternalStore } from 'react';

let shown: string | null = null;
const listeners = new Set<() => void>();

function show(title: string | null): void {
  shown = title;
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Names the item that is open in the tab, before its place: five tabs of requests are five names. */
export function useItemTitle(title: string): void {
  useEffect(() => {
    show(title);
    return () => show(null);
  }, [title]);
}

/** The item that is open, or null. */
export function useShownItemTitle(): string | null {
  return useSyncExternalStore(follow, () => shown);
}
