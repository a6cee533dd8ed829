import { Logger } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions, RawServerDefault } from 'fastify';
import { AccessGuard } from '../auth/access.guard.js';
import { assertEveryRouteIsListed } from '../auth/route-list.js';
import { answerClientError } from './client-error.js';
import { addEtag } from './etag.js';
import { COMMON_PROBLEMS } from './problem-texts.js';
import { ProblemFilter, sendProblem } from './problem.filter.js';
import { DomainError, Malformed, type ProblemTexts } from './problem.js';
import { RateGuard } from './rate-limit.js';
import { rememberRules } from './remembered-rules.js';
import { requestIdFrom, runInRequest, type RequestContext } from './request-id.js';
import { assertStorable } from './storable.js';
import { namedError } from './thrown.js';
import { ValidationPipe } from './validation.js';

/** interfaces.md §1. */
export const BODY_LIMIT_BYTES = 256 * 1024;

/** How long a service that stops waits for answers under way. */
const LAST_ANSWERS_MS = 1_500;

const FORM = /^application\/x-www-form-urlencoded/i;
/** Only these are called by machines that send forms. A form elsewhere can come from any web page. */
const FORM_PATHS = /^\/(webhooks|open311)\//;

/**
 * Options for Nest's FastifyAdapter. `TRUSTED_PROXIES` (addresses, networks, `loopback`, `uniquelocal`, separated by
 * commas) says whose X-Forwarded-For is believed: a citizen's address tells idempotency keys and rate limits apart.
 */
export function fastifyOptions(env: NodeJS.ProcessEnv): FastifyServerOptions {
  return {
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: env.TRUSTED_PROXIES ?? 'loopback',
    // Malformed and endless paths are refused before any route or filter sees them.
    frameworkErrors: (error, request, reply) => {
      identify(request, reply);
      sendProblem(namedError(error) ?? new DomainError('unreadable', 400), COMMON_PROBLEMS, request, reply);
    },
    clientErrorHandler: answerClientError,
  };
}

/**
 * Gives an application the suite's manners: request ids, validation, access guard, problem documents, ETags, headers.
 * @param problems the app's own problem texts
 * @throws Error if a route does not say who may call it
 */
export function configureHttp(app: NestFastifyApplication, { problems = {} }: { problems?: ProblemTexts } = {}): void {
  assertEveryRouteIsListed(app);
  rememberRules();
  app.useGlobalFilters(new ProblemFilter({ ...COMMON_PROBLEMS, ...problems }));
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalGuards(app.get(AccessGuard), new RateGuard(app.get(Reflector)));
  const fastify = app.getHttpAdapter().getInstance();
  readJson(app, fastify);
  addHooks(fastify);
}

/** As Fastify reads it; what it cannot read is told as a fault of the body. */
function readJson(app: NestFastifyApplication, fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  app.useBodyParser<RawServerDefault>('application/json', { bodyLimit: BODY_LIMIT_BYTES }, (request, body, done) => {
    void parse(request, body.toString(), (error, value) => {
      done(error === null ? null : new Malformed([{ pointer: '', rule: 'json' }]), value);
    });
  });
}

function addHooks(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', (request, reply, done) => {
    identify(request, reply);
    runInRequest(contextOf(request), done);
  });
  // Reading the body leaves the async context it began in.
  fastify.addHook('preValidation', (request, _reply, done) => runInRequest(contextOf(request), done));
  fastify.addHook('preHandler', (request, _reply, done) => {
    done(faultOf(request));
  });
  fastify.addHook('preSerialization', addEtag);
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('Cache-Control')) void reply.header('Cache-Control', 'no-store');
    done(null, payload);
  });
  // Browsers open connections ahead of need; unused ones would hold up the end for a minute.
  fastify.addHook('preClose', (done) => {
    setTimeout(() => fastify.server.closeAllConnections(), LAST_ANSWERS_MS).unref();
    done();
  });
  const logger = new Logger('Http');
  fastify.addHook('onResponse', (request, reply, done) => {
    const { statusCode } = reply;
    runInRequest(contextOf(request), () => {
      const line = `${request.method} ${pathOf(request)} ${statusCode} ${reply.elapsedTime.toFixed(1)} ms`;
      if (statusCode >= 400) logger.log(line);
      else logger.debug(line);
    });
    done();
  });
}

function identify(request: FastifyRequest, reply: FastifyReply): void {
  request.id = requestIdFrom(request.headers['x-request-id']);
  void reply.headers({
    'X-Request-Id': request.id,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
}

function contextOf(request: FastifyRequest): RequestContext {
  return { requestId: request.id, origin: request.ip };
}

/** Without the query, which may hold what a person typed. */
function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

function faultOf(request: FastifyRequest): Error | undefined {
  if (FORM.test(request.headers['content-type'] ?? '') && !FORM_PATHS.test(request.url)) {
    return new DomainError('unsupported-media-type', 415);
  }
  try {
    assertStorable(request.body);
    assertStorable(request.query, '?');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
