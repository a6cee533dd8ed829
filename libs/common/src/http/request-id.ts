import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from '../persistence/id.js';

/** What everything done for one request, message or timer has in common; follows it through every `await`. */
export interface RequestContext {
  /** Travels in X-Request-Id, in NATS headers, in outbox rows and in every log line; the `traceId` of problems. */
  readonly requestId: string;
  /** Where it came from: the caller's network address, or the NATS subject, or the timer's kind. */
  readonly origin?: string;
}

const contexts = new AsyncLocalStorage<RequestContext>();

const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/**
 * Takes over the id a caller sent when it is well-formed (8–64 letters, digits, `.`, `_`, `-`), else makes one, so that
 * nobody can write into our logs.
 */
export function requestIdFrom(sent: unknown): string {
  return typeof sent === 'string' && WELL_FORMED.test(sent) ? sent : newId();
}

/** Runs `work` (an HTTP request, a NATS message, a timer) within a context of its own. */
export function runInRequest<T>(context: RequestContext, work: () => T): T {
  return contexts.run(context, work);
}

/** The id of the request being served; undefined outside of any, such as at start. */
export function currentRequestId(): string | undefined {
  return contexts.getStore()?.requestId;
}

/** Where the request being served came from. */
export function currentOrigin(): string | undefined {
  return contexts.getStore()?.origin;
}
