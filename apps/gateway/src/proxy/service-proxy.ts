import { NotFound } from '@app/common/http/problem.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { Pool } from 'undici';
import { GatewaySettings } from '../gateway.settings.js';
import { PassedAnswer } from './passed-answer.js';
import { leadsUp, passedOn } from './passed-headers.js';

/** Every open event stream holds one. */
const MOST_CONNECTIONS = 4_096;
const ANSWER_BEGINS_WITHIN_MS = 30_000;
/** Event streams have a heartbeat every 15 s. */
const LONGEST_SILENCE_MS = 60_000;

const METHODS: HTTPMethods[] = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/**
 * Passes the domain services' paths on as they are: nothing is parsed. A request's body is short (interfaces.md §1) and
 * goes in one piece.
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
        const service = new Pool(url, {
          connections: MOST_CONNECTIONS,
          headersTimeout: ANSWER_BEGINS_WITHIN_MS,
          bodyTimeout: LONGEST_SILENCE_MS,
        });
        scope.addHook('onClose', () => service.destroy());
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
        for (const path of [prefix, `${prefix}/*`]) {
          scope.route({ method: METHODS, url: path, handler: (request, reply) => pass(service, request, reply) });
        }
        done();
      });
    }
  }
}

/** @throws NotFound for a path that could lead out of its service */
function pass(service: Pool, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { url, method, body } = request;
  if (leadsUp(url.split('?', 1)[0] ?? '')) throw new NotFound();
  service.dispatch(
    { path: url, method, headers: passedOn(request), body: Buffer.isBuffer(body) ? body : null },
    new PassedAnswer(request, reply),
  );
  return reply;
}
