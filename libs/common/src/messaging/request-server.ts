import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Msg } from '@nats-io/transport-node';
import { DomainError, ServiceUnavailable } from '../http/problem.js';
import { requestIdFrom, runInRequest } from '../http/request-id.js';
import { isConnectionLost } from '../persistence/connection-lost.js';
import { markedMethods } from '../service/discover.js';
import { ANSWERS } from './answers.js';
import type { RequestDefinition, ServiceName } from './definitions.js';
import { REQUEST_ID_HEADER } from './headers.js';
import { MalformedMessage, readMessage } from './message-validation.js';
import { NatsConnectionHolder } from './nats-connection.js';
import { refusal, type Envelope } from './request-envelope.js';
import { SERVICE_NAME } from './service-name.js';

type Answerer = (question: object) => Promise<object>;

/** Answers the requests of other services, shared among the processes of this one by a queue group. */
@Injectable()
export class RequestServer implements OnApplicationBootstrap {
  private readonly logger = new Logger(RequestServer.name);

  constructor(
    @Inject(SERVICE_NAME) private readonly service: ServiceName,
    private readonly nats: NatsConnectionHolder,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { mark, call } of markedMethods<RequestDefinition>(
      ANSWERS,
      this.discovery,
      this.scanner,
      this.reflector,
    )) {
      this.serve(mark, call as unknown as Answerer);
    }
  }

  /** Answers one more request, for those whose subject is known only at start. */
  serve<Q extends object, A extends object>(
    request: RequestDefinition<Q, A>,
    answerer: (question: Q) => Promise<A>,
  ): void {
    void this.nats.get().then((connection) =>
      connection.subscribe(request.subject, {
        queue: this.service,
        callback: (_error, message) => void this.answer(request, answerer as unknown as Answerer, message),
      }),
    );
  }

  private async answer(request: RequestDefinition, answerer: Answerer, message: Msg): Promise<void> {
    const requestId = requestIdFrom(message.headers?.get(REQUEST_ID_HEADER));
    const envelope = await runInRequest({ requestId, origin: request.subject }, async () => {
      try {
        const question = readMessage(request.subject, request.question, message.json());
        return { ok: true, answer: await answerer(question) } satisfies Envelope;
      } catch (error) {
        return this.envelopeOf(request, error);
      }
    });
    message.respond(JSON.stringify(envelope));
  }

  private envelopeOf(request: RequestDefinition, error: unknown): Envelope {
    if (error instanceof DomainError) return refusal(error);
    if (error instanceof MalformedMessage || error instanceof SyntaxError) {
      return refusal(new DomainError('malformed-request', 400, { faults: [error.message] }));
    }
    this.logger.error(`${request.subject}: ${error instanceof Error ? error.stack : String(error)}`);
    if (isConnectionLost(error)) return refusal(new ServiceUnavailable());
    return refusal(new DomainError('internal', 500));
  }
}
