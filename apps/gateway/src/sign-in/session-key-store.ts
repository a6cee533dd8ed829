import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { JWK } from 'jose';
import { DataSource, type EntityManager } from 'typeorm';
import { SessionKeySource } from '@app/common/auth/session-keys.js';
import { newSessionKey } from '@app/common/auth/session-token.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { SessionKeyListRequest, type SessionKeyList } from '@app/common/contracts/requests.js';
import { Answers } from '@app/common/messaging/answers.js';

interface KeyRow {
  readonly public_key: JWK;
  readonly sealed_private_key: string;
}

/** The gateway's own keys: made at its first start, the private halves sealed, the public ones for everybody. */
@Injectable()
export class SessionKeyStore extends SessionKeySource implements OnModuleInit {
  private signing: JWK | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly sealedBox: SealedBox,
  ) {
    super();
  }

  async onModuleInit(): Promise<void> {
    const { sealed_private_key: sealed } = await this.dataSource.transaction((em) => this.newestOrNew(em));
    this.signing = JSON.parse(this.sealedBox.open(sealed));
  }

  /** The private key that new tokens are signed with. */
  signingKey(): JWK {
    if (this.signing === undefined) throw new Error('the session keys are not read yet');
    return this.signing;
  }

  /** Public keys, the newest first. */
  async keys(): Promise<JWK[]> {
    const rows = await this.rows(this.dataSource.manager);
    return rows.map((row) => row.public_key);
  }

  @Answers(SessionKeyListRequest)
  async list(): Promise<SessionKeyList> {
    return { keys: await this.keys() };
  }

  /** Two gateways starting at once make one key. */
  private async newestOrNew(em: EntityManager): Promise<KeyRow> {
    await em.query('LOCK TABLE session_key IN SHARE ROW EXCLUSIVE MODE');
    const [newest] = await this.rows(em);
    if (newest !== undefined) return newest;
    const { kid, publicJwk, privateJwk } = await newSessionKey();
    const row = { public_key: publicJwk, sealed_private_key: this.sealedBox.seal(JSON.stringify(privateJwk)) };
    await em.query(
      `INSERT INTO session_key (id, public_key, sealed_private_key, created_at)
       VALUES ($1, $2, $3, clock_timestamp())`,
      [kid, JSON.stringify(row.public_key), row.sealed_private_key],
    );
    return row;
  }

  private rows(em: EntityManager): Promise<KeyRow[]> {
    return em.query<KeyRow[]>('SELECT public_key, sealed_private_key FROM session_key ORDER BY created_at DESC');
  }
}
