import { DomainError } from '../http/problem.js';

/** What travels back for a request: the answer, or the domain error that refused it. */
export type Envelope =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly type: string; readonly status: number; readonly data: Record<string, unknown> };

export function refusal(error: DomainError): Envelope {
  return { ok: false, type: error.type, status: error.status, data: error.data };
}

/** @throws the DomainError the answering service threw */
export function answerIn(envelope: Envelope): unknown {
  if (envelope.ok) return envelope.answer;
  throw new DomainError(envelope.type, envelope.status, envelope.data);
}
