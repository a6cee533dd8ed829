import type { BrowserContext } from '@playwright/test';

/** `PLAYWRIGHT_SLOW_ANSWERS=800`, or `800:7` to have the seventh row of dice instead of the first. */
const [LONGEST_MS = 0, SEED = 1] = (process.env.PLAYWRIGHT_SLOW_ANSWERS ?? '').split(':').map(Number);

/**
 * Where it is asked for (PLAYWRIGHT_SLOW_ANSWERS), each request of a page to the suite is sent up to so many
 * milliseconds later than the page asked, and its answer reaches the page up to so many later than it came: what a test
 * or a screen does before it has been answered shows. The page's own `fetch` is what is slow, not the network: whoever
 * waits for the answer on the network (`waitForResponse`) has it before the page has. The event stream goes as ever.
 */
export async function slowAnswers(context: BrowserContext): Promise<void> {
  if (LONGEST_MS > 0) await context.addInitScript(slowFetch, { longestMs: LONGEST_MS, seed: SEED });
}

/** Run in the page before its own scripts. The same page asking the same in the same order waits for as long. */
function slowFetch({ longestMs, seed }: { longestMs: number; seed: number }): void {
  const atOnce = window.fetch.bind(window);
  // Kept from a test that moves the page's clock.
  const later = window.setTimeout.bind(window);
  let asked = 0;
  /** A number of 0 to 1 that looks like chance (FNV-1a). */
  const dice = (text: string): number => {
    let hash = 0x811c9dc5;
    for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
  };
  const pause = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const abandon = (): void => reject(signal.reason);
      if (signal.aborted) abandon();
      signal.addEventListener('abort', abandon, { once: true });
      later(() => {
        signal.removeEventListener('abort', abandon);
        resolve();
      }, ms);
    });
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    const isStream = request.headers.get('accept')?.includes('text/event-stream') ?? false;
    if (isStream || !pathname.startsWith('/api/')) return atOnce(input, init);
    asked += 1;
    const key = `${seed} ${asked} ${request.method} ${pathname}`;
    await pause(dice(`${key} asked`) * longestMs, request.signal);
    const answer = await atOnce(request);
    await pause(dice(`${key} answered`) * longestMs, request.signal);
    return answer;
  };
}
