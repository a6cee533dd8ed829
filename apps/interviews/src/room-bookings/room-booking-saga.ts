import type { StaffActor } from '@app/common/auth/actor.js';
import {
  RoomConfirmRequest,
  RoomHoldRequest,
  RoomReleaseRequest,
  type RoomBooking,
} from '@app/common/contracts/requests.js';
import { DomainError, ServiceUnavailable } from '@app/common/http/problem.js';
import { RequestClient } from '@app/common/messaging/request-client.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { InterviewCase } from '../cases/case.entity.js';
import { RoomBookingRecord } from './room-booking.entity.js';
import { RoomBookingRepository } from './room-bookings.repository.js';

export const ROOM_BOOKING_RESUME = 'room-booking.resume';
export const ROOM_BOOKING_RELEASE = 'room-booking.release';

/** How long a request for a room may take before the timer carries on with it. */
const RESUME_AFTER_MS = 30_000;

/** 409: while the room was being booked, another time or place was asked for. */
export class AppointmentSuperseded extends DomainError {
  constructor() {
    super('appointment-superseded', 409);
  }
}

export interface WantedRoom {
  readonly roomId: string;
  readonly startAt: Date;
  readonly endAt: Date;
}

/**
 * Books a room in another service so that a kill at any point leaves neither a room taken for nothing nor two rooms
 * for one talk: the booking's id is chosen and committed before the first question, every question may be asked again
 * with that id, and a timer carries on where a process has stopped.
 */
@Injectable()
export class RoomBookingSaga {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: RoomBookingRepository,
    private readonly requests: RequestClient,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes down which room a locked case wants. The same wish again goes on with the same booking; another wish
   * gives the unfinished one back.
   */
  async begin(
    em: EntityManager,
    item: InterviewCase,
    wanted: WantedRoom,
    askedBy: StaffActor,
  ): Promise<RoomBookingRecord> {
    const unfinished = await this.records.wanted(em, item.id);
    if (unfinished && unfinished.round === item.round && isSameWish(unfinished, wanted)) return unfinished;
    await this.dropUnfinished(em, item);
    const now = this.clock.now();
    const record: RoomBookingRecord = {
      bookingId: newId(),
      caseId: item.id,
      round: item.round,
      ...wanted,
      state: 'wanted',
      askedBy,
      askedAt: now,
    };
    await this.records.insert(em, record);
    const dueAt = new Date(now.getTime() + RESUME_AFTER_MS);
    await this.timers.set(em, { kind: ROOM_BOOKING_RESUME, key: record.bookingId, dueAt });
    return record;
  }

  /** Gives an unfinished booking of a locked case back: it wants something else now. */
  async dropUnfinished(em: EntityManager, item: InterviewCase): Promise<void> {
    const unfinished = await this.records.wanted(em, item.id);
    if (unfinished) await this.giveBack(em, unfinished.bookingId);
  }

  /**
   * Holds and confirms the room. Refused, the wish is struck off; unanswered, it is given back, since the hold may
   * have succeeded.
   * @throws DomainError of appointments (`slot-taken` with alternatives), ServiceUnavailable
   */
  async book(record: RoomBookingRecord): Promise<RoomBooking> {
    const { bookingId } = record;
    try {
      return await this.holdAndConfirm(record);
    } catch (error) {
      await this.dataSource.transaction(async (em) => {
        const present = await this.records.lock(em, bookingId);
        if (present?.state !== 'wanted') return;
        if (error instanceof DomainError && !(error instanceof ServiceUnavailable) && error.status < 500) {
          await this.records.setState(em, bookingId, 'refused');
          await this.timers.cancel(em, ROOM_BOOKING_RESUME, bookingId);
        } else {
          await this.giveBack(em, bookingId);
        }
      });
      throw error;
    }
  }

  /** Asks for the hold and its confirmation; both may be repeated. */
  async holdAndConfirm({ bookingId, roomId, caseId, startAt, endAt }: RoomBookingRecord): Promise<RoomBooking> {
    await this.requests.ask(RoomHoldRequest, {
      bookingId,
      roomId,
      caseId,
      startAt: startAt.toISOString(),
      endAt: endAt.toISOString(),
    });
    return this.requests.ask(RoomConfirmRequest, { bookingId });
  }

  /**
   * The booking stands in its case's round; the case is locked.
   * @throws AppointmentSuperseded if the case wanted something else meanwhile
   */
  async finish(em: EntityManager, bookingId: string): Promise<void> {
    const record = await this.records.lock(em, bookingId);
    if (record?.state !== 'wanted') throw new AppointmentSuperseded();
    await this.records.setState(em, bookingId, 'confirmed');
    await this.timers.cancel(em, ROOM_BOOKING_RESUME, bookingId);
  }

  /** The case has changed while its room was booked: the room is not needed, unless a twin request has finished it. */
  async abandon(bookingId: string): Promise<void> {
    await this.dataSource.transaction(async (em) => {
      const record = await this.records.lock(em, bookingId);
      if (record?.state === 'wanted') await this.giveBack(em, bookingId);
    });
  }

  /** Gives a room back, by a timer that tries until appointments has heard it. */
  async giveBack(em: EntityManager, bookingId: string): Promise<void> {
    await this.records.setState(em, bookingId, 'releasing');
    await this.timers.cancel(em, ROOM_BOOKING_RESUME, bookingId);
    await this.timers.set(em, { kind: ROOM_BOOKING_RELEASE, key: bookingId, dueAt: this.clock.now() });
  }

  /** Tells appointments that the room is not needed; where the hold never arrived, it will not be granted any more. */
  async release(em: EntityManager, bookingId: string): Promise<void> {
    try {
      await this.requests.ask(RoomReleaseRequest, { bookingId, reason: 'not-needed' });
    } catch (error) {
      if (!(error instanceof DomainError && error.type === 'not-found')) throw error;
    }
    await this.records.setState(em, bookingId, 'released');
  }
}

function isSameWish(record: RoomBookingRecord, wanted: WantedRoom): boolean {
  return (
    record.roomId === wanted.roomId &&
    record.startAt.getTime() === wanted.startAt.getTime() &&
    record.endAt.getTime() === wanted.endAt.getTime()
  );
}
