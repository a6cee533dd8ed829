import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { SessionKeys } from './session-keys.js';
import { verifySession, type Session } from './session-token.js';

const MOST_SESSIONS = 10_000;
/** Longer than any token of ours: not worth a look. */
const LONGEST_TOKEN = 2_000;

/**
 * Verifies session tokens without asking anybody: signature and expiry, by the gateway's public keys. A verified token
 * is remembered until it is over. Sessions end by the machine's time, not by the office's, which a demo may shift.
 */
@Injectable()
export class SessionVerifier {
  private readonly verified = new LRUCache<string, Session>({ max: MOST_SESSIONS });

  constructor(private readonly keys: SessionKeys) {}

  /**
   * The session of a token; null if it is not ours, was changed, or is over.
   * @throws ServiceUnavailable if the keys have never been had and cannot be asked for
   */
  async verify(token: string, now: Date = new Date()): Promise<Session | null> {
    if (token.length > LONGEST_TOKEN) return null;
    const known = this.verified.get(token);
    if (known !== undefined) return known.expiresAt > now ? known : null;
    const session = await verifySession(token, (kid) => this.keys.find(kid), now);
    if (session !== null) this.verified.set(token, session);
    return session;
  }
}
