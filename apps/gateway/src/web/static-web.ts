import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatewaySettings } from '../gateway.settings.js';
import { contentSecurityPolicy } from './content-security-policy.js';
import { CONSOLE_PAGE, redirectOf, webFileOf } from './domain/web-path.js';

/** What the build left in the console's page for us to fill in. */
const NONCE_PLACE = '__CSP_NONCE__';
const A_YEAR_MS = 365 * 24 * 3600 * 1000;

/** Serves portal and console as they were built, compressed beforehand where the build has done so. */
@Injectable()
export class StaticWeb implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly settings: GatewaySettings,
  ) {}

  onModuleInit(): void {
    const fastify: FastifyInstance = this.adapterHost.httpAdapter.getInstance();
    void fastify.register(fastifyStatic, {
      root: this.settings.webRoot,
      serve: false,
      preCompressed: true,
      suppressWarning: true,
    });
    fastify.route({
      method: ['GET', 'HEAD'],
      url: '/*',
      handler: (request, reply) => this.serve(request, reply),
    });
  }

  private async serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const [path = '/'] = request.url.split('?', 1);
    const redirect = redirectOf(path);
    if (redirect !== null) return reply.redirect(redirect, 308);
    const found = webFileOf(path);
    if (found === null || !(await this.exists(found.file))) {
      reply.callNotFound();
      return reply;
    }
    if (found.file === CONSOLE_PAGE) return this.serveConsole(reply);
    if (!found.immutable)
      return reply.header('Cache-Control', 'no-cache').sendFile(found.file, { cacheControl: false });
    return reply.sendFile(found.file, { maxAge: A_YEAR_MS, immutable: true });
  }

  /** The console's component library writes styles at run time; they are let in by a nonce, another in each answer. */
  private async serveConsole(reply: FastifyReply): Promise<FastifyReply> {
    const nonce = randomBytes(18).toString('base64');
    const page = await readFile(join(this.settings.webRoot, CONSOLE_PAGE), 'utf8');
    return reply
      .header('Cache-Control', 'no-store')
      .header('Content-Security-Policy', contentSecurityPolicy(`'self' 'nonce-${nonce}'`))
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE_PLACE, nonce));
  }

  private async exists(file: string): Promise<boolean> {
    try {
      return (await stat(join(this.settings.webRoot, file))).isFile();
    } catch {
      return false;
    }
  }
}
