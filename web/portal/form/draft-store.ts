import { useSyncExternalStore } from 'react';
import { sessionStore } from '@shared/http/session-store.js';

/**
 * Keeps what a citizen chooses and types, every letter of it: a reload, a lost network or a wrong turn costs nothing.
 * @param name where it is kept, unique in the portal
 * @param empty what a new one begins as
 * @param read reads a kept draft; whatever does not look like one is an empty draft
 */
export function draftStore<D>(name: string, empty: D, read: (text: string | null) => D) {
  const store = sessionStore();
  const listeners = new Set<() => void>();
  let draft = read(store.getItem(name));

  const currentDraft = (): D => draft;
  const listen = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const become = (next: D): void => {
    draft = next;
    for (const listener of listeners) listener();
  };
  const keepDraft = (next: D): void => {
    store.setItem(name, JSON.stringify(next));
    become(next);
  };
  /** It is sent: the next one begins empty. */
  const clearDraft = (): void => {
    store.removeItem(name);
    become(empty);
  };
  const useDraft = (): D => useSyncExternalStore(listen, currentDraft);

  return { currentDraft, keepDraft, clearDraft, useDraft };
}
