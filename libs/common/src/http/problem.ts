import type { Language } from '../contracts/request-kind.js';

/** What people read about a kind of problem; `{name}` stands for a value of the error's data. */
export interface ProblemText {
  readonly title: string;
  readonly detail?: string;
}

/** Texts by problem type, in both languages. */
export type ProblemTexts = Readonly<Record<string, Readonly<Record<Language, ProblemText>>>>;

/** One field that is wrong: where (RFC 6901 JSON pointer into the body, or `?name` / `:name` / header) and why. */
export interface FieldError {
  readonly pointer: string;
  /** Name of the rule, stable and in English, e.g. `maxLength`. */
  readonly rule: string;
  /** Arguments of the rule, e.g. `[500]`. */
  readonly values?: readonly unknown[];
  /** For people, in the caller's language. */
  readonly detail?: string;
}

/**
 * A rule of the domain that refuses a request. It has a name (`type`), carries data for the caller, travels over
 * NATS, and becomes a problem document (RFC 9457) of the same type in one filter. Its data are shown to the caller:
 * never put in what they may not see.
 */
export class DomainError extends Error {
  /**
   * @param type name of the problem, e.g. `slot-taken`; its texts are registered with `startService({ problems })`
   * @param status HTTP status, 4xx or 503
   * @param data members added to the problem document; `retryAfterSeconds` also becomes the Retry-After header
   */
  constructor(
    readonly type: string,
    readonly status: number,
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(type);
    this.name = new.target.name;
  }
}

/** 400: the request cannot be read: fields missing, wrong, unknown. */
export class Malformed extends DomainError {
  constructor(errors: readonly FieldError[]) {
    super('malformed', 400, { errors });
  }
}

/** 401: nobody is signed in, or the session is over. */
export class Unauthenticated extends DomainError {
  constructor() {
    super('unauthenticated', 401);
  }
}

/** 403: signed in, but this role may not do that. */
export class Forbidden extends DomainError {
  constructor(data: Record<string, unknown> = {}) {
    super('forbidden', 403, data);
  }
}

/** 404: it does not exist, or the caller may not know that it does. */
export class NotFound extends DomainError {
  constructor(data: Record<string, unknown> = {}) {
    super('not-found', 404, data);
  }
}

/** 409: the item's state does not allow this. */
export class WrongState extends DomainError {
  constructor(data: { state: string; allowed: readonly string[] }) {
    super('wrong-state', 409, data);
  }
}

/** 412: somebody changed the item since the caller read it. */
export class StaleVersion extends DomainError {
  constructor(data: { current: number }) {
    super('stale-version', 412, data);
  }
}

/**
 * 422: a rule of the domain is broken. The document has `rule` = its name; texts may be registered under
 * `rule-broken/<rule>`.
 */
export class RuleBroken extends DomainError {
  constructor(rule: string, data: Record<string, unknown> = {}) {
    super('rule-broken', 422, { ...data, rule });
  }
}

/** 428: an update without If-Match. */
export class PreconditionMissing extends DomainError {
  constructor() {
    super('precondition-missing', 428);
  }
}

/** 429: too often; the caller may try again after that many seconds. */
export class TooManyRequests extends DomainError {
  constructor(data: { retryAfterSeconds: number }) {
    super('too-many-requests', 429, data);
  }
}

/** 503: a dependency is away for the moment. */
export class ServiceUnavailable extends DomainError {
  constructor(data: { retryAfterSeconds: number } = { retryAfterSeconds: 2 }) {
    super('service-unavailable', 503, data);
  }
}
