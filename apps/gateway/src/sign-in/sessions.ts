import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource, type EntityManager } from 'typeorm';
import { SessionKeys } from '@app/common/auth/session-keys.js';
import { signSession, verifySession, type Session } from '@app/common/auth/session-token.js';
import { newId } from '@app/common/persistence/id.js';
import { isAlive, isSeenAnew, isToBeRenewed, tokenEnd } from './domain/session-life.js';
import { MachineClock } from './machine-clock.js';
import { SessionKeyStore } from './session-key-store.js';
import { SessionRepository, type StoredSession } from './session.repository.js';

const MOST_SESSIONS = 10_000;
/** So long may a session that was ended elsewhere, or whose owner was taken out of use, still pass here. */
const LOOKED_UP_FOR_MS = 5_000;
const LONGEST_TOKEN = 2_000;
const LONG_AGO = new Date(0);

/** What the gateway does with the token of a request before anybody else sees it. */
export type TokenVerdict =
  { readonly kind: 'good' } | { readonly kind: 'renewed'; readonly token: string } | { readonly kind: 'over' };

/** Sessions of staff: started, looked after while they are used, ended. */
@Injectable()
export class Sessions {
  private readonly tokens = new LRUCache<string, Session>({ max: MOST_SESSIONS });
  private readonly looked = new LRUCache<string, StoredSession>({ max: MOST_SESSIONS, ttl: LOOKED_UP_FOR_MS });

  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionRepository,
    private readonly store: SessionKeyStore,
    private readonly keys: SessionKeys,
    private readonly clock: MachineClock,
  ) {}

  /**
   * Starts a session in the transaction of the sign-in.
   * @returns its token
   */
  async start(em: EntityManager, staff: StoredSession['staff']): Promise<string> {
    const now = this.clock.now();
    const id = newId();
    await this.sessions.start(em, id, staff.id, now);
    return this.sign({ id, staff, startedAt: now, lastSeenAt: now, endedAt: null }, now);
  }

  /** Ends the session of a token. @returns whether it had not ended before */
  async end(em: EntityManager, sid: string): Promise<boolean> {
    this.looked.delete(sid);
    return this.sessions.end(em, sid, this.clock.now());
  }

  /** What a token says, whether or not its time is over; null if it is none of ours. */
  async read(token: string): Promise<Session | null> {
    if (token.length > LONGEST_TOKEN) return null;
    const known = this.tokens.get(token);
    if (known) return known;
    const session = await verifySession(token, (kid) => this.keys.find(kid), LONG_AGO);
    if (session) this.tokens.set(token, session);
    return session;
  }

  /** Judges the token of a request by its session, and renews it while the session is alive. */
  async judge(token: string): Promise<TokenVerdict> {
    const session = await this.read(token);
    if (session === null) return { kind: 'over' };
    const now = this.clock.now();
    const stored = await this.lookUp(session.sid);
    if (stored === null || !stored.staff.active || !isAlive(stored, now)) return { kind: 'over' };
    if (isSeenAnew(stored, now)) {
      await this.sessions.seen(this.dataSource.manager, stored.id, now);
      this.looked.set(stored.id, { ...stored, lastSeenAt: now });
    }
    if (!isToBeRenewed(session.expiresAt, now)) return { kind: 'good' };
    return { kind: 'renewed', token: await this.sign(stored, now) };
  }

  private async lookUp(sid: string): Promise<StoredSession | null> {
    const known = this.looked.get(sid);
    if (known) return known;
    const stored = await this.sessions.find(this.dataSource.manager, sid);
    if (stored) this.looked.set(sid, stored);
    return stored;
  }

  private async sign({ id, staff, startedAt }: StoredSession, now: Date): Promise<string> {
    const actor = {
      kind: 'staff',
      id: staff.id,
      name: staff.displayName,
      roles: staff.roles,
      unitId: staff.unitId,
    } as const;
    return signSession({ actor, sid: id, expiresAt: tokenEnd({ startedAt }, now) }, await this.store.signingKey());
  }
}
