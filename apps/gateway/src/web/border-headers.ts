import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { NotFound } from '@app/common/http/problem.js';
import { GatewaySettings } from '../gateway.settings.js';
import { contentSecurityPolicy } from './content-security-policy.js';

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy("'self'"),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** What the border adds to every answer, and what it keeps inside. */
@Injectable()
export class BorderHeaders implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly settings: GatewaySettings,
  ) {}

  onModuleInit(): void {
    const fastify: FastifyInstance = this.adapterHost.httpAdapter.getInstance();
    const headers = this.settings.secure
      ? { ...HEADERS, 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }
      : HEADERS;
    fastify.addHook('onRequest', (request, reply, done) => {
      void reply.headers(headers);
      done(isMetricsFromOutside(request) ? new NotFound() : undefined);
    });
  }
}

/** Figures are for the machine itself; a proxy on the same machine that passes a request on says for whom. */
function isMetricsFromOutside(request: FastifyRequest): boolean {
  if (request.url.split('?', 1)[0] !== '/metrics') return false;
  const passedOn = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return passedOn || !LOOPBACK.has(request.socket.remoteAddress ?? '');
}
