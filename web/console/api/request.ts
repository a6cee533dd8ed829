import { send } from '@shared/http/send.js';
interface Options {
  query?: Record<string, string | number | undefined | null>;
  body?: unknown;
  version?: number;
  key?: string;
  signal?: AbortSignal;
}
export async function call<T>(method: string, path: string, o: Options = {}): Promise<T> {
  const query = new URLSearchParams();
  for (const [k, v] of Object.entries(o.query ?? {}))
    if (v !== undefined && v !== null && v !== '') query.set(k, String(v));
  const headers: Record<string, string> = {};
  if (o.body !== undefined) headers['Content-Type'] = 'application/json';
  if (o.version !== undefined) headers['If-Match'] = `"${o.version}"`;
  if (o.key) headers['Idempotency-Key'] = o.key;
  const response = await send(`${path}${query.size ? `?${query}` : ''}`, {
    method,
    headers,
    body: o.body === undefined ? undefined : JSON.stringify(o.body),
    signal: o.signal,
  });
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}
