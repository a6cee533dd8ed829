import { IdempotencyKey } from '@shared/http/idempotency-key.js';
import { sessionStore } from '@shared/http/session-store.js';

interface WithKey {
  headers: { 'Idempotency-Key': string };
}

/**
 * Sends something so that it takes effect once: the same content gets the same Idempotency-Key until its answer has
 * come, also after a reload.
 * @param form name of what is sent, unique in the portal
 * @param content what makes two submissions the same one
 */
export async function keyed<T>(form: string, content: unknown, send: (options: WithKey) => Promise<T>): Promise<T> {
  const key = new IdempotencyKey(form, sessionStore());
  const answer = await send({ headers: { 'Idempotency-Key': key.for(content) } });
  key.done();
  return answer;
}
