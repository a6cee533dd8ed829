import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor, SystemActor } from '@app/common/auth/actor.js';
import { BookingCancelled, BookingConfirmed } from '@app/common/contracts/appointments.events.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Clock } from '@app/common/time/clock.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { overlaps, type Span } from '../slots/domain/span.js';
import { TalkMessages } from '../volunteer-contacts/talk-messages.js';
import { stateAt } from './domain/interview-booking-state.js';
import type { InterviewBooking, InterviewBookingWish, InterviewResourceKind } from './interview-booking.js';
import { BookingIdTaken, BookingReleased, HoldExpired } from './interview-booking.errors.js';
import { InterviewBookingRepository } from './interview-bookings.repository.js';
import type { InterviewResources } from './interview-resources.js';
import { StandInRepository } from './stand-ins.repository.js';

const HOLD_EXPIRED = 'booking.hold-expired';
const MINUTE_MS = 60_000;
const EXCLUSION_VIOLATION = '23P01';
const ASKED_BY_INTERVIEWS: SystemActor = { kind: 'system', name: 'interviews' };

/** A booking with what was booked. */
export interface Booked<R> {
  readonly resource: R;
  readonly booking: InterviewBooking;
}

/**
 * Rooms and volunteers held, confirmed and given back for interviews. The asker chooses the id, so every request may
 * be repeated: it finds what the first one did.
 */
