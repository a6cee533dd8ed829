import { BreachRecorded, type BreachRecordedPayload } from '@app/common/contracts/hotline.events.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Limits the hotline found broken; they feed the assessment of the units (domain.md §4, assessment). */
@Injectable()
export class Breaches {
  @OnEvent(BreachRecorded)
  async record(em: EntityManager, { payload }: ReceivedEvent<BreachRecordedPayload>): Promise<void> {
    const { breachId, ticketId, unitId, kind, recordedAt } = payload;
    await em.query(
      `INSERT INTO breach (id, ticket_id, unit_id, kind, recorded_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [breachId, ticketId, unitId ?? null, kind, recordedAt],
    );
  }
}
