import { LRUCache } from 'lru-cache';
import { TooManyRequests } from './problem.js';

export interface RateLimit {
  /** How often within the window. */
  readonly times: number;
  readonly windowSeconds: number;
}

interface Window {
  count: number;
  readonly endsAt: number;
}

const MOST_KEYS = 50_000;

/**
 * Counts per key in fixed windows, in this process's memory: against guessing and flooding, not for billing. Another
 * process counts for itself; a restart begins afresh.
 */
export class RateLimiter {
  private readonly windows: LRUCache<string, Window>;

  constructor(private readonly limit: RateLimit) {
    this.windows = new LRUCache({ max: MOST_KEYS });
  }

  /**
   * Counts one more for a key (a network address, an address with what it asks for).
   * @param now milliseconds of a clock that does not jump
   * @throws TooManyRequests (429) when the window is full
   */
  count(key: string, now: number = performance.now()): void {
    this.assertOpen(key, now);
    const window = this.openWindow(key, now) ?? { count: 0, endsAt: now + this.limit.windowSeconds * 1000 };
    window.count += 1;
    this.windows.set(key, window);
  }

  /**
   * Refuses if the window of this key is full, without counting: where only failures count, such as wrong codes.
   * @throws TooManyRequests (429)
   */
  assertOpen(key: string, now: number = performance.now()): void {
    const window = this.openWindow(key, now);
    if (window === undefined || window.count < this.limit.times) return;
    throw new TooManyRequests({ retryAfterSeconds: Math.max(1, Math.ceil((window.endsAt - now) / 1000)) });
  }

  private openWindow(key: string, now: number): Window | undefined {
    const window = this.windows.get(key);
    return window !== undefined && window.endsAt > now ? window : undefined;
  }
}
