import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { ServiceUnavailable } from '@app/common/http/problem.js';
import { GatewaySettings } from '../gateway.settings.js';

/** Every open event stream holds one. */
const MOST_CONNECTIONS = 4_096;
const ANSWER_BEGINS_WITHIN_MS = 30_000;
/** Event streams have a heartbeat every 15 s. */
const LONGEST_SILENCE_MS = 60_000;
const RETRY_AFTER_SECONDS = 2;

/** Said by us to the services, never believed from outside. */
const SAID_BY_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/**
 * Passes the domain services' paths on as they are: request and answer are streamed, nothing is parsed. A service that
 * is away is a 503 with Retry-After, never a 502 or 500.
 */
@Injectable()
export class ServiceProxy implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly settings: GatewaySettings,
  ) {}

  onModuleInit(): void {
    const fastify: FastifyInstance = this.adapterHost.httpAdapter.getInstance();
    for (const { prefix, url } of this.settings.services) {
      void fastify.register((scope, _options, done) => {
        // The proxy brings parsers that leave bodies alone.
        scope.removeAllContentTypeParsers();
        void scope.register(httpProxy, {
          upstream: url,
          prefix,
          rewritePrefix: prefix,
          undici: {
            connections: MOST_CONNECTIONS,
            headersTimeout: ANSWER_BEGINS_WITHIN_MS,
            bodyTimeout: LONGEST_SILENCE_MS,
          },
          destroyAgent: true,
          disableRequestLogging: true,
          replyOptions: {
            retryDelay: () => null,
            rewriteRequestHeaders: ({ id, ip }, headers) => passedOn(id, ip, headers),
            onError: (reply) => {
              void reply.send(new ServiceUnavailable({ retryAfterSeconds: RETRY_AFTER_SECONDS }));
            },
          },
        });
        done();
      });
    }
  }
}

function passedOn(requestId: string, address: string, headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const passed = { ...headers };
  for (const name of SAID_BY_PROXIES) delete passed[name];
  passed['x-request-id'] = requestId;
  passed['x-forwarded-for'] = address;
  return passed;
}
