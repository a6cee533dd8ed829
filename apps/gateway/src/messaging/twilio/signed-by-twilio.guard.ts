import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import twilio from 'twilio';
import { DomainError } from '@app/common/http/problem.js';
import { GatewaySettings } from '../../gateway.settings.js';

/** 403: not sent by Twilio, or not to this address. */
export class BadSignature extends DomainError {
  constructor() {
    super('bad-signature', 403);
  }
}

/** Lets a webhook through when Twilio has signed it: on the exact public URL, query included, and all its fields. */
@Injectable()
export class SignedByTwilioGuard implements CanActivate {
  constructor(private readonly settings: GatewaySettings) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const signature = request.headers['x-twilio-signature'];
    const url = this.settings.publicUrl + request.originalUrl;
    const fields = request.body;
    const signed =
      typeof signature === 'string' &&
      typeof fields === 'object' &&
      fields !== null &&
      twilio.validateRequest(this.settings.twilio.authToken, signature, url, { ...fields });
    if (!signed) throw new BadSignature();
    return true;
  }
}
