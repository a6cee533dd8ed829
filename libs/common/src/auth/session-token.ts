import {
  calculateJwkThumbprint,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JWK,
} from 'jose';
import { ROLES, type Role, type StaffActor } from './actor.js';

/** Name of the cookie that carries the session token. */
export const SESSION_COOKIE = 'sunline_session';

const ALGORITHM = 'EdDSA';
const ISSUER = 'sunline';

/** What a session token says. */
export interface Session {
  readonly actor: StaffActor;
  /** Id of the session itself. */
  readonly sid: string;
  readonly expiresAt: Date;
}

/** A key that signs sessions, and its public half as the other services get it. */
export interface SessionKey {
  readonly kid: string;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

/** Makes a new Ed25519 key; its id is its thumbprint (RFC 7638). */
export async function newSessionKey(): Promise<SessionKey> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const named = { kid, alg: ALGORITHM, use: 'sig' };
  return { kid, privateJwk: { ...(await exportJWK(privateKey)), ...named }, publicJwk: { ...publicJwk, ...named } };
}

/**
 * Signs a session token, a JWT that every service verifies for itself.
 * @throws Error if the key is not a private Ed25519 key with its id
 */
export async function signSession(session: Session, privateJwk: JWK): Promise<string> {
  if (privateJwk.kid === undefined) throw new Error('A session key needs its id (kid)');
  const { actor, sid, expiresAt } = session;
  return new SignJWT({ name: actor.name, roles: actor.roles, unitId: actor.unitId, sid })
    .setProtectedHeader({ alg: ALGORITHM, kid: privateJwk.kid })
    .setSubject(actor.id)
    .setIssuer(ISSUER)
    .setIssuedAt()
    .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
    .sign(await importJWK(privateJwk, ALGORITHM));
}

/** Gives the public key of an id; undefined for an id nobody knows. */
export type PublicKeyOf = (kid: string) => Promise<CryptoKey | undefined>;

/**
 * Verifies a session token.
 * @returns the session, or null for a token that is not ours, was changed, or is over
 * @throws whatever `publicKeyOf` throws
 */
export async function verifySession(
  token: string,
  publicKeyOf: PublicKeyOf,
  now: Date = new Date(),
): Promise<Session | null> {
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = kid === undefined ? undefined : await publicKeyOf(kid);
        if (key === undefined) throw new errors.JWKSNoMatchingKey();
        return key;
      },
      { algorithms: [ALGORITHM], issuer: ISSUER, currentDate: now, requiredClaims: ['sub', 'exp'] },
    );
    return sessionOf(payload);
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

/** A public key as `verifySession` uses it. */
export async function publicKeyFrom(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('A session key must be an Ed25519 key');
  return key;
}

function sessionOf(claims: Record<string, unknown>): Session | null {
  const { sub, name, roles, unitId, sid, exp } = claims;
  if (typeof sub !== 'string' || typeof name !== 'string' || typeof unitId !== 'string') return null;
  if (typeof sid !== 'string' || typeof exp !== 'number' || !Array.isArray(roles) || !roles.every(isRole)) return null;
  return { actor: { kind: 'staff', id: sub, name, roles, unitId }, sid, expiresAt: new Date(exp * 1000) };
}

function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}
