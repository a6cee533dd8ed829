import { MutationCache, QueryCache, QueryClient, replaceEqualDeep } from '@tanstack/react-query';
import { ApiProblem } from '@shared/http/problem.js';
import { neverOlder } from '../api/never-older.js';

/**
 * The cache of what has been read. Nothing is read again behind the reader's back: lists change when somebody asks
 * for it or when the event stream says so (look.md: nothing moves under the pointer). The http wrapper does the
 * retrying, so the cache does none.
 *
 * @param onExpired called when any request is answered with 401
 */
export function consoleQueryClient(onExpired: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiProblem && error.status === 401) onExpired();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 30_000,
        structuralSharing: (shown: unknown, answered: unknown): unknown =>
          replaceEqualDeep(shown, neverOlder(shown, answered)),
      },
      mutations: { retry: false },
    },
  });
}
