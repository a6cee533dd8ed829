import { useState } from 'react';
import { hasDrafts } from './use-draft.js';

interface Seen<T> {
  /** The item the person's acts are based on. */
  seen: T;
  /** Somebody else changed it while the person was writing. */
  stale: boolean;
  /** The person has seen what changed and goes on from there. */
  catchUp: () => void;
}

/**
 * Which version of an item a person is acting on. It follows every change as long as nothing is being written; from
 * the first letter on it stays, so that nobody acts on something they have not read.
 *
 * @param drafts the prefix of the drafts about this item, e.g. `ticket.<id>.`
 */
export function useSeen<T extends { id: string; version: number }>(item: T, drafts: string): Seen<T> {
  const [seen, setSeen] = useState(item);
  const changed = seen.version !== item.version;
  if (changed && !hasDrafts(drafts)) setSeen(item);
  return { seen: changed ? seen : item, stale: changed, catchUp: () => setSeen(item) };
}
