import { BookingCancelled, type BookingCancelledPayload } from '@app/common/contracts/appointments.events.js';
import { DomainError, ServiceUnavailable } from '@app/common/http/problem.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Clock } from '@app/common/time/clock.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InterviewCase } from '../cases/case.entity.js';
import { CaseRepository } from '../cases/case.repository.js';
import { stateAllows } from '../cases/domain/case-policy.js';
import { assigned, inRoom, isAt, volunteerOf } from './appointment.js';
import { AppointmentWriter } from './appointment-writer.js';
import { ROOM, VOLUNTEER } from './bookable.js';
import type { BookingRecord } from './booking.entity.js';
import { BOOKING_RELEASE, BOOKING_RESUME, BookingSaga } from './booking-saga.js';
import { BookingRepository } from './bookings.repository.js';

/** Carries on with bookings that were interrupted, gives bookings back, and hears of those taken away. */
@Injectable()
export class BookingTimers {
  constructor(
    private readonly records: BookingRepository,
    private readonly cases: CaseRepository,
    private readonly saga: BookingSaga,
    private readonly writer: AppointmentWriter,
    private readonly clock: Clock,
  ) {}

  /** A process stopped between the wish and the invitation: finish it, or give it back where it is not called for. */
  @OnTimer(BOOKING_RESUME)
  async resume(em: EntityManager, timer: DueTimer): Promise<void> {
    const found = await this.records.find(em, timer.key);
    const item = found && (await this.cases.lock(em, found.caseId));
    const record = item && (await this.records.lock(em, timer.key));
    if (!item || record?.state !== 'wanted') return;
    const over = item.round !== record.round || record.startAt <= timer.now;
    if (over) return this.saga.giveBack(em, timer.key);
    const act = { actor: { kind: 'system', name: `timer:${timer.kind}` }, at: timer.now } as const;
    try {
      await (record.kind === 'room'
        ? this.resumeRoom(em, item, record, act)
        : this.resumeVolunteer(em, item, record, act));
    } catch (error) {
      if (!(error instanceof DomainError) || error instanceof ServiceUnavailable) throw error;
      await this.records.setState(em, timer.key, 'refused');
    }
  }

  @OnTimer(BOOKING_RELEASE)
  async release(em: EntityManager, { key }: DueTimer): Promise<void> {
    const record = await this.records.lock(em, key);
    if (record?.state === 'releasing') await this.saga.release(em, record);
  }

  /**
   * A room was taken away by its owner (closed, double use), or a volunteer has left or gives other hours: the unit has
   * to ask anew.
   */
  @OnEvent(BookingCancelled)
  async lose(em: EntityManager, { subject, payload }: ReceivedEvent<BookingCancelledPayload>): Promise<void> {
    const { bookingId, reason } = payload;
    const found = await this.records.find(em, bookingId);
    const item = found && (await this.cases.lock(em, found.caseId));
    const record = item && (await this.records.lock(em, bookingId));
    if (record?.state === 'wanted') return this.saga.strikeOff(em, bookingId);
    if (item?.state !== 'scheduled') return;
    const round = await this.cases.round(em, item);
    const act = { actor: { kind: 'system', name: `event:${subject}` }, at: this.clock.now(), reason } as const;
    if (round.bookingId === bookingId) {
      await this.records.setState(em, bookingId, 'released');
      await this.writer.strike(em, item, act);
    } else if (round.volunteerBookingId === bookingId) {
      const why = reason === 'volunteer-hours' ? 'hours' : 'left';
      await this.writer.loseVolunteer(em, item, why, act);
    }
  }

  private async resumeRoom(em: EntityManager, item: InterviewCase, record: BookingRecord, act: Act): Promise<void> {
    if (!stateAllows('appointment', item.state)) return this.saga.giveBack(em, record.bookingId);
    const booking = await this.saga.holdAndConfirm(ROOM, record);
    await this.saga.finish(em, record.bookingId);
    const round = await this.cases.round(em, item);
    const volunteer = isAt(round, record) ? volunteerOf(round) : null;
    await this.writer.write(em, item, inRoom(booking, volunteer), act);
  }

  private async resumeVolunteer(
    em: EntityManager,
    item: InterviewCase,
    record: BookingRecord,
    act: Act,
  ): Promise<void> {
    const round = await this.cases.round(em, item);
    if (item.state !== 'scheduled' || !isAt(round, record)) {
      // The talk itself may wait for its room still, which its own timer sees to.
      if (await this.records.wanted(em, item.id, 'room')) return this.saga.resumeLater(em, record.bookingId, act.at);
      return this.saga.giveBack(em, record.bookingId);
    }
    const booking = await this.saga.holdAndConfirm(VOLUNTEER, record);
    await this.saga.finish(em, record.bookingId);
    await this.writer.assign(em, item, assigned(booking), act);
  }
}

interface Act {
  readonly actor: { readonly kind: 'system'; readonly name: string };
  readonly at: Date;
}
