import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayMove, type ReportedStatus } from './domain/delivery.js';
import { OutgoingRepository } from './outgoing.repository.js';

export interface DeliveryReport {
  /** Our own id, where the provider carried it. */
  readonly messageId: string | null;
  readonly providerId: string;
  readonly status: ReportedStatus;
  readonly errorCode: string | null;
}

/** Takes what the provider reports of messages it has; statuses only move forward. */
@Injectable()
export class DeliveryReports {
  constructor(private readonly journal: OutgoingRepository) {}

  /** A report of a message that is not in the journal, or of a status it has left behind, changes nothing. */
  async take(em: EntityManager, report: DeliveryReport, now: Date): Promise<void> {
    const { messageId, providerId, status, errorCode } = report;
    const message = await this.journal.lock(em, { id: messageId, providerId });
    if (message === null || !mayMove(message.status, status)) return;
    await this.journal.change(em, message.id, { status, providerId, errorCode }, now);
  }
}
