/** What the suite answered: status, headers and the JSON body (undefined when there is none). */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface CallOptions {
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
  readonly language?: 'zh-CN' | 'en';
}

/** A person at the suite's public address: keeps the session cookie and sends what a browser page sends with it. */
export class ApiClient {
  private cookie = '';

  /** @param origin e.g. `http://127.0.0.1:3000` */
  constructor(private readonly origin: string) {}

  /** A client that is signed in as a demo person. */
  static async signedIn(origin: string, name: string, password = 'sunline-demo'): Promise<ApiClient> {
    const client = new ApiClient(origin);
    const answer = await client.call('POST', '/api/session', { name, password });
    if (answer.status !== 200)
      throw new Error(`${name} cannot sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    return client;
  }

  /** Calls and gives whatever is answered, errors too. */
  async call<T = unknown>(method: string, path: string, body?: object, options: CallOptions = {}): Promise<Answer<T>> {
    const headers = new Headers({ 'X-Sunline-Csrf': '1', 'Accept-Language': options.language ?? 'zh-CN' });
    if (this.cookie) headers.set('Cookie', this.cookie);
    if (body) headers.set('Content-Type', 'application/json');
    if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`);
    if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
    const response = await fetch(this.origin + path, {
      method,
      headers,
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(15_000),
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
    if (cookies.length > 0) this.cookie = cookies.join('; ');
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : undefined };
  }

  /**
   * Calls and gives the body.
   * @throws Error naming the problem when the answer is not a success
   */
  async ask<T>(method: string, path: string, body?: object, options?: CallOptions): Promise<T> {
    const answer = await this.call<T>(method, path, body, options);
    if (answer.status >= 400) {
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  }

  /**
   * Asks until it succeeds, as a person does while a service is away: the idempotency key makes the repetition safe.
   * Only being out of reach (no answer, 502, 503, 504) is repeated.
   */
  async persist<T>(method: string, path: string, body?: object, options?: CallOptions, timeoutMs = 60_000): Promise<T> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const answer = await this.call<T>(method, path, body, options).catch(() => undefined);
      if (answer && answer.status < 400) return answer.body;
      if (answer && ![502, 503, 504].includes(answer.status)) {
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      if (Date.now() > until) throw new Error(`${method} ${path}: still out of reach after ${timeoutMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
