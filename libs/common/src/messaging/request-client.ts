import { Injectable } from '@nestjs/common';
import { headers } from '@nats-io/transport-node';
import { ServiceUnavailable } from '../http/problem.js';
import { currentRequestId } from '../http/request-id.js';
import type { RequestDefinition } from './definitions.js';
import { REQUEST_ID_HEADER } from './headers.js';
import { readMessage } from './message-validation.js';
import { NatsConnectionHolder } from './nats-connection.js';
import { answerIn, type Envelope } from './request-envelope.js';

const LIMIT_MS = 2_000;

/** Asks other services. */
@Injectable()
export class RequestClient {
  constructor(private readonly nats: NatsConnectionHolder) {}

  /**
   * Asks and waits at most 2 s.
   * @throws the DomainError of the service asked
   * @throws ServiceUnavailable if nobody answers: whether the request had an effect is then unknown
   */
  async ask<Q extends object, A extends object>(request: RequestDefinition<Q, A>, question: Q): Promise<A> {
    if (!this.nats.ready) throw new ServiceUnavailable();
    const connection = await this.nats.get();
    const sent = headers();
    const requestId = currentRequestId();
    if (requestId) sent.set(REQUEST_ID_HEADER, requestId);
    let envelope: Envelope;
    try {
      const reply = await connection.request(request.subject, JSON.stringify(question), {
        timeout: LIMIT_MS,
        headers: sent,
      });
      envelope = reply.json<Envelope>();
    } catch {
      throw new ServiceUnavailable();
    }
    return readMessage(request.subject, request.answer, answerIn(envelope));
  }
}
