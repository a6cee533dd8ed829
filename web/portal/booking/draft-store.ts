import { useSyncExternalStore } from 'react';
import { sessionStore } from '@shared/http/session-store.js';
import { changed, EMPTY_DRAFT, readDraft, type Change, type Draft } from './draft.js';

const STORED = 'sunline.booking';
const store = sessionStore();
const listeners = new Set<() => void>();
let draft = readDraft(store.getItem(STORED));

/** Keeps every choice and every letter: a reload, a lost network or a time taken by somebody else costs nothing. */
export function change(by: Change): void {
  draft = changed(draft, by);
  store.setItem(STORED, JSON.stringify(draft));
  tell();
}

/** It is booked: the next booking begins empty. */
export function clearDraft(): void {
  draft = EMPTY_DRAFT;
  store.removeItem(STORED);
  tell();
}

export const currentDraft = (): Draft => draft;

export function useDraft(): Draft {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentDraft);
}

function tell(): void {
  for (const listener of listeners) listener();
}
