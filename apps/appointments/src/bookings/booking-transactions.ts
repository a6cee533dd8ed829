import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { refusedBy } from './database-refusal.js';

const MOST_TRIES = 5;

/**
 * Transactions about bookings. Two that free and take places in each other's way may wait for one another; PostgreSQL
 * then ends one of them, and it is done again.
 */
@Injectable()
export class BookingTransactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
  ) {}

  /** As `Idempotency.once`. */
  once<T>(context: IdempotencyContext, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.again(() => this.idempotency.once(context, work));
  }

  run<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.again(() => this.dataSource.transaction(work));
  }

  private async again<T>(transaction: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await transaction();
      } catch (error) {
        if (refusedBy(error) !== 'place' || tries === MOST_TRIES) throw error;
      }
    }
  }
}
