import { randomBytes } from 'node:crypto';
import { Ledger } from '@app/common/audit/ledger.js';
import type { SystemActor } from '@app/common/auth/actor.js';
import { newId } from '@app/common/persistence/id.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { BookingMessages } from '../bookings/booking-messages.js';
import { BookingPlaces, type Opening, type PlaceQuestion } from '../bookings/booking-places.js';
import type { NewBooking } from '../bookings/booking.statement.js';
import { HOLD_OVER } from '../bookings/booking-timers.js';
import { bookingCode } from '../bookings/domain/booking-code.js';
import { SiteNames, type Whereabouts } from '../bookings/site-names.js';
import type { Days } from '../schedule/domain/site-schedule.js';
import { overlaps, type Span } from '../slots/domain/span.js';
import { SlotFinder } from '../slots/slot-finder.js';
import type { WaitlistEntry } from './waitlist-entry.js';
import { WaitlistRepository } from './waitlist.repository.js';

/** A time at a site that a booking has given back. */
export interface FreedTime extends Span {
  readonly siteId: string;
  readonly windowId: string;
  /** At the office. */
  readonly day: string;
}

const MINUTE_MS = 60_000;
/** How many of a line are looked at for one freed time. */
const MOST_ASKED = 20;
const BY_ITSELF: SystemActor = { kind: 'system', name: 'waitlist' };

/**
 * Offers freed times to those who wait for them, one after the other, as holds of half an hour. It happens in the
 * transaction that frees the time: nobody sees it free in between, and two offers of one place cannot be. Who joins the
 * line while a time is free that would do is offered it at once: nobody waits for what is there.
 */
@Injectable()
export class FreedTimes {
  constructor(
    private readonly line: WaitlistRepository,
    private readonly slots: SlotFinder,
    private readonly places: BookingPlaces,
    private readonly messages: BookingMessages,
    private readonly sites: SiteNames,
    private readonly ledger: Ledger,
    private readonly settings: AppointmentsSettings,
  ) {}

  /** After a booking of that time was ended in the same transaction, its row locked before. */
  async offer(em: EntityManager, freed: FreedTime, now: Date): Promise<void> {
    const until = this.untilOf(now);
    if (freed.endAt <= until) return;
    for (const entry of await this.line.nextInLine(em, freed, MOST_ASKED)) {
      const days = await this.freeDays(em, entry, { fromDay: freed.day, toDay: freed.day }, now);
      const slot = days.flat().find((time) => time.startAt > until && overlaps(time, freed));
      if (slot) await this.offerTo(em, entry, slot, now, until);
    }
  }

  /** To who has just joined the line: the first time that is free and would do, if there is one. */
  async offerFree(em: EntityManager, entry: WaitlistEntry, now: Date): Promise<void> {
    const until = this.untilOf(now);
    // On a day on which the phone has a booking of the item there is none for it: then the next day.
    for (const day of await this.freeDays(em, entry, entry, now)) {
      const slot = day.find((time) => time.startAt > until);
      if (slot && (await this.offerTo(em, entry, slot, now, until))) return;
    }
  }

  /** A hold has ended without a booking; was it an offer, its turn is over. */
  async holdEnded(em: EntityManager, hold: { id: string }, how: 'expired' | 'released', at: Date): Promise<void> {
    const state = how === 'expired' ? 'over' : 'withdrawn';
    const entry = await this.line.settle(em, hold.id, state);
    if (entry) await this.note(em, entry, state, at);
  }

  /** A hold has become a booking. */
  async holdConfirmed(em: EntityManager, hold: { id: string }, at: Date): Promise<void> {
    const entry = await this.line.settle(em, hold.id, 'taken');
    if (entry) await this.note(em, entry, 'taken', at);
  }

  private untilOf(now: Date): Date {
    return new Date(now.getTime() + this.settings.waitlistOfferMinutes * MINUTE_MS);
  }

  /** @returns whether the place is kept for them now */
  private async offerTo(em: EntityManager, entry: WaitlistEntry, slot: Span, now: Date, until: Date): Promise<boolean> {
    const { itemCode, siteId, people, green, homeVisit } = entry;
    const question: PlaceQuestion = { itemCode, siteId, startAt: slot.startAt, people, green, homeVisit };
    const where = await this.sites.where(em, entry, entry.language);
    const id = newId();
    const taking = await this.places.take(em, question, {
      refuse: () => null,
      make: (opening) => this.offered(entry, opening, { id, now, until, where }),
      now,
      penalised: true,
      idempotency: { caller: `waitlist:${entry.id}`, key: null, route: '', bodyHash: Buffer.alloc(0) },
    });
    // Blocked, or booked that day already: the turn stays, the time goes to the next.
    if (taking.outcome !== 'done') return false;
    await this.line.offered(em, entry.id, id);
    await this.note(em, entry, 'offered', now, { bookingId: id });
    return true;
  }

  /** The free times that would do, day by day; the earliest first. */
  private async freeDays(em: EntityManager, entry: WaitlistEntry, days: Days, now: Date): Promise<Span[][]> {
    const { itemCode, siteId, people, green, homeVisit, session } = entry;
    const { fromDay, toDay } = days;
    const sessions = session === null ? {} : { sessions: session === 'weekend' ? session : [session] };
    const question = { itemCode, siteId, people, green, homeVisit, fromDay, toDay, ...sessions };
    const free = await this.slots.freeDays(em, question, now);
    return free.map(({ times }) => times.map(({ time }) => time));
  }

  private offered(
    entry: WaitlistEntry,
    { startAt, endAt, day, materialVersion }: Opening,
    { id, now, until, where }: { id: string; now: Date; until: Date; where: Whereabouts },
  ): NewBooking {
    const code = bookingCode(randomBytes);
    const { siteId, itemCode, sealedPhone, receivesText, language } = entry;
    return {
      booking: {
        id,
        code,
        state: 'held',
        siteId,
        itemCode,
        materialVersion: materialVersion || null,
        day,
        startAt,
        endAt,
        people: entry.people,
        green: entry.green,
        homeVisit: entry.homeVisit,
        channel: 'web',
        language,
        sealedName: entry.sealedName,
        sealedPhone,
        phoneFingerprint: entry.phoneFingerprint,
        receivesText,
        sealedRepresentative: null,
        sealedAddress: entry.sealedAddress,
        heldUntil: until,
        createdAt: now,
        bookedBy: null,
      },
      timers: [{ kind: HOLD_OVER, key: id, dueAt: until }],
      ledger: {
        itemType: 'booking',
        itemId: id,
        action: 'offered',
        actor: BY_ITSELF,
        at: now,
        detail: { siteId, itemCode, startAt, endAt, waitlistEntry: entry.id, to: 'held' },
      },
      confirmed: null,
      sms: this.messages.request({ id, sealedPhone, receivesText, language }, 'booking_offer', {
        code,
        time: startAt.toISOString(),
        ...where,
        until: until.toISOString(),
      }),
      answer: {},
    };
  }

  private note(
    em: EntityManager,
    entry: WaitlistEntry,
    action: string,
    at: Date,
    detail: Record<string, unknown> = {},
  ) {
    return this.ledger.write(em, {
      itemType: 'waitlist-entry',
      itemId: entry.id,
      action,
      actor: BY_ITSELF,
      at,
      detail: { ...detail, to: action },
    });
  }
}
