import type { Actor } from '@app/common/auth/actor.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { pooledRandom } from '@app/common/confidential/pooled-random.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { Relay } from '@app/common/messaging/relay.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { DeskNews } from '../desk/desk-news.js';
import type { BookingChannel } from '../schedule/domain/site-schedule.js';
import type { SealedContact } from './booking.js';
import type { BookingDto, BookingWishDto } from './booking.dto.js';
import { AlreadyBookedThatDay } from './booking.errors.js';
import { BookingHolds } from './booking-holds.js';
import { HOLD_OVER } from './booking-timers.js';
import { BookingMessages } from './booking-messages.js';
import { BookingPlaces, type Opening, type PlaceQuestion, type Taking } from './booking-places.js';
import { reminderTimers } from './booking-reminders.js';
import { BookingRepository } from './booking.repository.js';
import type { NewBooking } from './booking.statement.js';
import { BookingTransactions } from './booking-transactions.js';
import { bookingView, isDesk } from './booking-view.js';
import { ContactSeal, type Contact } from './contact-seal.js';
import { refusedBy } from './database-refusal.js';
import { requireBookableTime } from './domain/bookable-time.js';
import { bookingCode } from './domain/booking-code.js';
import { refusalOf } from './domain/wish.js';
import { Offers, type OfferTexts } from './offers.js';
import { AT_HOME } from './site-names.js';
import { SlotAlternatives } from './slot-alternatives.js';

/** A time somebody wants: held without a contact, booked with one. */
export type IncomingWish = BookingWishDto & {
  readonly channel: BookingChannel;
  readonly contact?: Contact;
  /** The code of a hold given back for it. */
  readonly replaces?: string;
};

type Made = NewBooking & { readonly answer: BookingDto };

const MINUTE_MS = 60_000;
/** Holds that lapse one after the other under one booking. */
const MOST_CLEARINGS = 3;

/** Takes times for citizens (domain.md §3, Booking rules): on the hot path one statement, one commit. */
@Injectable()
export class BookingTaking {
  constructor(
    private readonly dataSource: DataSource,
    private readonly places: BookingPlaces,
    private readonly bookings: BookingRepository,
    private readonly holds: BookingHolds,
    private readonly offers: Offers,
    private readonly alternatives: SlotAlternatives,
    private readonly contacts: ContactSeal,
    private readonly messages: BookingMessages,
    private readonly transactions: BookingTransactions,
    private readonly idempotency: Idempotency,
    private readonly relay: Relay,
    private readonly news: DeskNews,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
    private readonly settings: AppointmentsSettings,
  ) {}

  /**
   * Holds or books a time, once however often it is sent with the same key.
   * @throws SlotTaken (409) with the nearest free times, AlreadyBookedThatDay (409), NotFound; RuleBroken (422)
   *   `not-offered-here`, `no-…`, `too-many-people`, `appointment-in-the-past`, `too-far-ahead`,
   *   `visit-address-missing`, `blocked-after-no-shows`; StillRunning (409), KeyReused (422)
   */
  async book(actor: Actor, wish: IncomingWish, idempotency: IdempotencyContext): Promise<BookingDto> {
    const { replaces } = wish;
    const taken =
      replaces === undefined
        ? await this.attempt(null, actor, wish, idempotency)
        : await this.replacing(actor, wish, replaces, idempotency);
    if (taken.outcome === 'seen') return this.idempotency.firstAnswer<BookingDto>(idempotency);
    this.relay.wake();
    return taken.booked.answer;
  }

  /**
   * The same within a transaction that makes sure itself that it happens once.
   * @throws as `book`
   */
  async bookIn(em: EntityManager, actor: Actor, wish: IncomingWish): Promise<BookingDto> {
    const nobody = { caller: `booking:${newId()}`, key: null, route: '', bodyHash: Buffer.alloc(0) };
    const taken = await this.attempt(em, actor, wish, nobody);
    if (taken.outcome === 'seen') throw new Error('a new key was seen before');
    return taken.booked.answer;
  }

  /** The old hold is given back first, for it may be all that is in the way; both happen or neither. */
  private async replacing(
    actor: Actor,
    wish: IncomingWish,
    replaces: string,
    idempotency: IdempotencyContext,
  ): Promise<{ outcome: 'done'; booked: Made } | { outcome: 'seen' }> {
    try {
      return await this.transactions.run(async (em) => {
        const old = await this.bookings.lock(em, replaces);
        const take = () => this.attempt(em, actor, wish, idempotency);
        return old?.state === 'held' ? this.holds.replace(em, old, actor, this.clock.now(), take) : take();
      });
    } catch (error) {
      if (refusedBy(error) === 'key') return { outcome: 'seen' };
      throw error;
    }
  }

