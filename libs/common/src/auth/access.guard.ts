import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, Forbidden, Unauthenticated } from '../http/problem.js';
import { ROUTE_ACCESS, type ActingRequest, type RouteAccess } from './access.decorators.js';
import { hasRole } from './actor.js';
import { SESSION_COOKIE, type Session } from './session-token.js';
import { SessionVerifier } from './session-verifier.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
export const CSRF_HEADER = 'x-sunline-csrf';

/** 403: a change under a session cookie without the header that only our own pages can send. */
export class CsrfSuspected extends DomainError {
  constructor() {
    super('csrf', 403);
  }
}

/**
 * Reads the session (cookie or bearer token) of every request and lets it through to the routes its roles may call.
 * On a public route a session that cannot be relied on (over, or a cookie without the CSRF header) counts as none.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: SessionVerifier,
  ) {}

  /**
   * @throws Unauthenticated (401), CsrfSuspected or Forbidden (403)
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') {
      if (!csrfSuspected(request)) remember(request, await this.sessionOf(request).catch(() => null));
      return true;
    }
    const session = await this.sessionOf(request);
    if (session === null) throw new Unauthenticated();
    if (csrfSuspected(request)) throw new CsrfSuspected();
    if (access === undefined || !hasRole(session.actor, ...access)) throw new Forbidden();
    remember(request, session);
    return true;
  }

  private async sessionOf(request: ActingRequest): Promise<Session | null> {
    const token = bearerToken(request) ?? cookieToken(request);
    return token === undefined ? null : this.verifier.verify(token);
  }
}

function remember(request: ActingRequest, session: Session | null): void {
  if (session === null) return;
  request.actor = session.actor;
  request.sessionEndsAt = session.expiresAt;
}

/** A foreign page can make the browser send our cookie, but neither this header nor a bearer token. */
function csrfSuspected(request: ActingRequest): boolean {
  return (
    !SAFE_METHODS.has(request.method) && bearerToken(request) === undefined && request.headers[CSRF_HEADER] !== '1'
  );
}

function bearerToken(request: ActingRequest): string | undefined {
  return /^Bearer ([\w.-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** The session token in the request's cookies. */
export function cookieToken(request: ActingRequest): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.split('=', 2);
    if (name?.trim() === SESSION_COOKIE) return value?.trim();
  }
  return undefined;
}
