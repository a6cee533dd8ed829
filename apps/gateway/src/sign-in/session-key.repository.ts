import type { JWK } from 'jose';
import type { EntityManager } from 'typeorm';

/** A key as it is kept; its private half is sealed. */
export interface StoredKey {
  readonly id: string;
  readonly publicKey: JWK;
  readonly sealedPrivateKey: string;
  readonly createdAt: Date;
}

export class SessionKeyRepository {
  /** Two gateways at once wait for each other until the transaction ends: they make one key. */
  async lock(em: EntityManager): Promise<void> {
    await em.query('LOCK TABLE session_key IN SHARE ROW EXCLUSIVE MODE');
  }

  /** The newest first. */
  async all(em: EntityManager): Promise<StoredKey[]> {
    return em.query<StoredKey[]>(
      `SELECT id, public_key AS "publicKey", sealed_private_key AS "sealedPrivateKey", created_at AS "createdAt"
         FROM session_key ORDER BY created_at DESC`,
    );
  }

  async add(em: EntityManager, key: StoredKey): Promise<void> {
    await em.query('INSERT INTO session_key (id, public_key, sealed_private_key, created_at) VALUES ($1, $2, $3, $4)', [
      key.id,
      JSON.stringify(key.publicKey),
      key.sealedPrivateKey,
      key.createdAt,
    ]);
  }

  /** Forgets the keys that were followed by another one before an instant. */
  async forget(em: EntityManager, followedBefore: Date): Promise<void> {
    await em.query(
      `DELETE FROM session_key AS old USING session_key AS next
        WHERE next.created_at > old.created_at AND next.created_at < $1`,
      [followedBefore],
    );
  }
}
