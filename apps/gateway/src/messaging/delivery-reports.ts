import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@app/common/time/clock.js';
import { mayComeFrom, type ReportedStatus } from './domain/delivery.js';
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
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: OutgoingRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * A report of a message that is not in the journal, or of a status it has left behind, changes nothing: nor does one
   * that comes again, so that no receipt is kept of it.
   */
  async take({ messageId, providerId, status, errorCode }: DeliveryReport): Promise<void> {
    await this.journal.move(
      this.dataSource.manager,
      { id: messageId, providerId },
      { status, providerId, errorCode },
      mayComeFrom(status),
      this.clock.now(),
    );
  }
}