@Injectable()
export class InterviewBookings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bookings: InterviewBookingRepository,
    private readonly standIns: StandInRepository,
    private readonly timers: Timers,
    private readonly outbox: Outbox,
    private readonly talks: TalkMessages,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly settings: AppointmentsSettings,
  ) {}

  /**
   * Holds a resource for a few minutes (5, domain.md §3 [D]). Asked again, a hold that has expired is held anew if the
   * time is still free. A booking of the same resource and talk that it is to replace does not stand in its way: where
   * their times overlap, the new one is confirmed at once and has both times, until one of the two is given back.
   * @throws NotFound, RuleBroken `appointment-in-the-past` and those of the resource, its refusal where it is taken,
   *   BookingReleased, BookingIdTaken
   */
  async hold<R>(resources: InterviewResources<R>, wish: InterviewBookingWish): Promise<Booked<R>> {
    const { bookingId, resourceId, caseId, startAt, endAt } = wish;
    try {
      return await this.dataSource.transaction(async (em) => {
        await this.bookings.lockId(em, bookingId);
        const resource = await resources.lockInUse(em, resourceId);
        if (!resource) throw new NotFound();
        const now = this.clock.now();
        const existing = await this.bookings.lock(em, bookingId);
        if (existing) return { resource, booking: await this.sameAgain(em, resources.kind, existing, wish, now) };
        if (await this.bookings.wasGivenBackUnasked(em, bookingId)) throw new BookingReleased({ bookingId });
        if (startAt <= now) throw new RuleBroken('appointment-in-the-past', { now: now.toISOString() });
        resources.requireOpen(resource, { startAt, endAt });
        const booking: InterviewBooking = {
          id: bookingId,
          resourceKind: resources.kind,
          resourceId,
          place: 1,
          startAt,
          endAt,
          state: 'held',
          caseId,
          heldUntil: this.heldUntil(now),
        };
        await this.bookings.expirePast(em, booking, now);
        const before = wish.replaces === null ? null : await this.standing(em, wish.replaces, booking, now);
        if (before) return { resource, booking: await this.standIn(em, before, booking, now) };
        await this.bookings.insert(em, booking);
        await this.held(em, booking, now);
        return { resource, booking };
      });
    } catch (error) {
      if (!isExclusionViolation(error)) throw error;
      throw await resources.taken(this.dataSource.manager, { resourceId, startAt, endAt });
    }
  }

  /**
   * Makes a hold final.
   * @throws NotFound, HoldExpired, BookingReleased
   */
  confirm<R>(resources: InterviewResources<R>, bookingId: string): Promise<Booked<R>> {
    return this.dataSource.transaction(async (em) => {
      const found = await this.locked(em, resources, bookingId);
      if (!found) throw new NotFound();
      const { booking, resource } = found;
      const now = this.clock.now();
      const state = stateAt(booking, now);
      if (state === 'confirmed' || state === 'replaced') return found;
      if (state === 'released') throw new BookingReleased({ bookingId });
      if (state === 'expired') throw new HoldExpired({ bookingId });
      await this.timers.cancel(em, HOLD_EXPIRED, bookingId);
      return { resource, booking: await this.confirmed(em, booking, now) };
    });
  }

  /**
   * Gives a booking back. An id never seen is remembered, so that its hold, should it come late, is refused.
   * @throws NotFound for such an id, after it was remembered
   */
  async release<R>(resources: InterviewResources<R>, bookingId: string, reason: string): Promise<Booked<R>> {
    const released = await this.dataSource.transaction(async (em) => {
      await this.bookings.lockId(em, bookingId);
      const found = await this.locked(em, resources, bookingId);
      const now = this.clock.now();
      if (!found) {
        await this.bookings.giveBackUnasked(em, bookingId, now);
        return null;
      }
      const { booking, resource } = found;
      if (booking.state !== 'released') await this.end(em, booking, ASKED_BY_INTERVIEWS, reason, now);
      return { resource, booking: { ...booking, state: 'released' } as const };
    });
    if (!released) throw new NotFound();
    return released;
  }

  /**
   * Takes a resource out of those interviews to come at whose time it is not there any more; interviews hears of each.
   * The resource is locked.
   */
  async takeAway(
    em: EntityManager,
    resourceId: string,
    { isThere, actor, reason }: { isThere: (time: Span) => boolean; actor: Actor; reason: string },
  ): Promise<void> {
    const now = this.clock.now();
    for (const booking of await this.bookings.lockComing(em, resourceId, now)) {
      if (!isThere(booking)) await this.end(em, booking, actor, reason, now);
    }
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
    kind: InterviewResourceKind,
    existing: InterviewBooking,
    wish: InterviewBookingWish,
    now: Date,
  ): Promise<InterviewBooking> {
    const { bookingId } = wish;
    if (!isSame(existing, kind, wish)) throw new BookingIdTaken({ bookingId });
    const state = stateAt(existing, now);
    if (state === 'released') throw new BookingReleased({ bookingId });
    if (state !== 'expired') return existing;
    const again: InterviewBooking = { ...existing, state: 'held', heldUntil: this.heldUntil(now) };
    await this.bookings.expirePast(em, again, now);
    await this.bookings.holdAgain(em, bookingId, again.heldUntil);
    await this.held(em, again, now);
    return again;
  }

  /**
   * The booking a new one replaces, if it stands and their times overlap; otherwise both have room beside each other.
   * What is left of an earlier move of the talk is given back: who asks for another goes by the booking that stands.
   */
  private async standing(
    em: EntityManager,
    id: string,
    booking: InterviewBooking,
    now: Date,
  ): Promise<InterviewBooking | null> {
    const isOfTalk = (one: InterviewBooking | null) =>
      one?.resourceId === booking.resourceId && one.caseId === booking.caseId;
    if (!isOfTalk(await this.bookings.find(em, id))) return null;
    for (const beside of await this.standIns.beside(em, id)) {
      await this.end(em, beside, ASKED_BY_INTERVIEWS, 'not-needed', now);
    }
    const before = await this.bookings.lock(em, id);
    return before?.state === 'confirmed' && overlaps(before, booking) ? before : null;
  }

  private async standIn(
    em: EntityManager,
    before: InterviewBooking,
    booking: InterviewBooking,
    now: Date,
  ): Promise<InterviewBooking> {
    await this.standIns.replace(em, before, booking);
    return this.confirmed(em, booking, now);
  }

  private async confirmed(em: EntityManager, booking: InterviewBooking, now: Date): Promise<InterviewBooking> {
    await this.bookings.confirm(em, booking.id, now);
    await this.note(em, booking, 'confirmed', ASKED_BY_INTERVIEWS, now);
    await this.outbox.add(em, BookingConfirmed, booking.id, { ...about(booking), confirmedAt: now.toISOString() });
    await this.talks.booked(em, booking);
    return { ...booking, state: 'confirmed' };
  }

  private heldUntil(now: Date): Date {
    return new Date(now.getTime() + this.settings.holdMinutes * MINUTE_MS);
  }

  private async held(em: EntityManager, booking: InterviewBooking, now: Date): Promise<void> {
    await this.timers.set(em, { kind: HOLD_EXPIRED, key: booking.id, dueAt: booking.heldUntil });
    await this.note(em, booking, 'held', ASKED_BY_INTERVIEWS, now);
  }

  private async end(
    em: EntityManager,
    booking: InterviewBooking,
    actor: Actor,
    reason: string,
    now: Date,
  ): Promise<void> {
    await this.bookings.end(em, booking.id, 'released', now);
    await this.standIns.part(em, booking.id);
    await this.timers.cancel(em, HOLD_EXPIRED, booking.id);
    await this.note(em, booking, 'released', actor, now, reason);
    if (booking.state !== 'confirmed' && booking.state !== 'replaced') return;
    await this.outbox.add(em, BookingCancelled, booking.id, {
      ...about(booking),
      cancelledAt: now.toISOString(),
      reason,
    });
    await this.talks.givenBack(em, booking);
  }

  private async locked<R>(
    em: EntityManager,
    resources: InterviewResources<R>,
    bookingId: string,
  ): Promise<Booked<R> | null> {
    const found = await this.bookings.find(em, bookingId);
    if (found?.resourceKind !== resources.kind) return null;
    const resource = await resources.lock(em, found.resourceId);
    const booking = resource && (await this.bookings.lock(em, bookingId));
    return booking && { resource, booking };
  }

  private async note(
    em: EntityManager,
    booking: InterviewBooking,
    action: string,
    actor: Actor,
    at: Date,
    reason?: string,
  ): Promise<void> {
    const { resourceKind, resourceId, caseId, startAt, endAt } = booking;
    const time = { startAt: startAt.toISOString(), endAt: endAt.toISOString() };
    const detail = { [`${resourceKind}Id`]: resourceId, caseId, ...time };
    await this.ledger.write(em, { itemType: 'booking', itemId: booking.id, action, actor, at, reason, detail });
  }
}

function about(booking: InterviewBooking) {
  return {
    bookingId: booking.id,
    resource: booking.resourceKind,
    resourceId: booking.resourceId,
    caseId: booking.caseId ?? undefined,
    startAt: booking.startAt.toISOString(),
    endAt: booking.endAt.toISOString(),
  };
}

function isSame(booking: InterviewBooking, kind: InterviewResourceKind, wish: InterviewBookingWish): boolean {
  return (
    booking.resourceKind === kind &&
    booking.resourceId === wish.resourceId &&
    booking.caseId === wish.caseId &&
    booking.startAt.getTime() === wish.startAt.getTime() &&
    booking.endAt.getTime() === wish.endAt.getTime()
  );
}

function isExclusionViolation(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === EXCLUSION_VIOLATION;
}
