import type { JWK } from 'jose';
import type { Role, StaffActor } from '../auth/actor.js';
import { SessionKeySource } from '../auth/session-keys.js';
import { newSessionKey, signSession, type SessionKey } from '../auth/session-token.js';
import { newId } from '../persistence/id.js';

/**
 * Sessions for specs that have no gateway: provide it in place of the service's SessionKeySource
 * (`.overrideProvider(SessionKeySource).useValue(sessions)`) and send what `headersFor` gives.
 */
export class TestSessions extends SessionKeySource {
  private constructor(private readonly key: SessionKey) {
    super();
  }

  static async create(): Promise<TestSessions> {
    return new TestSessions(await newSessionKey());
  }

  keys(): Promise<readonly JWK[]> {
    return Promise.resolve([this.key.publicJwk]);
  }

  /** A session token of ten minutes. */
  async tokenFor(actor: StaffActor): Promise<string> {
    const expiresAt = new Date(Date.now() + 10 * 60_000);
    return signSession({ actor, sid: newId(), expiresAt }, this.key.privateJwk);
  }

  /** Request headers of a member of staff as the console sends them. */
  async headersFor(actor: StaffActor): Promise<Record<string, string>> {
    return { cookie: `sunline_session=${await this.tokenFor(actor)}`, 'x-sunline-csrf': '1' };
  }
}

/** A member of staff for specs. */
export function staff(role: Role, over: Partial<Omit<StaffActor, 'kind'>> = {}): StaffActor {
  return { kind: 'staff', id: newId(), name: role, roles: [role], unitId: newId(), ...over };
}
