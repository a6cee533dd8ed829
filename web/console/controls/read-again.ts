import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Reads what stands under a key anew, after something was changed. A reading under way is broken off: it may have begun
 * before the change, and where it is the first one, the client would take it for the new one.
 */
export function readAgain(client: QueryClient, queryKey: QueryKey): void {
  void client.cancelQueries({ queryKey }).then(() => client.invalidateQueries({ queryKey }));
}