  private async attempt(
    em: EntityManager | null,
    actor: Actor,
    wish: IncomingWish,
    idempotency: IdempotencyContext,
  ): Promise<{ outcome: 'done'; booked: Made } | { outcome: 'seen' }> {
    const now = this.clock.now();
    const question = questionOf(wish);
    requireBookableTime(this.calendars.current(), question.startAt, now, this.settings.horizonDays);
    const contact = wish.contact ? this.contacts.seal(wish.contact) : null;
    if (wish.homeVisit === true && contact && !wish.visitAddress) throw new RuleBroken('visit-address-missing');
    const plan = {
      refuse: (item: Opening['item']) =>
        refusalOf(
          item,
          { ...question, channel: wish.channel, representative: wish.representative !== undefined },
          this.settings,
        ),
      make: (opening: Opening) => this.newBooking(actor, wish, contact, opening, now),
      now,
      penalised: wish.channel === 'web' || wish.channel === 'sms',
      idempotency,
    };
    let taking: Taking<Made> = await this.places.take(em, question, plan);
    for (let clearing = 0; taking.outcome === 'lapsed' && clearing < MOST_CLEARINGS; clearing += 1) {
      await this.clear(em, question, contact?.phoneFingerprint ?? null, now);
      taking = await this.places.take(em, question, plan);
    }
    switch (taking.outcome) {
      case 'done':
        if (taking.booked.confirmed) this.news.booked(em, taking.booked.booking, now);
        return taking;
      case 'seen':
        return { outcome: 'seen' };
      case 'already':
        throw new AlreadyBookedThatDay({ itemCode: wish.itemCode, day: this.dayOf(question.startAt) });
      case 'blocked':
        throw await this.blocked(em ?? this.dataSource.manager, contact, now);
      default:
        throw await this.alternatives.slotTaken(em, question, now);
    }
  }

  /** Strikes off the holds that are past their time and in the way. */
  private async clear(
    em: EntityManager | null,
    question: PlaceQuestion,
    phoneFingerprint: string | null,
    now: Date,
  ): Promise<void> {
    const opening = await this.places.opening(question, () => null, now);
    if (!opening) return;
    const where = { opening, phoneFingerprint, itemCode: question.itemCode, now };
    if (em) await this.holds.strikeOff(em, where);
    else await this.transactions.run((own) => this.holds.strikeOff(own, where));
  }

  private async newBooking(
    actor: Actor,
    wish: IncomingWish,
    contact: (SealedContact & { phoneMasked: string }) | null,
    opening: Opening,
    now: Date,
  ): Promise<Made> {
    const texts = await this.offers.of(wish.siteId, wish.itemCode, opening.stamp);
    if (!texts) throw new NotFound();
    const { holdMinutes, remindersHours } = this.settings;
    const id = newId();
    const code = bookingCode(pooledRandom);
    const { startAt, endAt } = opening;
    const heldUntil = contact ? now : new Date(now.getTime() + holdMinutes * MINUTE_MS);
    const booking = {
      id,
      code,
      state: contact ? ('confirmed' as const) : ('held' as const),
      siteId: wish.siteId,
      itemCode: wish.itemCode,
      materialVersion: texts.materialVersion,
      day: opening.day,
      startAt,
      endAt,
      people: wish.people ?? 1,
      green: wish.green ?? false,
      homeVisit: wish.homeVisit ?? false,
      channel: wish.channel,
      language: contact?.language ?? null,
      sealedName: contact?.sealedName ?? null,
      sealedPhone: contact?.sealedPhone ?? null,
      phoneFingerprint: contact?.phoneFingerprint ?? null,
      receivesText: contact?.receivesText ?? false,
      sealedRepresentative: this.contacts.sealedJson(wish.representative),
      sealedAddress: this.contacts.sealed(wish.visitAddress),
      heldUntil,
      createdAt: now,
      bookedBy: actor.kind === 'staff' ? actor.id : null,
    };
    return {
      booking,
      timers: contact ? reminderTimers(booking, remindersHours, now) : [{ kind: HOLD_OVER, key: id, dueAt: heldUntil }],
      ledger: {
        itemType: 'booking',
        itemId: id,
        action: contact ? 'booked' : 'held',
        actor,
        at: now,
        detail: {
          siteId: wish.siteId,
          itemCode: wish.itemCode,
          startAt,
          endAt,
          channel: wish.channel,
          to: booking.state,
        },
      },
      confirmed: contact
        ? {
            bookingId: id,
            resource: 'window',
            startAt: startAt.toISOString(),
            endAt: endAt.toISOString(),
            confirmedAt: now.toISOString(),
          }
        : null,
      sms: contact ? this.confirmation(booking, texts) : null,
      answer: bookingView({ ...booking, version: 1, sequence: 0 }, texts, {
        now,
        byStaff: isDesk(actor),
        unkept: false,
        rules: this.settings,
        phoneMasked: contact?.phoneMasked ?? null,
        queue: null,
        rating: null,
      }),
    };
  }

  private confirmation(
    booking: Pick<
      NewBooking['booking'],
      'id' | 'code' | 'startAt' | 'homeVisit' | 'sealedPhone' | 'receivesText' | 'language'
    >,
    texts: OfferTexts,
  ): NewBooking['sms'] {
    const place = booking.language === 'en' ? texts.siteNameEn : texts.siteNameZh;
    return this.messages.request(booking, 'booking_confirmed', {
      code: booking.code,
      time: booking.startAt.toISOString(),
      ...(booking.homeVisit ? AT_HOME : { place }),
    });
  }

  private async blocked(em: EntityManager, contact: SealedContact | null, now: Date): Promise<RuleBroken> {
    const until = contact && (await this.bookings.blockedUntil(em, contact.phoneFingerprint, now));
    return new RuleBroken('blocked-after-no-shows', { until: until ? this.dayOf(until) : '' });
  }

  private dayOf(at: Date): string {
    return dayOf(this.calendars.current(), at);
  }
}

function questionOf({ itemCode, siteId, startAt, people, green, homeVisit }: IncomingWish): PlaceQuestion {
  return {
    itemCode,
    siteId,
    startAt: new Date(startAt),
    people: people ?? 1,
    green: green ?? false,
    homeVisit: homeVisit ?? false,
  };
}
