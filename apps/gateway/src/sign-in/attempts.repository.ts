import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import type { Attempts } from './domain/lockout.js';

interface AttemptsRow {
  readonly subject: string;
  readonly failures: number;
  readonly last_failure_at: Date | null;
  readonly locked_until: Date | null;
}

/** Wrong passwords by subject: an account or a client address. */
@Injectable()
export class AttemptsRepository {
  constructor(private readonly sealedBox: SealedBox) {}

  /** The subject under which wrong passwords for a sign-in name are counted, whether or not there is such an account. */
  accountSubject(signInName: string): string {
    return `account:${this.sealedBox.fingerprint(signInName)}`;
  }

  /** Until when a sign-in name is locked; null if it is not. */
  async accountLockedUntil(em: EntityManager, signInName: string, now: Date): Promise<Date | null> {
    const rows = await em.query<Pick<AttemptsRow, 'locked_until'>[]>(
      'SELECT locked_until FROM sign_in_attempts WHERE subject = $1 AND locked_until > $2',
      [this.accountSubject(signInName), now],
    );
    return rows[0]?.locked_until ?? null;
  }

  /** Forgets the wrong passwords for a sign-in name, and its lock. */
  async forgetAccount(em: EntityManager, signInName: string): Promise<void> {
    await em.query('DELETE FROM sign_in_attempts WHERE subject = $1', [this.accountSubject(signInName)]);
  }

  /** The counts of these subjects, locked until the transaction ends; in the order given. */
  async lock(em: EntityManager, subjects: readonly string[]): Promise<Attempts[]> {
    await em.query('INSERT INTO sign_in_attempts (subject) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [
      subjects,
    ]);
    const rows = await em.query<AttemptsRow[]>(
      'SELECT * FROM sign_in_attempts WHERE subject = ANY($1) ORDER BY subject FOR UPDATE',
      [subjects],
    );
    const bySubject = new Map(rows.map((row) => [row.subject, row]));
    return subjects.map((subject) => {
      const row = bySubject.get(subject);
      return {
        failures: row?.failures ?? 0,
        lastFailureAt: row?.last_failure_at ?? null,
        lockedUntil: row?.locked_until ?? null,
      };
    });
  }

  async set(em: EntityManager, subject: string, { failures, lastFailureAt, lockedUntil }: Attempts): Promise<void> {
    await em.query(
      'UPDATE sign_in_attempts SET failures = $2, last_failure_at = $3, locked_until = $4 WHERE subject = $1',
      [subject, failures, lastFailureAt, lockedUntil],
    );
  }

  /** Forgets subjects without a wrong password since `before`. */
  async prune(em: EntityManager, before: Date): Promise<void> {
    await em.query('DELETE FROM sign_in_attempts WHERE last_failure_at IS NULL OR last_failure_at < $1', [before]);
  }
}
