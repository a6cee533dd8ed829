import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { JWK } from 'jose';
import { DataSource, type EntityManager } from 'typeorm';
import { SessionKeySource } from '@app/common/auth/session-keys.js';
import { newSessionKey } from '@app/common/auth/session-token.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { SessionKeyListRequest, type SessionKeyList } from '@app/common/contracts/requests.js';
import { Answers } from '@app/common/messaging/answers.js';
import { forgottenIfFollowedBefore, isToBeFollowed } from './domain/key-life.js';
import { SessionKeyRepository, type StoredKey } from './session-key.repository.js';

/** After so long a key that another gateway has made is noticed, and signs here too. */
const READ_AGAIN_AFTER_MS = 60_000;

/**
 * The gateway's own keys: the first one made at its first start, a new one every few weeks. The private halves are
 * sealed, the public ones for everybody; those of earlier keys too, until no session can have a token of theirs.
 */
@Injectable()
export class SessionKeyStore extends SessionKeySource implements OnModuleInit {
  private readonly keysKept = new SessionKeyRepository();
  private signing: { readonly key: JWK; readonly readAt: number } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly sealedBox: SealedBox,
  ) {
    super();
  }

  async onModuleInit(): Promise<void> {
    this.use(await this.dataSource.transaction((em) => this.newestOrNew(em)));
  }

  /** The private key that new tokens are signed with. */
  async signingKey(): Promise<JWK> {
    const { signing } = this;
    if (signing !== undefined && performance.now() - signing.readAt < READ_AGAIN_AFTER_MS) return signing.key;
    const [newest] = await this.keysKept.all(this.dataSource.manager);
    if (newest === undefined) throw new Error('there is no session key');
    return this.use(newest);
  }

  /** Public keys, the newest first. */
  async keys(): Promise<JWK[]> {
    const kept = await this.keysKept.all(this.dataSource.manager);
    return kept.map(({ publicKey }) => publicKey);
  }

  @Answers(SessionKeyListRequest)
  async list(): Promise<SessionKeyList> {
    return { keys: await this.keys() };
  }

  /**
   * Makes a new key when the one that signs has done so for its days, and forgets those that no session needs any
   * more. Tokens of the new key are good everywhere at once: a service asks about a key it does not know.
   * @param now the machine's time, which sessions run on
   */
  async renew(em: EntityManager, { now, days }: { now: Date; days: number }): Promise<void> {
    await this.keysKept.lock(em);
    const [newest] = await this.keysKept.all(em);
    if (newest === undefined || isToBeFollowed(newest.createdAt, now, days)) {
      await this.make(em, now);
      // Read again after the commit; until then the key before it signs.
      this.signing = undefined;
    }
    await this.keysKept.forget(em, forgottenIfFollowedBefore(now));
  }

  private async newestOrNew(em: EntityManager): Promise<StoredKey> {
    await this.keysKept.lock(em);
    const [newest] = await this.keysKept.all(em);
    return newest ?? this.make(em, new Date());
  }

  private async make(em: EntityManager, now: Date): Promise<StoredKey> {
    const { kid, publicJwk, privateJwk } = await newSessionKey();
    const sealedPrivateKey = this.sealedBox.seal(JSON.stringify(privateJwk));
    const key = { id: kid, publicKey: publicJwk, sealedPrivateKey, createdAt: now };
    await this.keysKept.add(em, key);
    return key;
  }

  private use({ sealedPrivateKey }: StoredKey): JWK {
    const key: JWK = JSON.parse(this.sealedBox.open(sealedPrivateKey));
    this.signing = { key, readAt: performance.now() };
    return key;
  }
}
