import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import { currentRequestId } from '../http/request-id.js';
import { newId } from '../persistence/id.js';
import type { Columns } from '../persistence/recordset.js';
import type { EventDefinition } from './definitions.js';

/** What an event brings to its row of `outbox`, for a hot path's statement that takes rows as JSON. */
export const EVENT_COLUMNS: Columns = [
  ['id', 'uuid'],
  ['subject', 'text'],
  ['payload', 'jsonb'],
];

/** Its key in what TypeORM keeps beside a transaction. */
const CARRIES_EVENTS = 'carriesEvents';

/** Whether a transaction has added events to the outbox. */
export function carriesEvents({ data }: Pick<QueryRunner, 'data'>): boolean {
  return data[CARRIES_EVENTS] === true;
}

/** What a service has to tell the others, written in the transaction of its effect. */
@Injectable()
export class Outbox {
  /**
   * Adds an event to the transaction of `em`; the relay publishes it after the commit.
   * @param aggregateId events of one aggregate are published and taken in the order they were added
   */
  async add<P extends object>(
    em: EntityManager,
    event: EventDefinition<P>,
    aggregateId: string,
    payload: P,
  ): Promise<void> {
    await em.query('INSERT INTO outbox (id, subject, aggregate_id, payload, request_id) VALUES ($1, $2, $3, $4, $5)', [
      newId(),
      event.subject,
      aggregateId,
      JSON.stringify(payload),
      currentRequestId() ?? null,
    ]);
    if (em.queryRunner) em.queryRunner.data[CARRIES_EVENTS] = true;
  }
}
