import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { BookingMoved } from '@app/common/contracts/appointments.events.js';
import { NotFound, StaleVersion, WrongState } from '@app/common/http/problem.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { DeskNews } from '../desk/desk-news.js';
import { FreedTimes } from '../waitlist/freed-times.js';
import type { Booking } from './booking.js';
import type { BookingDto } from './booking.dto.js';
import { AlreadyBookedThatDay } from './booking.errors.js';
import { aboutBooking } from './booking-event.js';
import { BookingHolds } from './booking-holds.js';
import { BookingMessages } from './booking-messages.js';
import { BookingPlaces, candidatesOf, type Opening, type PlaceQuestion } from './booking-places.js';
import { BookingReader } from './booking-reader.js';
import { BookingReminders } from './booking-reminders.js';
import { BookingRepository } from './booking.repository.js';
import { BookingSteps } from './booking-steps.service.js';
import { refusedBy } from './database-refusal.js';
import { requireBookableTime } from './domain/bookable-time.js';
import { BOOKING_TRANSITIONS, stateAt } from './domain/booking-state.js';
import { refusalOf } from './domain/wish.js';
import { movePlace, type MoveOutcome } from './move.statement.js';
import { SiteNames } from './site-names.js';
import { SlotAlternatives } from './slot-alternatives.js';

/** Where a booking is moved to. */
export interface MoveWish {
  /** The same site unless told. */
  readonly siteId?: string;
  /** ISO 8601 with offset. */
  readonly startAt: string;
}

/** How often a place may be lost, or the schedule change, under one move. */
const MOST_TRIES = 60;

/** 改期: one step that never loses the old slot before the new one is sure (domain.md §3). */
@Injectable()
export class BookingMoves {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly places: BookingPlaces,
    private readonly steps: BookingSteps,
    private readonly holds: BookingHolds,
    private readonly reminders: BookingReminders,
    private readonly freed: FreedTimes,
    private readonly news: DeskNews,
    private readonly alternatives: SlotAlternatives,
    private readonly reader: BookingReader,
    private readonly messages: BookingMessages,
    private readonly sites: SiteNames,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
    private readonly settings: AppointmentsSettings,
  ) {}

  /**
   * @param version the version the caller has read; null: whichever it is
   * @throws NotFound, StaleVersion (412), WrongState (409), SlotTaken (409), AlreadyBookedThatDay (409); RuleBroken (422)
   *   `too-late-to-cancel`, `appointment-in-the-past`, `too-far-ahead`, `not-offered-here`, `no-…`
   */
  async move(
    em: EntityManager,
    actor: Actor,
    code: string,
    wish: MoveWish,
    version: number | null,
  ): Promise<BookingDto> {
    const booking = await this.bookings.lock(em, code);
    if (!booking) throw new NotFound();
    if (version !== null && version !== booking.version) throw new StaleVersion({ current: booking.version });
    const now = this.clock.now();
    const state = stateAt(booking, now);
    if (state !== 'confirmed') throw new WrongState({ state, allowed: BOOKING_TRANSITIONS[state] });
    await this.steps.requireInTime(em, actor, booking, now);
    const question: PlaceQuestion = {
      itemCode: booking.itemCode,
      siteId: wish.siteId ?? booking.siteId,
      startAt: new Date(wish.startAt),
      people: booking.people,
      green: booking.green,
      homeVisit: booking.homeVisit,
    };
    if (question.siteId === booking.siteId && question.startAt.getTime() === booking.startAt.getTime()) {
      return this.reader.view(em, actor, code);
    }
    requireBookableTime(this.calendars.current(), question.startAt, now, this.settings.horizonDays);
    const moved = await this.take(em, booking, question, now);
    await this.tell(em, actor, booking, moved, now);
    await this.freed.offer(em, booking, now);
    for (const place of [booking, moved]) this.news.booked(em, place, now);
    return this.reader.view(em, actor, code);
  }

  /** @returns the booking at its new place */
  private async take(em: EntityManager, booking: Booking, question: PlaceQuestion, now: Date): Promise<Booking> {
    const asked = {
      ...question,
      channel: booking.channel,
      representative: booking.sealedRepresentative !== null,
    };
    const refuse = (item: Opening['item']) => refusalOf(item, asked, this.settings);
    let outdated: string | undefined;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const opening = await this.places.opening(question, refuse, now, outdated);
      if (!opening) break;
      const { outcome, windowId } = await this.tryOnce(em, booking, question, opening, now);
      if (outcome === 'taken') break;
      if (outcome === 'lapsed') {
        const { phoneFingerprint, itemCode } = booking;
        await this.holds.strikeOff(em, { opening, phoneFingerprint, itemCode, now });
      }
      if (outcome === 'stale') outdated = opening.stamp;
      if (outcome === 'done' && windowId !== null) {
        const { day, startAt, endAt } = opening;
        return { ...booking, siteId: question.siteId, windowId, day, startAt, endAt };
      }
    }
    throw await this.alternatives.slotTaken(em, question, now);
  }

  /** `lost`: somebody else took the chosen place in the same moment. */
  private async tryOnce(
    em: EntityManager,
    booking: Booking,
    { siteId, itemCode }: PlaceQuestion,
    opening: Opening,
    now: Date,
  ): Promise<{ outcome: MoveOutcome | 'lost'; windowId: string | null }> {
    const { day, startAt, endAt, stamp } = opening;
    const candidates = candidatesOf(opening);
    const move = { bookingId: booking.id, siteId, day, startAt, endAt, candidates, stamp, now };
    try {
      return await em.transaction((savepoint) => movePlace(savepoint, move));
    } catch (error) {
      const refused = refusedBy(error);
      if (refused === 'day') throw new AlreadyBookedThatDay({ itemCode, day });
      if (refused === 'place') return { outcome: 'lost', windowId: null };
      throw error;
    }
  }

  private async tell(em: EntityManager, actor: Actor, from: Booking, to: Booking, now: Date): Promise<void> {
    await this.reminders.set(em, to);
    await this.ledger.write(em, {
      itemType: 'booking',
      itemId: to.id,
      action: 'moved',
      actor,
      at: now,
      detail: {
        from: { siteId: from.siteId, windowId: from.windowId, startAt: from.startAt },
        siteId: to.siteId,
        windowId: to.windowId,
        startAt: to.startAt,
        endAt: to.endAt,
      },
    });
    await this.outbox.add(em, BookingMoved, to.id, {
      ...aboutBooking(to),
      movedFrom: from.startAt.toISOString(),
      movedAt: now.toISOString(),
    });
    await this.messages.send(em, to, 'booking_moved', {
      code: to.code,
      time: to.startAt.toISOString(),
      ...(await this.sites.where(em, to, to.language)),
    });
  }
}
