import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import { OPENED } from '@shared/stream/live-stream.js';

/**
 * Reads what stands under a key anew, after something was changed. A first reading under way is broken off: it may have
 * begun before the change, and the client would take it for the new one.
 */
export function readAgain(client: QueryClient, queryKey: QueryKey): void {
  const isFirst = ({ state }: Query): boolean => state.data === undefined;
  void client.cancelQueries({ queryKey, predicate: isFirst }).then(() => client.invalidateQueries({ queryKey }));
}

/**
 * Whether an event says that something may have changed unheard: the line was broken too long to say what has changed since
 * (`reset`), or it stands for the first time and what happened between the reading and now was told to nobody.
 */
export function tellsOfGap({ type }: { readonly type: string }): boolean {
  return type === 'reset' || type === OPENED;
}

/**
 * Waits for an act, then reads again what it may have changed. Also where it was refused: somebody else was faster, and the
 * page showed something that is no longer so.
 * @throws what the act threw
 */
export async function thenRead<T>(client: QueryClient, done: Promise<T>, keys: readonly QueryKey[]): Promise<T> {
  try {
    return await done;
  } finally {
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  }
}
