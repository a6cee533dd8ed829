import { describe, expect, it } from '@jest/globals';
import type { JWK } from 'jose';
import { ServiceUnavailable } from '../http/problem.js';
import { staff } from '../testing/test-sessions.js';
import { SessionKeys, SessionKeySource } from './session-keys.js';
import { newSessionKey, signSession, type SessionKey } from './session-token.js';
import { SessionVerifier } from './session-verifier.js';

class Gateway extends SessionKeySource {
  asked = 0;
  away = false;
  constructor(public list: SessionKey[]) {
    super();
  }
  keys(): Promise<JWK[]> {
    this.asked += 1;
    if (this.away) return Promise.reject(new ServiceUnavailable());
    return Promise.resolve(this.list.map(({ publicJwk }) => publicJwk));
  }
}

const MINUTE = 60_000;

describe('the public keys of sessions', () => {
  it('are asked for once, however many want them at once', async () => {
    const key = await newSessionKey();
    const gateway = new Gateway([key]);
    const keys = new SessionKeys(gateway);
    const found = await Promise.all([keys.find(key.kid, 0), keys.find(key.kid, 0), keys.find(key.kid, 1)]);
    expect(found.every((one) => one !== undefined)).toBe(true);
    expect(gateway.asked).toBe(1);
  });

  it('are asked for again when an unknown one turns up, but not for every made-up id', async () => {
    const [first, second] = await Promise.all([newSessionKey(), newSessionKey()]);
    const gateway = new Gateway([first]);
    const keys = new SessionKeys(gateway);
    await keys.find(first.kid, 0);
    gateway.list = [second, first];
    for (let i = 0; i < 50; i++) expect(await keys.find(`made-up-${i}`, i)).toBeUndefined();
    expect(gateway.asked).toBe(1);
    expect(await keys.find(second.kid, 6_000)).toBeDefined();
    expect(gateway.asked).toBe(2);
  });

  it('outlive an absent gateway, and are forgotten when it withdraws them', async () => {
    const key = await newSessionKey();
    const gateway = new Gateway([key]);
    const keys = new SessionKeys(gateway);
    await keys.find(key.kid, 0);
    gateway.away = true;
    expect(await keys.find(key.kid, 11 * MINUTE)).toBeDefined();
    expect(await keys.find(key.kid, 11 * MINUTE + 1)).toBeDefined();
    expect(gateway.asked).toBe(2);
    gateway.away = false;
    gateway.list = [];
    expect(await keys.find(key.kid, 12 * MINUTE)).toBeUndefined();
  });

  it('that were never had leave the service unable to tell', async () => {
    const gateway = new Gateway([]);
    gateway.away = true;
    await expect(new SessionKeys(gateway).find('k')).rejects.toBeInstanceOf(ServiceUnavailable);
  });
});

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

describe('a session token', () => {
  it('is verified once and remembered until it is over', async () => {
    const key = await newSessionKey();
    const verifier = new SessionVerifier(new SessionKeys(new Gateway([key])));
    const actor = staff('inspector', { name: '李' });
    const expiresAt = new Date('2030-01-01T00:00:00Z');
    const token = await signSession({ actor, sid: 's1', expiresAt }, key.privateJwk);
    const before = new Date(expiresAt.getTime() - 1);
    expect(await verifier.verify(token, before)).toEqual({ actor, sid: 's1', expiresAt });
    expect(await verifier.verify(token, before)).toBe(await verifier.verify(token, before));
    expect(await verifier.verify(token, expiresAt)).toBeNull();
  });

  it('of another algorithm, of no algorithm or of endless length is none', async () => {
    const key = await newSessionKey();
    const verifier = new SessionVerifier(new SessionKeys(new Gateway([key])));
    const claims = part({ iss: 'sunline', sub: 'x', name: 'x', roles: ['admin'], unitId: 'u', sid: 's', exp: 9e9 });
    for (const alg of ['none', 'HS256']) {
      expect(await verifier.verify(`${part({ alg, kid: key.kid })}.${claims}.AAAA`)).toBeNull();
    }
    expect(await verifier.verify('a'.repeat(3_000))).toBeNull();
  });
});
