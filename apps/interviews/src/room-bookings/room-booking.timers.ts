import { BookingCancelled, type BookingCancelledPayload } from '@app/common/contracts/appointments.events.js';
import { DomainError, ServiceUnavailable } from '@app/common/http/problem.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Clock } from '@app/common/time/clock.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseRepository } from '../cases/case.repository.js';
import { stateAllows } from '../cases/domain/case-policy.js';
import { AppointmentWriter } from './appointment-writer.js';
import { inRoom } from './case-appointments.service.js';
import { ROOM_BOOKING_RELEASE, ROOM_BOOKING_RESUME, RoomBookingSaga } from './room-booking-saga.js';
import { RoomBookingRepository } from './room-bookings.repository.js';

/** Carries on with rooms whose booking was interrupted, gives rooms back, and hears of rooms taken away. */
@Injectable()
export class RoomBookingTimers {
  constructor(
    private readonly records: RoomBookingRepository,
    private readonly cases: CaseRepository,
    private readonly saga: RoomBookingSaga,
    private readonly writer: AppointmentWriter,
    private readonly clock: Clock,
  ) {}

  /** A process stopped between the wish and the invitation: finish it, or give the room back where it is not called for. */
  @OnTimer(ROOM_BOOKING_RESUME)
  async resume(em: EntityManager, { kind, key, now }: DueTimer): Promise<void> {
    const found = await this.records.find(em, key);
    const item = found && (await this.cases.lock(em, found.caseId));
    const record = item && (await this.records.lock(em, key));
    if (!item || record?.state !== 'wanted') return;
    if (item.round !== record.round || !stateAllows('appointment', item.state) || record.startAt <= now) {
      return this.saga.giveBack(em, key);
    }
    try {
      const booking = await this.saga.holdAndConfirm(record);
      await this.saga.finish(em, key);
      await this.writer.write(em, item, inRoom(booking), { kind: 'system', name: `timer:${kind}` }, now);
    } catch (error) {
      if (!(error instanceof DomainError) || error instanceof ServiceUnavailable) throw error;
      await this.records.setState(em, key, 'refused');
    }
  }

  @OnTimer(ROOM_BOOKING_RELEASE)
  async release(em: EntityManager, { key }: DueTimer): Promise<void> {
    const record = await this.records.lock(em, key);
    if (record?.state === 'releasing') await this.saga.release(em, key);
  }

  /** A room was taken away by its owner (closed, double use): the unit has to invite anew. */
  @OnEvent(BookingCancelled)
  async lose(em: EntityManager, { subject, payload }: ReceivedEvent<BookingCancelledPayload>): Promise<void> {
    const found = await this.records.find(em, payload.bookingId);
    const item = found && (await this.cases.lock(em, found.caseId));
    if (!found || item?.state !== 'scheduled') return;
    const round = await this.cases.round(em, item);
    if (round.bookingId !== payload.bookingId) return;
    await this.records.setState(em, payload.bookingId, 'released');
    await this.writer.strike(em, item, { kind: 'system', name: `event:${subject}` }, this.clock.now(), payload.reason);
  }
}
