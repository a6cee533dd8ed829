import type { StaffActor } from '@app/common/auth/actor.js';
import { DomainError, ServiceUnavailable } from '@app/common/http/problem.js';
import { RequestClient } from '@app/common/messaging/request-client.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { InterviewCase } from '../cases/case.entity.js';
import { BOOKABLE, type Bookable } from './bookable.js';
import type { BookedKind, BookingRecord } from './booking.entity.js';
import { BookingRepository } from './bookings.repository.js';

export const BOOKING_RESUME = 'booking.resume';
export const BOOKING_RELEASE = 'booking.release';

/** How long a request for a booking may take before the timer carries on with it. */
const RESUME_AFTER_MS = 30_000;

/** 409: while it was being booked, another time or place was asked for. */
export class AppointmentSuperseded extends DomainError {
  constructor() {
    super('appointment-superseded', 409);
  }
}

export interface WantedBooking {
  readonly kind: BookedKind;
  readonly resourceId: string;
  readonly startAt: Date;
  readonly endAt: Date;
  /** What of this kind stands in the round: where it is the same resource, it keeps its time and is not in the way. */
  readonly replaces: string | null;
}

/**
 * Books a room or a volunteer in another service so that a kill at any point leaves neither one taken for nothing nor
 * two for one talk: the booking's id is chosen and committed before the first question, every question may be asked again
 * with that id, and a timer carries on where a process has stopped.
 */
@Injectable()
export class BookingSaga {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: BookingRepository,
    private readonly requests: RequestClient,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes down which room or volunteer a locked case wants. The same wish again goes on with the same booking; another wish
   * gives the unfinished one back.
   */
  async begin(
    em: EntityManager,
    item: InterviewCase,
    wanted: WantedBooking,
    askedBy: StaffActor,
  ): Promise<BookingRecord> {
    const unfinished = await this.records.wanted(em, item.id, wanted.kind);
    if (unfinished && unfinished.round === item.round && isSameWish(unfinished, wanted)) return unfinished;
    await this.dropUnfinished(em, item, wanted.kind);
    const now = this.clock.now();
    const record: BookingRecord = {
      bookingId: newId(),
      caseId: item.id,
      round: item.round,
      ...wanted,
      state: 'wanted',
      askedBy,
      askedAt: now,
    };
    await this.records.insert(em, record);
    await this.resumeLater(em, record.bookingId, now);
    return record;
  }

  /** Has the timer carry on with an unfinished booking in a while. */
  async resumeLater(em: EntityManager, bookingId: string, now: Date): Promise<void> {
    const dueAt = new Date(now.getTime() + RESUME_AFTER_MS);
    await this.timers.set(em, { kind: BOOKING_RESUME, key: bookingId, dueAt });
  }

  /** Gives an unfinished booking of a locked case back: it wants something else now. */
  async dropUnfinished(em: EntityManager, item: InterviewCase, kind: BookedKind): Promise<void> {
    const unfinished = await this.records.wanted(em, item.id, kind);
    if (unfinished) await this.giveBack(em, unfinished.bookingId);
  }

  /**
   * Holds and confirms what a record wants. Refused, the wish is struck off; unanswered, it is given back, since the hold may
   * have succeeded.
   * @throws DomainError of appointments (`slot-taken`, `volunteer-taken` with alternatives), ServiceUnavailable
   */
  async book<B>(bookable: Bookable<B>, record: BookingRecord): Promise<B> {
    const { bookingId } = record;
    try {
      return await this.holdAndConfirm(bookable, record);
    } catch (error) {
      await this.dataSource.transaction(async (em) => {
        const present = await this.records.lock(em, bookingId);
        if (present?.state !== 'wanted') return;
        if (error instanceof DomainError && !(error instanceof ServiceUnavailable) && error.status < 500) {
          await this.strikeOff(em, bookingId);
        } else {
          await this.giveBack(em, bookingId);
        }
      });
      throw error;
    }
  }

  /** Asks for the hold and its confirmation; both may be repeated. */
  async holdAndConfirm<B>(bookable: Bookable<B>, record: BookingRecord): Promise<B> {
    await bookable.hold(this.requests, record);
    return bookable.confirm(this.requests, record.bookingId);
  }

  /**
   * The booking stands in its case's round; the case is locked.
   * @throws AppointmentSuperseded if the case wanted something else meanwhile
   */
  async finish(em: EntityManager, bookingId: string): Promise<void> {
    const record = await this.records.lock(em, bookingId);
    if (record?.state !== 'wanted') throw new AppointmentSuperseded();
    await this.records.setState(em, bookingId, 'confirmed');
    await this.timers.cancel(em, BOOKING_RESUME, bookingId);
  }

  /** The case has changed while it was booked: it is not needed, unless a twin request has finished it. */
  async abandon(bookingId: string): Promise<void> {
    await this.dataSource.transaction(async (em) => {
      const record = await this.records.lock(em, bookingId);
      if (record?.state === 'wanted') await this.giveBack(em, bookingId);
    });
  }

  /** Appointments has refused a wish, or taken it away again before it stood in its case. */
  async strikeOff(em: EntityManager, bookingId: string): Promise<void> {
    await this.records.setState(em, bookingId, 'refused');
    await this.timers.cancel(em, BOOKING_RESUME, bookingId);
  }

  /** Gives a booking back, by a timer that tries until appointments has heard it. */
  async giveBack(em: EntityManager, bookingId: string): Promise<void> {
    await this.records.setState(em, bookingId, 'releasing');
    await this.timers.cancel(em, BOOKING_RESUME, bookingId);
    await this.timers.set(em, { kind: BOOKING_RELEASE, key: bookingId, dueAt: this.clock.now() });
  }

  /** Tells appointments that it is not needed; where the hold never arrived, it will not be granted any more. */
  async release(em: EntityManager, { bookingId, kind }: BookingRecord): Promise<void> {
    try {
      await BOOKABLE[kind].release(this.requests, bookingId);
    } catch (error) {
      if (!(error instanceof DomainError && error.type === 'not-found')) throw error;
    }
    await this.records.setState(em, bookingId, 'released');
  }
}

function isSameWish(record: BookingRecord, wanted: WantedBooking): boolean {
  return (
    record.resourceId === wanted.resourceId &&
    record.startAt.getTime() === wanted.startAt.getTime() &&
    record.endAt.getTime() === wanted.endAt.getTime()
  );
}
