import { setTimeout as pause } from 'node:timers/promises';

/**
 * Repeats an assertion until it holds, for effects that arrive on their own time (an event, a timer).
 * @param assertion throws while it does not hold yet
 * @param options.timeoutMs how long it may take, 10 s unless told
 * @returns what the assertion returned
 * @throws the assertion's last error when time is up
 */
export async function eventually<T>(
  assertion: () => T | Promise<T>,
  { timeoutMs = 10_000, everyMs = 25 }: { timeoutMs?: number; everyMs?: number } = {},
): Promise<T> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(everyMs);
    }
  }
}
