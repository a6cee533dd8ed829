import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { deadLetterList, type DeadLetterListAnswer, deadLetterReplay } from './dead-letter.requests.js';
import type { ServiceName } from './definitions.js';
import { EventTaker, type RawEvent } from './event-taker.js';
import { RequestServer } from './request-server.js';
import { SERVICE_NAME } from './service-name.js';

const MOST_AT_ONCE = 100;

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
export class DeadLetters implements OnApplicationBootstrap {
  private readonly logger = new Logger(DeadLetters.name);

  constructor(
    @Inject(SERVICE_NAME) private readonly service: ServiceName,
    private readonly dataSource: DataSource,
    private readonly taker: EventTaker,
    private readonly server: RequestServer,
  ) {}

  onApplicationBootstrap(): void {
    this.server.serve(deadLetterList(this.service), () => this.list());
    this.server.serve(deadLetterReplay(this.service), ({ eventId }) => this.replay(eventId));
  }

  private async list(): Promise<DeadLetterListAnswer> {
    const rows: { event_id: string; subject: string; error: string; set_aside_at: Date }[] =
      await this.dataSource.query(
        `SELECT event_id, subject, error, set_aside_at FROM dead_letter
        WHERE replayed_at IS NULL ORDER BY occurred_at, event_id LIMIT ${MOST_AT_ONCE}`,
      );
    return {
      entries: rows.map((row) => ({
        eventId: row.event_id,
        subject: row.subject,
        error: row.error,
        setAsideAt: row.set_aside_at.toISOString(),
      })),
    };
  }

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
        WHERE replayed_at IS NULL AND ($1::uuid IS NULL OR event_id = $1) ORDER BY occurred_at, event_id LIMIT ${MOST_AT_ONCE}`,
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
