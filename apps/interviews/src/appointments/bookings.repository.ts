import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BookingRecord, type BookedKind } from './booking.entity.js';

@Injectable()
export class BookingRepository {
  async insert(em: EntityManager, record: BookingRecord): Promise<void> {
    await em.insert(BookingRecord, record);
  }

  /** The record, locked until the transaction ends. */
  lock(em: EntityManager, bookingId: string): Promise<BookingRecord | null> {
    return em.findOne(BookingRecord, { where: { bookingId }, lock: { mode: 'pessimistic_write' } });
  }

  find(em: EntityManager, bookingId: string): Promise<BookingRecord | null> {
    return em.findOneBy(BookingRecord, { bookingId });
  }

  /** The booking of a case that has been begun and not finished. */
  wanted(em: EntityManager, caseId: string, kind: BookedKind): Promise<BookingRecord | null> {
    return em.findOneBy(BookingRecord, { caseId, kind, state: 'wanted' });
  }

  async setState(em: EntityManager, bookingId: string, state: BookingRecord['state']): Promise<void> {
    await em.update(BookingRecord, { bookingId }, { state });
  }
}
