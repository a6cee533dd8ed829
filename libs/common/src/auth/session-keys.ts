import { Injectable } from '@nestjs/common';
import type { CryptoKey, JWK } from 'jose';
import { Nothing, SessionKeyListRequest } from '../contracts/requests.js';
import { RequestClient } from '../messaging/request-client.js';
import { publicKeyFrom } from './session-token.js';

/** Where a service gets the public keys of session tokens. */
export abstract class SessionKeySource {
  /** All keys whose tokens may still be valid. */
  abstract keys(): Promise<readonly JWK[]>;
}

/** Asks the gateway, which owns the private halves, over NATS. */
@Injectable()
export class AskedSessionKeys extends SessionKeySource {
  constructor(private readonly requests: RequestClient) {
    super();
  }

  async keys(): Promise<readonly JWK[]> {
    const { keys } = await this.requests.ask(SessionKeyListRequest, new Nothing());
    return keys;
  }
}

/** An unknown key id asks again, but never more often than this: anybody can make up ids. */
const ASK_AT_MOST_EVERY_MS = 5_000;
/** So that a key taken out of service stops working everywhere. */
const ASK_AT_LEAST_EVERY_MS = 10 * 60_000;

/** The public keys as last asked for. Outlives an absent gateway: what is known stays good. */
@Injectable()
export class SessionKeys {
  private known = new Map<string, CryptoKey>();
  private askedAt = -Infinity;
  private asking: Promise<void> | null = null;

  constructor(private readonly source: SessionKeySource) {}

  /**
   * The key of an id.
   * @param now milliseconds of a clock that does not jump
   * @throws ServiceUnavailable if no key is known yet and the gateway cannot be asked
   */
  async find(kid: string, now: number = performance.now()): Promise<CryptoKey | undefined> {
    const age = now - this.askedAt;
    const key = this.known.get(kid);
    if (key !== undefined && age < ASK_AT_LEAST_EVERY_MS) return key;
    if (age >= ASK_AT_MOST_EVERY_MS || this.known.size === 0) await this.ask(now);
    return this.known.get(kid);
  }

  private async ask(now: number): Promise<void> {
    this.asking ??= this.refresh(now).finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async refresh(now: number): Promise<void> {
    try {
      const jwks = await this.source.keys();
      const pairs = await Promise.all(jwks.map(async (jwk) => [jwk.kid ?? '', await publicKeyFrom(jwk)] as const));
      this.known = new Map(pairs);
      this.askedAt = now;
    } catch (error) {
      if (this.known.size === 0) throw error;
      this.askedAt = now - ASK_AT_LEAST_EVERY_MS + ASK_AT_MOST_EVERY_MS;
    }
  }
}
