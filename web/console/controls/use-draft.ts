import { useCallback, useState } from 'react';
import { sessionStore } from '@shared/http/session-store.js';

const PREFIX = 'sunline.draft.';
const store = sessionStore();

function read<T extends object>(key: string): Partial<T> {
  try {
    return JSON.parse(store.getItem(PREFIX + key) ?? '{}') as Partial<T>;
  } catch {
    // A draft of an older build that no longer parses is worth less than a form that opens.
    return {};
  }
}

export interface Draft<T> {
  value: T;
  change: (patch: Partial<T>) => void;
  clear: () => void;
}

/**
 * What has been typed into a form, kept over a reload, a change of page and an expired session.
 * Session storage, not local storage: a caller's name and number must not outlive the tab on a shared desk.
 *
 * @param key names the item and the form, e.g. `ticket.<id>.reply`
 * @param empty what a field holds that nobody has typed into
 * @param saving whether what was typed is on its way: with the answer the draft goes, so that nothing is added meanwhile
 */
export function useDraft<T extends object>(key: string, empty: T, saving = false): Draft<T> {
  const [typed, setTyped] = useState(() => read<T>(key));
  const change = useCallback(
    (patch: Partial<T>) => {
      if (saving) return;
      setTyped((before) => {
        const after = { ...before, ...patch };
        store.setItem(PREFIX + key, JSON.stringify(after));
        return after;
      });
    },
    [key, saving],
  );
  const clear = useCallback(() => {
    store.removeItem(PREFIX + key);
    setTyped({});
  }, [key]);
  return { value: { ...empty, ...typed }, change, clear };
}

/** Whether anything has been typed into a form whose key begins like this. */
export function hasDrafts(prefix: string): boolean {
  return Object.keys(sessionStorage).some((key) => key.startsWith(PREFIX + prefix));
}

/** Forgets every draft and its Idempotency-Key: at sign-out, and when somebody else signs in on this tab. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) || key.startsWith('sunline.key.')) sessionStorage.removeItem(key);
  }
}
