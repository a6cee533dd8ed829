import { randomBytes } from 'node:crypto';
import { Ledger } from '@app/common/audit/ledger.js';
import { CITIZEN } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { randomCode } from '@app/common/confidential/random-code.js';
import { NotFound, RuleBroken, WrongState } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Recurring, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { BookingHolds } from '../bookings/booking-holds.js';
import { BookingPlaces } from '../bookings/booking-places.js';
import { BookingRepository } from '../bookings/booking.repository.js';
import { ContactSeal } from '../bookings/contact-seal.js';
import { refusalOf } from '../bookings/domain/wish.js';
import { stateAt } from '../bookings/domain/booking-state.js';
import { FIRST_WAITLIST_STATE, WAITLIST_TRANSITIONS } from './domain/waitlist-state.js';
import { FreedTimes } from './freed-times.js';
import type { WaitlistEntry } from './waitlist-entry.js';
import { AlreadyWaiting } from './waitlist.errors.js';
import type { JoinWaitlistDto, WaitlistEntryDto } from './waitlist.dto.js';
import { WaitlistRepository } from './waitlist.repository.js';

/** 候补: joining the line for a time that is not free, and leaving it (domain.md §3). */
@Injectable()
export class Waitlist {
  constructor(
    private readonly dataSource: DataSource,
    private readonly line: WaitlistRepository,
    private readonly freed: FreedTimes,
    private readonly bookings: BookingRepository,
    private readonly holds: BookingHolds,
    private readonly places: BookingPlaces,
    private readonly contacts: ContactSeal,
    private readonly ledger: Ledger,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
    private readonly settings: AppointmentsSettings,
  ) {}

  /**
   * Where a time that would do is free, it is offered at once.
   * @throws RuleBroken (422) `not-offered-here`, `no-…`, `visit-address-missing`, `days-in-wrong-order`,
   *   `too-far-ahead`, `blocked-after-no-shows`; AlreadyWaiting (409)
   */
  async join(em: EntityManager, wish: JoinWaitlistDto): Promise<WaitlistEntryDto> {
    const now = this.clock.now();
    const people = wish.people ?? 1;
    const green = wish.green ?? false;
    const homeVisit = wish.homeVisit ?? false;
    this.requireDays(wish, now);
    if (homeVisit && !wish.visitAddress) throw new RuleBroken('visit-address-missing');
    const { itemCode, siteId } = wish;
    const asked = { people, green, homeVisit, channel: 'web' as const, representative: false };
    const refuse = (item: Parameters<typeof refusalOf>[0]) => refusalOf(item, asked, this.settings);
    await this.places.opening({ itemCode, siteId, startAt: now, people, green, homeVisit }, refuse, now);
    const { phoneMasked: _, ...contact } = this.contacts.seal(wish.contact);
    const until = await this.bookings.blockedUntil(em, contact.phoneFingerprint, now);
    if (until) {
      throw new RuleBroken('blocked-after-no-shows', { until: dayOf(this.calendars.current(), until) });
    }
    const entry: WaitlistEntry = {
      id: newId(),
      code: `W${randomCode(9, randomBytes)}`,
      state: FIRST_WAITLIST_STATE,
      itemCode,
      siteId,
      fromDay: wish.fromDay,
      toDay: wish.toDay,
      session: wish.session ?? null,
      people,
      green,
      homeVisit,
      sealedAddress: homeVisit ? this.contacts.sealed(wish.visitAddress) : null,
      ...contact,
      bookingId: null,
    };
    if (!(await this.line.insert(em, entry, now))) throw new AlreadyWaiting({ itemCode, siteId });
    await this.note(em, entry, 'joined', now);
    await this.freed.offerFree(em, entry, now);
    return this.view(em, entry.code);
  }

  /** @throws NotFound */
  read(code: string): Promise<WaitlistEntryDto> {
    return this.view(this.dataSource.manager, code);
  }

  /**
   * Leaves the line; an offer that was not taken yet goes to the next.
   * @throws NotFound, WrongState (409)
   */
  async withdraw(em: EntityManager, code: string): Promise<WaitlistEntryDto> {
    const seen = await this.require(em, code);
    // A booking is locked before the entries that wait for its time.
    const hold = seen.bookingId === null ? null : await this.bookings.lockById(em, seen.bookingId);
    const entry = await this.line.lock(em, seen.id);
    if (!entry) throw new NotFound();
    if (entry.state === 'withdrawn') return this.view(em, code);
    const allowed: readonly string[] = WAITLIST_TRANSITIONS[entry.state];
    if (!allowed.includes('withdrawn')) throw new WrongState({ state: entry.state, allowed });
    const now = this.clock.now();
    if (entry.state === 'waiting') {
      await this.line.withdraw(em, entry.id);
      await this.note(em, entry, 'withdrawn', now);
    } else if (hold?.state === 'held') {
      await this.holds.giveBack(em, hold, CITIZEN, now);
    }
    return this.view(em, code);
  }

  /** Who has waited until the last day in vain waits no longer. */
  @Recurring('waitlist.last-day', { cron: '7 0 * * *' })
  async endPast(em: EntityManager, { now }: DueTimer): Promise<void> {
    await this.line.endPast(em, dayOf(this.calendars.current(), now));
  }

  private async view(em: EntityManager, code: string): Promise<WaitlistEntryDto> {
    const entry = await this.require(em, code);
    if (entry.state !== 'offered' || entry.bookingId === null) return dto(entry, null);
    const hold = await this.bookings.find(em, entry.bookingId);
    if (!hold || stateAt(hold, this.clock.now()) !== 'held') return dto({ ...entry, state: 'over' }, null);
    return dto(entry, {
      bookingCode: hold.code,
      startAt: hold.startAt.toISOString(),
      endAt: hold.endAt.toISOString(),
      until: hold.heldUntil.toISOString(),
    });
  }

  private async require(em: EntityManager, code: string): Promise<WaitlistEntry> {
    const entry = await this.line.find(em, code.normalize('NFKC').trim().toUpperCase());
    if (!entry) throw new NotFound();
    return entry;
  }

  private requireDays({ fromDay, toDay }: JoinWaitlistDto, now: Date): void {
    const today = dayOf(this.calendars.current(), now);
    const { horizonDays } = this.settings;
    if (toDay < fromDay || toDay < today) throw new RuleBroken('days-in-wrong-order');
    if (toDay > shiftDay(today, horizonDays)) throw new RuleBroken('too-far-ahead', { days: horizonDays });
  }

  private note(em: EntityManager, entry: WaitlistEntry, action: string, at: Date): Promise<void> {
    const { siteId, itemCode, fromDay, toDay } = entry;
    const detail = { siteId, itemCode, fromDay, toDay };
    return this.ledger.write(em, {
      itemType: 'waitlist-entry',
      itemId: entry.id,
      action,
      actor: CITIZEN,
      at,
      detail,
    });
  }
}

function dto(entry: WaitlistEntry, offer: WaitlistEntryDto['offer']): WaitlistEntryDto {
  const { code, state, itemCode, siteId, fromDay, toDay, session, people, green, homeVisit } = entry;
  return { code, state, itemCode, siteId, fromDay, toDay, session, people, green, homeVisit, offer };
}
