import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { BookingCancelled, BookingConfirmed } from '@app/common/contracts/appointments.events.js';
import { Malformed, NotFound, RuleBroken, WrongState } from '@app/common/http/problem.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Clock } from '@app/common/time/clock.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { DeskNews } from '../desk/desk-news.js';
import { FreedTimes } from '../waitlist/freed-times.js';
import type { Booking, SealedContact } from './booking.js';
import type { BookingDto, ConfirmBookingDto } from './booking.dto.js';
import { AlreadyBookedThatDay, HoldExpired } from './booking.errors.js';
import { aboutBooking } from './booking-event.js';
import { BookingHolds } from './booking-holds.js';
import { BookingMessages } from './booking-messages.js';
import { BookingReader } from './booking-reader.js';
import { BookingReminders } from './booking-reminders.js';
import { BookingRepository } from './booking.repository.js';
import { HOLD_OVER } from './booking-timers.js';
import { isDesk } from './booking-view.js';
import { ClosedBookings } from './closed-bookings.js';
import { ContactSeal } from './contact-seal.js';
import { refusedBy } from './database-refusal.js';
import { changeableUntil } from './domain/booking-rules.js';
import { BOOKING_TRANSITIONS, stateAt } from './domain/booking-state.js';
import { OfferedItems } from './offered-items.js';
import { SiteNames } from './site-names.js';

