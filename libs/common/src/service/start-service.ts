import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { configureHttp, fastifyOptions } from '../http/configure-http.js';
import { ServiceLogger } from '../http/logging.js';
import type { ProblemTexts } from '../http/problem.js';
import { serveOpenApi } from './open-api.js';

export interface ServiceStart {
  /** Name of the process, e.g. `hotline`. */
  readonly service: string;
  readonly module: Type;
  /** Path of every route but health and metrics, e.g. `api/hotline`. */
  readonly prefix: string;
  /** The service's own problems, in both languages. */
  readonly problems: ProblemTexts;
  /** Where the service's own OpenAPI document is; the gateway has the merged one at the usual place. */
  readonly docsPath?: string;
}

/**
 * Starts a service: waits for PostgreSQL, migrates, listens on `HOST`:`PORT` (loopback and a free port unless given),
 * and stops cleanly on SIGTERM and SIGINT.
 */
export async function startService(start: ServiceStart): Promise<NestFastifyApplication> {
  const app = await createService(start);
  app.enableShutdownHooks();
  await app.listen(Number(process.env.PORT ?? 0), process.env.HOST ?? '127.0.0.1');
  return app;
}

/** The same application before it listens: specs drive it with `inject`. */
export async function createService({
  service,
  module,
  prefix,
  problems,
  docsPath = '/api/docs-json',
}: ServiceStart): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    module,
    new FastifyAdapter(fastifyOptions(process.env)),
    { logger: new ServiceLogger(service), abortOnError: false },
  );
  app.setGlobalPrefix(prefix, { exclude: ['health/live', 'health/ready', 'metrics'] });
  configureHttp(app, { problems });
  serveOpenApi(app, service, docsPath);
  return app;
}
