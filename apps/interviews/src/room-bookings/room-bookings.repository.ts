import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RoomBookingRecord } from './room-booking.entity.js';

@Injectable()
export class RoomBookingRepository {
  async insert(em: EntityManager, record: RoomBookingRecord): Promise<void> {
    await em.insert(RoomBookingRecord, record);
  }

  /** The record, locked until the transaction ends. */
  lock(em: EntityManager, bookingId: string): Promise<RoomBookingRecord | null> {
    return em.findOne(RoomBookingRecord, { where: { bookingId }, lock: { mode: 'pessimistic_write' } });
  }

  find(em: EntityManager, bookingId: string): Promise<RoomBookingRecord | null> {
    return em.findOneBy(RoomBookingRecord, { bookingId });
  }

  /** The booking of a case that has been begun and not finished. */
  wanted(em: EntityManager, caseId: string): Promise<RoomBookingRecord | null> {
    return em.findOneBy(RoomBookingRecord, { caseId, state: 'wanted' });
  }

  async setState(em: EntityManager, bookingId: string, state: RoomBookingRecord['state']): Promise<void> {
    await em.update(RoomBookingRecord, { bookingId }, { state });
  }
}
