import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '@app/common/auth/session-token.js';

/**
 * Gives the browser the token in a cookie no script can read, sent to us alone and never from a foreign page. It has
 * no lifetime of its own: it goes when the browser is closed, and its session by our own rules.
 * @param secure whether browsers reach us over TLS
 */
export function giveToken(reply: FastifyReply, token: string, secure: boolean): void {
  void reply.header('Set-Cookie', cookie(token, secure));
}

/** Takes the cookie back. */
export function takeToken(reply: FastifyReply, secure: boolean): void {
  void reply.header('Set-Cookie', `${cookie('', secure)}; Max-Age=0`);
}

/** Lets everything behind the border see another token, or none, instead of the one that came. */
export function replaceToken(request: FastifyRequest, token: string | null): void {
  const others = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && !pair.startsWith(`${SESSION_COOKIE}=`));
  const cookies = token === null ? others : [...others, `${SESSION_COOKIE}=${token}`];
  if (cookies.length === 0) delete request.raw.headers.cookie;
  else request.raw.headers.cookie = cookies.join('; ');
}

function cookie(token: string, secure: boolean): string {
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}
