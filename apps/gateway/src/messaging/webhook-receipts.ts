import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@app/common/time/clock.js';

/** What was answered to a provider's webhook: a replay gets the same answer and has no second effect. */
@Injectable()
export class WebhookReceipts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `effect` once per key, in the transaction that records the key with the answer.
   * @param key the provider's id of what happened, such as MessageSid and status
   * @returns the answer, the second time the stored one
   */
  async once(key: string, effect: (em: EntityManager, now: Date) => Promise<string>): Promise<string> {
    const now = this.clock.now();
    return this.dataSource.transaction(async (em) => {
      const claimed = await em.query<unknown[]>(
        `INSERT INTO webhook_receipt (key, answer, received_at) VALUES ($1, '', $2) ON CONFLICT DO NOTHING RETURNING 1`,
        [key, now],
      );
      if (claimed.length === 0) return this.stored(em, key);
      const answer = await effect(em, now);
      await em.query('UPDATE webhook_receipt SET answer = $2 WHERE key = $1', [key, answer]);
      return answer;
    });
  }

  /** Forgets what came in before. */
  async prune(em: EntityManager, before: Date): Promise<void> {
    await em.query('DELETE FROM webhook_receipt WHERE received_at < $1', [before]);
  }

  private async stored(em: EntityManager, key: string): Promise<string> {
    const rows = await em.query<{ answer: string }[]>('SELECT answer FROM webhook_receipt WHERE key = $1', [key]);
    return rows[0]?.answer ?? '';
  }
}
