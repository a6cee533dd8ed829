/** One wrong field of a request: `pointer` is a JSON pointer into the body sent (`/contact/phone`). */
export interface FieldProblem {
  pointer: string;
  detail: string;
}

/** What went wrong on the way, before a service could answer. */
export type ConnectionFailure = 'offline' | 'timeout';

/**
 * A problem document (RFC 9457) as an error. `type` is the last part of the document's type (`slot-taken`), or
 * `offline` / `timeout` when no answer came; `data` holds the fields a named error carries (`current`, `alternatives`).
 */
export class ApiProblem extends Error {
  constructor(
    readonly type: string,
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly title: string,
    readonly detail: string | null = null,
    readonly errors: readonly FieldProblem[] = [],
    readonly traceId: string | null = null,
    /** How long the server asks to wait before another try. */
    readonly retryAfterSeconds: number | null = null,
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail ?? title);
    this.name = 'ApiProblem';
  }

  /** True when the request may never have arrived, or the server is only away for a moment: trying again may help. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

const KNOWN = new Set(['type', 'title', 'status', 'detail', 'errors', 'traceId', 'instance']);

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const isFieldProblem = (value: unknown): value is FieldProblem =>
  typeof value === 'object' && value !== null && 'pointer' in value && 'detail' in value;

/**
 * Reads the answer of a failed request. An answer that is no problem document (a proxy's HTML page, an empty body)
 * becomes a problem of type `http-<status>`.
 */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = await jsonOf(response);
  const { type, title, detail, errors, traceId } = body;
  const data = Object.fromEntries(Object.entries(body).filter(([key]) => !KNOWN.has(key)));
  return new ApiProblem(
    text(type)
      ?.split(/[/:#]/)
      .findLast((part) => part !== '') ?? `http-${response.status}`,
    response.status,
    text(title) ?? `HTTP ${response.status}`,
    text(detail),
    Array.isArray(errors) ? errors.filter(isFieldProblem) : [],
    text(traceId),
    secondsOf(response.headers.get('Retry-After')),
    data,
  );
}

/** The problem a connection failure amounts to; its words are in `connection.words.ts`. */
export function connectionProblem(failure: ConnectionFailure): ApiProblem {
  return new ApiProblem(failure, 0, failure);
}

async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}

function secondsOf(retryAfter: string | null): number | null {
  const seconds = Number(retryAfter);
  return retryAfter !== null && Number.isFinite(seconds) ? seconds : null;
}
