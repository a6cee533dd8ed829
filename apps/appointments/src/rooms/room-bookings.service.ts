import { Ledger } from '@app/common/audit/ledger.js';
import type { SystemActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { BookingCancelled, BookingConfirmed } from '@app/common/contracts/appointments.events.js';
import type {
  RoomBooking,
  RoomConfirmQuestion,
  RoomHoldQuestion,
  RoomReleaseQuestion,
} from '@app/common/contracts/requests.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Clock } from '@app/common/time/clock.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { FreeRooms } from './free-rooms.js';
import { RoomRepository, type RoomWithSite } from './rooms.repository.js';
import { isInOfficeHours } from '../slots/domain/office-spans.js';
import { AppointmentsSettings } from '../appointments.settings.js';
import type { TakenRoom } from './room-booking.js';
import { BookingIdTaken, BookingReleased, HoldExpired, SlotTaken } from './room-booking.errors.js';
import { RoomBookingRepository } from './room-bookings.repository.js';
import { stateAt } from './domain/room-booking-state.js';

const HOLD_EXPIRED = 'booking.hold-expired';
const MINUTE_MS = 60_000;
const EXCLUSION_VIOLATION = '23P01';
const ASKED_BY_INTERVIEWS: SystemActor = { kind: 'system', name: 'interviews' };

/**
 * Rooms held, confirmed and given back for interviews. The asker chooses the id, so every request may be repeated: it
 * finds what the first one did.
 */
@Injectable()
export class RoomBookings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bookings: RoomBookingRepository,
    private readonly rooms: RoomRepository,
    private readonly free: FreeRooms,
    private readonly timers: Timers,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
    private readonly settings: AppointmentsSettings,
  ) {}

  /**
   * Holds a room for a few minutes (5, domain.md §3 [D]). Asked again, a hold that has expired is held anew if the time is still free.
   * @throws NotFound, RuleBroken `appointment-in-the-past`, `outside-office-hours`, SlotTaken, BookingReleased,
   *   BookingIdTaken
   */
  async hold(question: RoomHoldQuestion): Promise<RoomBooking> {
    const { roomId } = question;
    const span = { startAt: new Date(question.startAt), endAt: new Date(question.endAt) };
    try {
      return await this.dataSource.transaction(async (em) => {
        const room = await this.rooms.find(em, roomId);
        if (!room) throw new NotFound();
        await this.bookings.lockId(em, question.bookingId);
        const now = this.clock.now();
        const existing = await this.bookings.lock(em, question.bookingId);
        if (existing) return this.sameAgain(em, room, existing, question, now);
        if (await this.bookings.wasGivenBackUnasked(em, question.bookingId)) {
          throw new BookingReleased({ bookingId: question.bookingId });
        }
        if (span.startAt <= now) throw new RuleBroken('appointment-in-the-past', { now: now.toISOString() });
        if (!isInOfficeHours(this.calendars.current(), span)) throw new RuleBroken('outside-office-hours');
        const booking: TakenRoom = {
          id: question.bookingId,
          resourceKind: 'room',
          resourceId: roomId,
          place: 1,
          ...span,
          state: 'held',
          caseId: question.caseId,
          heldUntil: new Date(now.getTime() + this.settings.holdMinutes * MINUTE_MS),
        };
        await this.makeWay(em, booking, now);
        await this.bookings.insertHold(em, booking);
        await this.held(em, booking, now);
        return answer(room, booking);
      });
    } catch (error) {
      if (!isExclusionViolation(error)) throw error;
      const alternatives = await this.free.near(this.dataSource.manager, { roomId, ...span });
      throw new SlotTaken({ roomId, alternatives });
    }
  }

  /**
   * Makes a hold final.
   * @throws NotFound, HoldExpired, BookingReleased
   */
  confirm({ bookingId }: RoomConfirmQuestion): Promise<RoomBooking> {
    return this.dataSource.transaction(async (em) => {
      const { booking, room } = await this.locked(em, bookingId);
      const now = this.clock.now();
      const state = stateAt(booking, now);
      if (state === 'confirmed') return answer(room, booking);
      if (state === 'released') throw new BookingReleased({ bookingId });
      if (state === 'expired') throw new HoldExpired({ bookingId });
      await this.bookings.confirm(em, bookingId, now);
      await this.timers.cancel(em, HOLD_EXPIRED, bookingId);
      await this.note(em, booking, 'confirmed', ASKED_BY_INTERVIEWS, now);
      await this.outbox.add(em, BookingConfirmed, bookingId, { ...about(booking), confirmedAt: now.toISOString() });
      return answer(room, { ...booking, state: 'confirmed' });
    });
  }

  /**
   * Gives a room back. An id never seen is remembered, so that its hold, should it come late, is refused.
   * @throws NotFound for such an id, after it was remembered
   */
  async release({ bookingId, reason }: RoomReleaseQuestion): Promise<RoomBooking> {
    const released = await this.dataSource.transaction(async (em) => {
      await this.bookings.lockId(em, bookingId);
      const booking = await this.bookings.lock(em, bookingId);
      const room = booking && (await this.rooms.find(em, booking.resourceId));
      const now = this.clock.now();
      if (!booking || !room) {
        await this.bookings.giveBackUnasked(em, bookingId, now);
        return null;
      }
      if (booking.state === 'released') return answer(room, booking);
      await this.bookings.end(em, bookingId, 'released', now);
      await this.timers.cancel(em, HOLD_EXPIRED, bookingId);
      await this.note(em, booking, 'released', ASKED_BY_INTERVIEWS, now, reason);
      if (booking.state === 'confirmed') {
        const cancelled = { ...about(booking), cancelledAt: now.toISOString(), reason };
        await this.outbox.add(em, BookingCancelled, bookingId, cancelled);
      }
      return answer(room, { ...booking, state: 'released' });
    });
    if (!released) throw new NotFound();
    return released;
  }

  /** A hold that was not confirmed in time is struck off. */
  @OnTimer(HOLD_EXPIRED)
  async expire(em: EntityManager, { kind, key, now }: DueTimer): Promise<void> {
    const booking = await this.bookings.lock(em, key);
    if (booking?.state !== 'held' || stateAt(booking, now) !== 'expired') return;
    await this.bookings.end(em, key, 'expired', now);
    await this.note(em, booking, 'expired', { kind: 'system', name: `timer:${kind}` }, now);
  }

  private async sameAgain(
    em: EntityManager,
    room: RoomWithSite,
    existing: TakenRoom,
    question: RoomHoldQuestion,
    now: Date,
  ): Promise<RoomBooking> {
    const { bookingId } = question;
    if (!isSame(existing, question)) throw new BookingIdTaken({ bookingId });
    const state = stateAt(existing, now);
    if (state === 'released') throw new BookingReleased({ bookingId });
    if (state !== 'expired') return answer(room, existing);
    const again: TakenRoom = {
      ...existing,
      state: 'held',
      heldUntil: new Date(now.getTime() + this.settings.holdMinutes * MINUTE_MS),
    };
    await this.makeWay(em, again, now);
    await this.bookings.holdAgain(em, bookingId, again.heldUntil);
    await this.held(em, again, now);
    return answer(room, again);
  }

  private async makeWay(em: EntityManager, booking: TakenRoom, now: Date): Promise<void> {
    await this.rooms.lock(em, booking.resourceId);
    await this.bookings.expirePast(em, booking.resourceId, booking, now, booking.id);
  }

  private async held(em: EntityManager, booking: TakenRoom, now: Date): Promise<void> {
    await this.timers.set(em, { kind: HOLD_EXPIRED, key: booking.id, dueAt: booking.heldUntil });
    await this.note(em, booking, 'held', ASKED_BY_INTERVIEWS, now);
  }

  private async locked(em: EntityManager, bookingId: string): Promise<{ booking: TakenRoom; room: RoomWithSite }> {
    const booking = await this.bookings.lock(em, bookingId);
    const room = booking && (await this.rooms.find(em, booking.resourceId));
    if (!booking || !room) throw new NotFound();
    return { booking, room };
  }

  private async note(
    em: EntityManager,
    booking: TakenRoom,
    action: string,
    actor: SystemActor,
    at: Date,
    reason?: string,
  ): Promise<void> {
    const { resourceId, caseId, startAt, endAt } = booking;
    const detail = { roomId: resourceId, caseId, startAt: startAt.toISOString(), endAt: endAt.toISOString() };
    await this.ledger.write(em, { itemType: 'booking', itemId: booking.id, action, actor, at, reason, detail });
  }
}

function answer(room: RoomWithSite, booking: TakenRoom): RoomBooking {
  return {
    bookingId: booking.id,
    roomId: room.id,
    state: booking.state === 'confirmed' || booking.state === 'held' ? booking.state : 'released',
    nameZh: room.nameZh,
    nameEn: room.nameEn,
    address: room.address,
    startAt: booking.startAt.toISOString(),
    endAt: booking.endAt.toISOString(),
  };
}

function about(booking: TakenRoom) {
  return {
    bookingId: booking.id,
    resource: booking.resourceKind,
    resourceId: booking.resourceId,
    caseId: booking.caseId ?? undefined,
    startAt: booking.startAt.toISOString(),
    endAt: booking.endAt.toISOString(),
  };
}

function isSame(booking: TakenRoom, question: RoomHoldQuestion): boolean {
  return (
    booking.resourceKind === 'room' &&
    booking.resourceId === question.roomId &&
    booking.caseId === question.caseId &&
    booking.startAt.getTime() === Date.parse(question.startAt) &&
    booking.endAt.getTime() === Date.parse(question.endAt)
  );
}

function isExclusionViolation(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === EXCLUSION_VIOLATION;
}
