import { ApiProblem, connectionProblem, problemOf } from './problem.js';
import { language } from '../i18n/language.js';

/** How long one try may take; a form on a 3G line needs seconds, not half a minute. */
export const TIMEOUT_MS = 20_000;

/** Pauses before the second and the third try. */
const PAUSES_MS = [700, 2_000] as const;

const SAFE = new Set(['GET', 'HEAD']);

/** What `send` needs from the world, so that a test can give it another one. */
export interface Surroundings {
  fetch: typeof fetch;
  language: () => string;
  online: () => boolean;
  pause: (ms: number) => Promise<void>;
}

const BROWSER: Surroundings = {
  fetch: (input, init) => fetch(input, init),
  language,
  online: () => navigator.onLine,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * The one way out to the services: `fetch` with the headers of the house, a time limit, and tries that cannot do
 * anything twice – a request is sent again by itself only if it changes nothing (GET) or carries an Idempotency-Key.
 * @throws ApiProblem for every answer that is not 2xx, and for no answer at all (`offline`, `timeout`)
 * @throws DOMException `AbortError` when the caller's own signal aborts
 */
export function sender(world: Surroundings = BROWSER): typeof fetch {
  return async (input, init = {}) => {
    const method = (init.method ?? 'GET').toUpperCase();
    const headers = new Headers(init.headers);
    headers.set('Accept-Language', world.language());
    if (!SAFE.has(method)) headers.set('X-Sunline-Csrf', '1');
    const repeatable = SAFE.has(method) || headers.has('Idempotency-Key');

    for (let tries = 0; ; tries += 1) {
      const outcome = await once(world, input, { ...init, method, headers });
      if (outcome instanceof Response) return outcome;
      const pause = PAUSES_MS[tries];
      const again = repeatable && (outcome.isPassing || isStillRunning(outcome)) && world.online();
      if (!again || pause === undefined) throw outcome;
      await world.pause(pause);
    }
  };
}

/** `fetch` for the generated client (`api/client.ts`). */
export const send = sender();

/** The first try of the same key has not finished yet: its answer will be there in a moment. */
function isStillRunning(problem: ApiProblem): boolean {
  return problem.status === 409 && problem.type === 'still-running';
}

async function once(world: Surroundings, input: RequestInfo | URL, init: RequestInit): Promise<Response | ApiProblem> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await world.fetch(input, {
      credentials: 'same-origin',
      ...init,
      signal: either(limit, init.signal),
    });
    return response.ok ? response : await problemOf(response);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    return connectionProblem(limit.aborted ? 'timeout' : 'offline');
  }
}

/** `AbortSignal.any`, which phones of 2022 do not have. */
function either(limit: AbortSignal, own: AbortSignal | null | undefined): AbortSignal {
  if (!own) return limit;
  const both = new AbortController();
  for (const signal of [limit, own]) {
    if (signal.aborted) both.abort(signal.reason);
    else signal.addEventListener('abort', () => both.abort(signal.reason), { once: true });
  }
  return both.signal;
}
