import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface TimerSetting {
  /** What is due, e.g. `interview.overdue`; an `@OnTimer` method of this service takes it. */
  readonly kind: string;
  /** Of which item: its id. One timer per kind and key. */
  readonly key: string;
  readonly dueAt: Date;
  readonly payload?: object;
}

/** Durable timers: rows that move in the transaction of what they watch. */
@Injectable()
export class Timers {
  /** Sets the timer, or moves it if it is set already. */
  async set(em: EntityManager, timer: TimerSetting): Promise<void> {
    await em.query(
      `INSERT INTO timer (kind, key, due_at, payload) VALUES ($1, $2, $3, $4)
       ON CONFLICT (kind, key) DO UPDATE
         SET due_at = excluded.due_at, payload = excluded.payload, leased_until = NULL, attempts = 0, last_error = NULL`,
      [timer.kind, timer.key, timer.dueAt, JSON.stringify(timer.payload ?? {})],
    );
  }

  /** Cancels it; nothing happens if it is not set. */
  async cancel(em: EntityManager, kind: string, key: string): Promise<void> {
    await em.query('DELETE FROM timer WHERE kind = $1 AND key = $2', [kind, key]);
  }
}
