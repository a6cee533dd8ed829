import { Injectable, SetMetadata, type CanActivate, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
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
   * Counts one more for a key, such as a network address.
   * @param now milliseconds of a clock that does not jump
   * @throws TooManyRequests (429) when the window is full
   */
  count(key: string, now: number = performance.now()): void {
    const window = this.openWindow(key, now) ?? { count: 0, endsAt: now + this.limit.windowSeconds * 1000 };
    if (window.count >= this.limit.times) {
      throw new TooManyRequests({ retryAfterSeconds: Math.max(1, Math.ceil((window.endsAt - now) / 1000)) });
    }
    window.count += 1;
    this.windows.set(key, window);
  }

  private openWindow(key: string, now: number): Window | undefined {
    const window = this.windows.get(key);
    return window !== undefined && window.endsAt > now ? window : undefined;
  }
}

const RATE_LIMIT = 'sunline:rate-limit';

/**
 * A public route takes so many requests from one network address. Generous: behind one address there may be a whole
 * village.
 */
export const RateLimited = (limit: RateLimit): CustomDecorator => SetMetadata(RATE_LIMIT, limit);

/** Counts the requests to routes with `@RateLimited`. */
@Injectable()
export class RateGuard implements CanActivate {
  private readonly limiters = new Map<object, RateLimiter>();

  constructor(private readonly reflector: Reflector) {}

  /** @throws TooManyRequests (429) */
  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const limit = this.reflector.get<RateLimit | undefined>(RATE_LIMIT, handler);
    if (limit === undefined || context.getType() !== 'http') return true;
    const limiter = this.limiters.get(handler) ?? new RateLimiter(limit);
    this.limiters.set(handler, limiter);
    limiter.count(context.switchToHttp().getRequest<FastifyRequest>().ip);
    return true;
  }
}