/** What becomes of a booking by its code: confirmed, given back, cancelled, rated. */
@Injectable()
export class BookingSteps {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly reader: BookingReader,
    private readonly holds: BookingHolds,
    private readonly reminders: BookingReminders,
    private readonly freed: FreedTimes,
    private readonly news: DeskNews,
    private readonly items: OfferedItems,
    private readonly contacts: ContactSeal,
    private readonly closed: ClosedBookings,
    private readonly messages: BookingMessages,
    private readonly sites: SiteNames,
    private readonly timers: Timers,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
    private readonly settings: AppointmentsSettings,
  ) {}

  /**
   * A hold becomes a booking; the same again changes nothing.
   * @throws NotFound, HoldExpired (409), AlreadyBookedThatDay (409), WrongState (409), Malformed (400) without a contact;
   *   RuleBroken (422) `no-representative`, `visit-address-missing`, `blocked-after-no-shows`
   */
  async confirm(em: EntityManager, actor: Actor, code: string, given: ConfirmBookingDto): Promise<BookingDto> {
    const booking = await this.locked(em, code);
    const now = this.clock.now();
    const contact = given.contact ? this.contacts.seal(given.contact) : contactOf(booking);
    const state = stateAt(booking, now);
    if (state === 'confirmed' && contact?.phoneFingerprint === booking.phoneFingerprint) {
      return this.reader.view(em, actor, code);
    }
    if (state === 'expired' || state === 'released') throw new HoldExpired({ code });
    if (state !== 'held') throw new WrongState({ state, allowed: BOOKING_TRANSITIONS[state] });
    if (!contact) throw new Malformed([{ pointer: '/contact', rule: 'required' }]);
    if (given.representative) await this.items.requireRepresentative(em, booking.itemCode);
    const sealedAddress = this.contacts.sealed(given.visitAddress) ?? booking.sealedAddress;
    if (booking.homeVisit && sealedAddress === null) throw new RuleBroken('visit-address-missing');
    if (!isDesk(actor)) await this.requireNotBlocked(em, contact, now);
    await this.keepToOneADay(em, booking, contact, {
      sealedRepresentative: this.contacts.sealedJson(given.representative) ?? booking.sealedRepresentative,
      sealedAddress,
      at: now,
    });
    await this.timers.cancel(em, HOLD_OVER, booking.id);
    const confirmed = { ...booking, ...contact };
    await this.reminders.set(em, confirmed);
    await this.note(em, booking, 'confirmed', actor, now);
    await this.outbox.add(em, BookingConfirmed, booking.id, {
      ...aboutBooking(booking),
      confirmedAt: now.toISOString(),
    });
    await this.messages.send(em, confirmed, 'booking_confirmed', {
      code,
      time: booking.startAt.toISOString(),
      ...(await this.sites.where(em, booking, contact.language)),
    });
    await this.freed.holdConfirmed(em, booking, now);
    this.news.booked(em, booking, now);
    return this.reader.view(em, actor, code);
  }

  /**
   * A hold is given back; one that has ended already stays as it is.
   * @throws NotFound, WrongState (409) for a booking that is no hold any more
   */
  async release(em: EntityManager, actor: Actor, code: string): Promise<BookingDto> {
    const booking = await this.locked(em, code);
    if (booking.state === 'held') await this.holds.giveBack(em, booking, actor, this.clock.now());
    else if (booking.state !== 'expired' && booking.state !== 'released') {
      throw new WrongState({ state: booking.state, allowed: BOOKING_TRANSITIONS[booking.state] });
    }
    return this.reader.view(em, actor, code);
  }

  /**
   * Citizens cancel up to two hours before, the office at any time. A hold is given back.
   * @throws NotFound, WrongState (409), RuleBroken (422) `too-late-to-cancel`
   */
  async cancel(em: EntityManager, actor: Actor, code: string, reason: string | null): Promise<BookingDto> {
    const booking = await this.locked(em, code);
    if (booking.state === 'cancelled') return this.reader.view(em, actor, code);
    if (booking.state === 'held') return this.release(em, actor, code);
    if (booking.state !== 'confirmed') {
      throw new WrongState({ state: booking.state, allowed: BOOKING_TRANSITIONS[booking.state] });
    }
    const now = this.clock.now();
    await this.requireInTime(em, actor, booking, now);
    await this.bookings.end(em, booking.id, 'cancelled', now);
    await this.reminders.cancel(em, booking.id);
    await this.note(em, booking, 'cancelled', actor, now, reason ?? undefined);
    await this.outbox.add(em, BookingCancelled, booking.id, {
      ...aboutBooking(booking),
      cancelledAt: now.toISOString(),
      reason: isDesk(actor) ? 'by the office' : 'by the citizen',
    });
    await this.messages.send(em, booking, 'booking_cancelled', { code });
    await this.freed.offer(em, booking, now);
    this.news.booked(em, booking, now);
    return this.reader.view(em, actor, code);
  }

  /**
   * 评价, once, after the service.
   * @throws NotFound, WrongState (409) before it, RuleBroken (422) `already-rated`
   */
  async rate(
    em: EntityManager,
    actor: Actor,
    code: string,
    rating: { score: number; comment: string | null; via: 'web' | 'sms' },
  ): Promise<BookingDto> {
    const booking = await this.locked(em, code);
    if (booking.state !== 'served') throw new WrongState({ state: booking.state, allowed: ['served'] });
    const at = this.clock.now();
    if (!(await this.bookings.rate(em, booking.id, { ...rating, at }))) throw new RuleBroken('already-rated');
    await this.note(em, booking, 'rated', actor, at, undefined, { score: rating.score, via: rating.via });
    return this.reader.view(em, actor, code);
  }

  /**
   * @throws RuleBroken `too-late-to-cancel` for a citizen within two hours of the start, unless the office itself cannot
   *   keep the time
   */
  async requireInTime(em: EntityManager, actor: Actor, booking: Booking, now: Date): Promise<void> {
    if (isDesk(actor) || actor.kind === 'system' || now <= changeableUntil(booking.startAt, this.settings)) return;
    if (await this.closed.isUnkept(em, booking)) return;
    throw new RuleBroken('too-late-to-cancel', { minutes: this.settings.cancelUntilMinutes });
  }

  private async locked(em: EntityManager, code: string): Promise<Booking> {
    const booking = await this.bookings.lock(em, code);
    if (!booking) throw new NotFound();
    return booking;
  }

  private async keepToOneADay(
    em: EntityManager,
    booking: Booking,
    contact: SealedContact,
    more: Parameters<BookingRepository['confirm']>[3],
  ): Promise<void> {
    const confirm = () => em.transaction((savepoint) => this.bookings.confirm(savepoint, booking.id, contact, more));
    try {
      await confirm();
    } catch (error) {
      if (refusedBy(error) !== 'day') throw error;
      await this.holds.strikeOffOfPhone(em, booking, contact.phoneFingerprint, more.at);
      await confirm().catch((again: unknown) => {
        if (refusedBy(again) !== 'day') throw again;
        throw new AlreadyBookedThatDay({ itemCode: booking.itemCode, day: booking.day });
      });
    }
  }

  private async requireNotBlocked(em: EntityManager, contact: SealedContact, now: Date): Promise<void> {
    const until = await this.bookings.blockedUntil(em, contact.phoneFingerprint, now);
    if (until === null) return;
    throw new RuleBroken('blocked-after-no-shows', { until: dayOf(this.calendars.current(), until) });
  }

  private note(
    em: EntityManager,
    booking: Booking,
    action: 'confirmed' | 'cancelled' | 'rated',
    actor: Actor,
    at: Date,
    reason?: string,
    detail: Record<string, unknown> = { to: action },
  ): Promise<void> {
    return this.ledger.write(em, { itemType: 'booking', itemId: booking.id, action, actor, at, reason, detail });
  }
}

/** The contact an offer from the waiting list has already. */
function contactOf(booking: Booking): SealedContact | null {
  const { sealedName, sealedPhone, phoneFingerprint, receivesText, language } = booking;
  if (sealedPhone === null || phoneFingerprint === null) return null;
  return { sealedName, sealedPhone, phoneFingerprint, receivesText, language: language ?? 'zh-CN' };
}
