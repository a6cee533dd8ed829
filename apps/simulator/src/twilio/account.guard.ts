import { timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SimulatorSettings } from '../simulator.settings.js';
import { authenticate } from './twilio-error.js';

/** Basic authentication with account and token, for the account of the path. */
@Injectable()
export class AccountGuard implements CanActivate {
  constructor(private readonly settings: SimulatorSettings) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { account: string } }>>();
    const { accountSid, authToken } = this.settings;
    const expected = Buffer.from(`Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`);
    const given = Buffer.from(request.headers.authorization ?? '');
    const known = given.length === expected.length && timingSafeEqual(given, expected);
    if (!known || request.params.account !== accountSid) throw authenticate();
    return true;
  }
}
