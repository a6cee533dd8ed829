import { useSyncExternalStore } from 'react';
import { sessionStore } from '@shared/http/session-store.js';
import { EMPTY_DRAFT, readDraft, type Draft } from './draft.js';

const STORED = 'sunline.request';
const store = sessionStore();
const listeners = new Set<() => void>();
let draft = readDraft(store.getItem(STORED));

/** Keeps every letter as it is typed: a reload, a lost network or a wrong turn costs nothing. */
export function changeDraft(change: Partial<Draft>): void {
  draft = { ...draft, language: null, ...change };
  store.setItem(STORED, JSON.stringify(draft));
  tell();
}

/** The request is registered: the next one begins empty. */
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
