import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cookieToken } from '@app/common/auth/access.guard.js';
import { GatewaySettings } from '../gateway.settings.js';
import { giveToken, replaceToken, takeToken } from './session-cookie.js';
import { Sessions } from './sessions.js';

/**
 * Stands before every route, our own and those behind the proxy: a token whose session is over is taken away, one that
 * is running out is silently renewed while its session is alive.
 */
@Injectable()
export class SessionGate implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly sessions: Sessions,
    private readonly settings: GatewaySettings,
  ) {}

  onModuleInit(): void {
    const fastify: FastifyInstance = this.adapterHost.httpAdapter.getInstance();
    fastify.addHook('onRequest', (request, reply) => this.pass(request, reply));
  }

  private async pass(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = cookieToken(request);
    if (token === undefined || !request.url.startsWith('/api/')) return;
    const verdict = await this.sessions.judge(token);
    const { secure } = this.settings;
    if (verdict.kind === 'over') {
      replaceToken(request, null);
      takeToken(reply, secure);
    } else if (verdict.kind === 'renewed') {
      replaceToken(request, verdict.token);
      giveToken(reply, verdict.token, secure);
    }
  }
}
