import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '@app/common/auth/actor.js';
import type { SessionLife } from './domain/session-life.js';

/** A session with who is signed in, as the directory has them now. */
export interface StoredSession extends SessionLife {
  readonly id: string;
  readonly staff: {
    readonly id: string;
    readonly displayName: string;
    readonly roles: Role[];
    readonly unitId: string;
    readonly active: boolean;
  };
}

interface SessionRow {
  readonly started_at: Date;
  readonly last_seen_at: Date;
  readonly ended_at: Date | null;
  readonly staff_id: string;
  readonly display_name: string;
  readonly roles: Role[];
  readonly unit_id: string;
  readonly active: boolean;
}

@Injectable()
export class SessionRepository {
  async start(em: EntityManager, id: string, staffId: string, now: Date): Promise<void> {
    await em.query('INSERT INTO session (id, staff_id, started_at, last_seen_at) VALUES ($1, $2, $3, $3)', [
      id,
      staffId,
      now,
    ]);
  }

  async find(em: EntityManager, id: string): Promise<StoredSession | null> {
    const rows = await em.query<SessionRow[]>(
      `SELECT s.started_at, s.last_seen_at, s.ended_at, s.staff_id, p.display_name, p.roles, p.unit_id, p.active
         FROM session s JOIN staff p ON p.id = s.staff_id WHERE s.id = $1`,
      [id],
    );
    const row = rows[0];
    if (row === undefined) return null;
    const { staff_id: staffId, display_name: displayName, roles, unit_id: unitId, active } = row;
    return {
      id,
      startedAt: row.started_at,
      lastSeenAt: row.last_seen_at,
      endedAt: row.ended_at,
      staff: { id: staffId, displayName, roles, unitId, active },
    };
  }

  async seen(em: EntityManager, id: string, now: Date): Promise<void> {
    await em.query('UPDATE session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2', [id, now]);
  }

  /** @returns whether it had not ended before */
  async end(em: EntityManager, id: string, now: Date): Promise<boolean> {
    const [, ended]: [unknown, number] = await em.query(
      'UPDATE session SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL',
      [id, now],
    );
    return ended > 0;
  }

  /** Ends every session of a member of staff. */
  async endAllOf(em: EntityManager, staffId: string, now: Date): Promise<void> {
    await em.query('UPDATE session SET ended_at = $2 WHERE staff_id = $1 AND ended_at IS NULL', [staffId, now]);
  }

  /** Forgets sessions that started before. */
  async prune(em: EntityManager, before: Date): Promise<void> {
    await em.query('DELETE FROM session WHERE started_at < $1', [before]);
  }
}
