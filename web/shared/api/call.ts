import { send } from '../http/send.js';

interface Call {
  method?: 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Idempotency-Key of a form that creates something. */
  key?: string;
  /** Version the change is based on. */
  ifMatch?: number;
}

export async function call<T>(path: string, { method, body, key, ifMatch }: Call = {}): Promise<T> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key !== undefined) headers['Idempotency-Key'] = key;
  if (ifMatch !== undefined) headers['If-Match'] = `"${ifMatch}"`;
  const response = await send(path, {
    method: method ?? 'GET',
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
  const answer: T = response.status === 204 ? undefined : await response.json();
  return answer;
}
