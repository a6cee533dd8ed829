import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventTaker, type RawEvent } from './event-taker.js';

interface DeadLetterRow {
  event_id: string;
  subject: string;
  aggregate_id: string;
  payload: unknown;
  request_id: string | null;
  occurred_at: Date;
}

/** Events that kept failing, set aside so that they hold up no others, until somebody replays them. */
@Injectable()
export class DeadLetters {
  private readonly logger = new Logger(DeadLetters.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly taker: EventTaker,
  ) {}

  async setAside(event: RawEvent, error: unknown): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO dead_letter (event_id, subject, aggregate_id, payload, request_id, occurred_at, error)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (event_id) DO UPDATE SET error = excluded.error, set_aside_at = clock_timestamp(), replayed_at = NULL`,
      [
        event.id,
        event.subject,
        event.aggregateId,
        JSON.stringify(event.payload),
        event.requestId ?? null,
        event.occurredAt,
        String(error),
      ],
    );
    this.logger.error(`${event.subject} ${event.id} was set aside: ${String(error)}`);
  }

  /**
   * Takes the events set aside once more, the oldest first; one that fails again stays.
   * @param eventId one event only
   */
  async replay(eventId?: string): Promise<{ replayed: number; failed: number }> {
    const rows: DeadLetterRow[] = await this.dataSource.query(
      `SELECT event_id, subject, aggregate_id, payload, request_id, occurred_at FROM dead_letter
        WHERE replayed_at IS NULL AND ($1::uuid IS NULL OR event_id = $1) ORDER BY occurred_at, event_id LIMIT 1000`,
      [eventId ?? null],
    );
    let failed = 0;
    for (const row of rows) {
      const event: RawEvent = {
        id: row.event_id,
        subject: row.subject,
        aggregateId: row.aggregate_id,
        occurredAt: row.occurred_at,
        requestId: row.request_id ?? undefined,
        payload: row.payload,
      };
      try {
        await this.taker.take(event);
        await this.dataSource.query('UPDATE dead_letter SET replayed_at = clock_timestamp() WHERE event_id = $1', [
          row.event_id,
        ]);
      } catch (error) {
        failed += 1;
        await this.setAside(event, error);
      }
    }
    return { replayed: rows.length - failed, failed };
  }
}
