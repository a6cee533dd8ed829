import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Recurring } from '../timers/on-timer.js';

const OUTBOX_DAYS = 30;
/** Longer than any outbox row lives: an event can never come back after its inbox entry is gone. */
const INBOX_DAYS = 60;
const MOST_AT_ONCE = 50_000;

/** Forgets events that every service has long taken. */
@Injectable()
export class MessagingRetention {
  @Recurring('messaging.retention', { cron: '30 3 * * *' })
  async prune(em: EntityManager): Promise<void> {
    await em.query(
      `DELETE FROM outbox WHERE seq IN (
         SELECT seq FROM outbox
          WHERE published_at IS NOT NULL AND occurred_at < clock_timestamp() - $1 * interval '1 day'
          ORDER BY seq LIMIT ${MOST_AT_ONCE})`,
      [OUTBOX_DAYS],
    );
    await em.query(
      `DELETE FROM inbox WHERE event_id IN (
         SELECT event_id FROM inbox WHERE received_at < clock_timestamp() - $1 * interval '1 day' LIMIT ${MOST_AT_ONCE})`,
      [INBOX_DAYS],
    );
  }
}
