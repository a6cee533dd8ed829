import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  outboxFetch,
  type OutboxFetchAnswer,
  type OutboxFetchQuestion,
  outboxList,
  type OutboxListAnswer,
  type OutboxListQuestion,
} from './catch-up.requests.js';
import type { ServiceName } from './definitions.js';
import { RequestServer } from './request-server.js';
import { SERVICE_NAME } from './service-name.js';

interface OutboxEventRow {
  id: string;
  subject: string;
  aggregate_id: string;
  occurred_at: Date;
  request_id: string | null;
  payload: object;
}

/** Lets other services read this one's outbox when they catch up. */
@Injectable()
export class OutboxReader implements OnApplicationBootstrap {
  constructor(
    @Inject(SERVICE_NAME) private readonly service: ServiceName,
    private readonly dataSource: DataSource,
    private readonly server: RequestServer,
  ) {}

  onApplicationBootstrap(): void {
    this.server.serve(outboxList(this.service), (question) => this.list(question));
    this.server.serve(outboxFetch(this.service), (question) => this.fetch(question));
  }

  private async list(question: OutboxListQuestion): Promise<OutboxListAnswer> {
    const entries: { seq: string; id: string }[] = await this.dataSource.query(
      `SELECT seq, id FROM outbox
        WHERE seq > $1 AND subject = ANY($2) AND occurred_at < clock_timestamp() - $3 * interval '1 millisecond'
        ORDER BY seq LIMIT $4`,
      [question.afterSeq, question.subjects, question.olderThanMs, question.limit],
    );
    return { entries };
  }

  private async fetch(question: OutboxFetchQuestion): Promise<OutboxFetchAnswer> {
    const rows: OutboxEventRow[] = await this.dataSource.query(
      `SELECT id, subject, aggregate_id, occurred_at, request_id, payload FROM outbox WHERE id = ANY($1) ORDER BY seq`,
      [question.ids],
    );
    return {
      events: rows.map((row) => ({
        id: row.id,
        subject: row.subject,
        aggregateId: row.aggregate_id,
        occurredAt: row.occurred_at.toISOString(),
        requestId: row.request_id ?? undefined,
        payload: row.payload,
      })),
    };
  }
}
