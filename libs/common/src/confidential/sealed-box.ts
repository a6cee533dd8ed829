import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { pooledRandom } from './pooled-random.js';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** A sealed text that cannot be opened: changed on the way, of an unknown key, or not sealed at all. */
export class CannotOpen extends Error {
  constructor(why: string) {
    super(`A sealed text cannot be opened: ${why}`);
    this.name = 'CannotOpen';
  }
}

interface BoxKey {
  readonly id: string;
  readonly seal: Buffer;
  readonly fingerprint: Buffer;
}

/**
 * Keeps names and numbers of citizens unreadable at rest and in transit (domain.md §5, confidentiality):
 * AES-256-GCM under a key derived from `IDENTITY_KEY`. A sealed text reads `v1.<key id>.<base64url of nonce,
 * ciphertext, tag>`; version and key id are authenticated too.
 *
 * Rotation: put the new key first and the old ones behind it (`IDENTITY_KEY=new,old`). New texts are sealed with the
 * first, all can be opened. Fingerprints are made with the **last**, the oldest key, so that look-ups go on working.
 */
export class SealedBox {
  private readonly keys: readonly [BoxKey, ...BoxKey[]];
  private readonly fingerprintKey: Buffer;

  /**
   * @param identityKey one or more 32-byte keys in base64, separated by commas, the one to seal with first
   * @throws Error if a key is missing or not 32 bytes
   */
  constructor(identityKey: string | undefined) {
    const [first, ...older] = (identityKey ?? '').split(',').map(boxKey);
    if (first === undefined) throw new Error('IDENTITY_KEY is empty');
    this.keys = [first, ...older];
    this.fingerprintKey = (older.at(-1) ?? first).fingerprint;
  }

  /** Seals a text; sealing the same text twice gives two different results. */
  seal(text: string): string {
    const [key] = this.keys;
    const head = `v1.${key.id}`;
    const nonce = pooledRandom(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key.seal, nonce).setAAD(Buffer.from(head));
    const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${head}.${body.toString('base64url')}`;
  }

  /**
   * Opens what `seal` has sealed.
   * @throws CannotOpen if it was changed, is sealed with a key we no longer have, or is no sealed text
   */
  open(sealed: string): string {
    const [version, keyId, encoded, ...rest] = sealed.split('.');
    if (version !== 'v1' || keyId === undefined || encoded === undefined || rest.length > 0) {
      throw new CannotOpen('unknown form');
    }
    const key = this.keys.find(({ id }) => id === keyId);
    if (key === undefined) throw new CannotOpen(`no key ${keyId.slice(0, 8)}`);
    const body = Buffer.from(encoded, 'base64url');
    if (body.length < NONCE_BYTES + TAG_BYTES) throw new CannotOpen('too short');
    const decipher = createDecipheriv('aes-256-gcm', key.seal, body.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(`${version}.${keyId}`))
      .setAuthTag(body.subarray(-TAG_BYTES));
    try {
      const text = Buffer.concat([decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      return text.toString('utf8');
    } catch {
      throw new CannotOpen('it was changed');
    }
  }

  /**
   * The same for the same text and key, and says nothing about the text to those without the key: to look up a phone
   * number without storing it readable. Give it the text in its normal form.
   * @returns 43 characters of base64url (HMAC-SHA-256)
   */
  fingerprint(text: string): string {
    return createHmac('sha256', this.fingerprintKey).update(text).digest('base64url');
  }
}

function boxKey(encoded: string): BoxKey {
  const master = BASE64.test(encoded.trim()) ? Buffer.from(encoded.trim(), 'base64') : Buffer.alloc(0);
  if (master.length !== KEY_BYTES) throw new Error('IDENTITY_KEY must be 32 bytes in base64');
  return {
    id: derive(master, 'sunline key id').subarray(0, 4).toString('hex'),
    seal: derive(master, 'sunline seal'),
    fingerprint: derive(master, 'sunline fingerprint'),
  };
}

function derive(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), purpose, KEY_BYTES));
}
