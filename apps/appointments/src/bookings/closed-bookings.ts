import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { newId } from '@app/common/persistence/id.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { openSessions } from '../schedule/domain/open-sessions.js';
import type { Days } from '../schedule/domain/site-schedule.js';
import { ScheduleRepository } from '../schedule/schedules.repository.js';
import type { Booking } from './booking.js';
import { BookingMessages } from './booking-messages.js';
import { BOOKING_COLUMNS } from './booking.repository.js';
import { WINDOWS_CLOSED } from './booking-timers.js';

/** Longer than a booking takes that has read the schedule before a change and commits after it. */
const ON_ITS_WAY_MS = 10_000;

const IN_STATE = (states: string) => `
  SELECT ${BOOKING_COLUMNS} FROM booking b
   WHERE b.site_id = $1 AND b.day BETWEEN $2::date AND $3::date AND b.state IN (${states}) AND b.start_at > $4
     AND b.resource_kind = 'window'
   ORDER BY b.start_at, b.id`;
const CONFIRMED = IN_STATE(`'confirmed'`);
const COMING = IN_STATE(`'confirmed', 'held'`);

/** Locked, so that two who look after the same change do not tell the same citizen; as they are now. */
const LOCK = `
  SELECT b.id, b.version FROM booking b WHERE b.id = ANY ($1) AND b.state = 'confirmed' ORDER BY b.id FOR UPDATE`;

/** Those who know that their window has closed: they were told, have not moved since, and were not told otherwise. */
const TOLD = `
  SELECT told.item_id AS id FROM ledger told
   WHERE told.item_type = 'booking' AND told.item_id = ANY ($1) AND told.action = 'window-closed'
     AND NOT EXISTS (SELECT FROM ledger later WHERE later.item_type = 'booking' AND later.item_id = told.item_id
       AND later.seq > told.seq AND later.action IN ('moved', 'window-open-again'))`;

/** A change that closed windows of a site within some days, as its timer keeps it. */
interface Change {
  readonly siteId: string;
  readonly days: Days;
  readonly reason: string;
}

/** Bookings of some days of a site before a change. */
export interface StandingBookings {
  readonly siteId: string;
  readonly days: Days;
  /** Those whose windows are open for them. */
  readonly bookings: readonly Booking[];
  /** Those whose windows are not. */
  readonly shut: readonly Booking[];
}

/** Who changed what windows are open, and why. */
interface Telling {
  readonly actor: Actor;
  readonly reason: string;
  readonly now: Date;
}

/**
 * Tells citizens whose booking the office cannot keep (domain.md §3): something closes their window. Read what stands
 * before the change, tell after it, both in its transaction. The booking stays, so that the citizen can move it in one
 * step by its code. A booking on its way may commit after that, and a hold be confirmed: they are told by a timer, so
 * that booking need not wait for changes of the schedule. Whose window opens again before they have moved or cancelled is
 * told that too, once: their booking stands as it was.
 */
@Injectable()
export class ClosedBookings {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly messages: BookingMessages,
    private readonly ledger: Ledger,
    private readonly timers: Timers,
    private readonly calendars: CalendarSource,
  ) {}

  /** The confirmed bookings from now on, by their start: those whose window is open for them, and those whose is not. */
  async standing(em: EntityManager, siteId: string, days: Days, now: Date): Promise<StandingBookings> {
    const bookings = await em.query<Booking[]>(CONFIRMED, [siteId, days.fromDay, days.toDay, now]);
    const open = new Set(await this.stillOpen(em, siteId, days, bookings));
    return { siteId, days, bookings: [...open], shut: bookings.filter((booking) => !open.has(booking)) };
  }

  /**
   * Tells the citizens whose window has closed since, and those whose has opened again.
   * @returns the bookings whose window has closed, by their start
   */
  async tell(
    em: EntityManager,
    { siteId, days, bookings, shut }: StandingBookings,
    telling: Telling,
  ): Promise<Booking[]> {
    const { reason, now } = telling;
    const open = new Set(await this.stillOpen(em, siteId, days, [...bookings, ...shut]));
    const closed = bookings.filter((booking) => !open.has(booking));
    await this.tellEach(em, closed, telling);
    await this.tellOpenAgain(
      em,
      shut.filter((booking) => open.has(booking)),
      telling,
    );
    const dueAt = new Date(now.getTime() + ON_ITS_WAY_MS);
    const payload = { siteId, days, reason } satisfies Change;
    await this.timers.set(em, { kind: WINDOWS_CLOSED, key: newId(), dueAt, payload });
    return closed;
  }

  /** Whoever was booking while windows closed, and is not told yet. Where a hold stands, it looks again when that is over. */
  @OnTimer(WINDOWS_CLOSED)
  async tellLate(em: EntityManager, { kind, key, payload, now }: DueTimer): Promise<void> {
    const { siteId, days, reason } = payload as unknown as Change;
    const coming = await em.query<Booking[]>(COMING, [siteId, days.fromDay, days.toDay, now]);
    const open = new Set(await this.stillOpen(em, siteId, days, coming));
    const closed = coming.filter((booking) => !open.has(booking));
    const untold = await this.untold(
      em,
      closed.filter(({ state }) => state === 'confirmed'),
    );
    await this.tellEach(em, untold, { actor: { kind: 'system', name: `timer:${kind}` }, reason, now });
    const held = closed.filter(({ state, heldUntil }) => state === 'held' && heldUntil > now);
    if (held.length === 0) return;
    const dueAt = new Date(Math.max(...held.map(({ heldUntil }) => heldUntil.getTime())) + ON_ITS_WAY_MS);
    await this.timers.set(em, { kind, key, dueAt, payload });
  }

  /** Whether the citizen was told that the office cannot keep the time, and has not moved since. */
  async isUnkept(em: EntityManager, { id, state }: Pick<Booking, 'id' | 'state'>): Promise<boolean> {
    return state === 'confirmed' && (await this.unkept(em, [id])).has(id);
  }

  /** The same of many bookings, by id. */
  async unkept(em: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    return new Set((await em.query<{ id: string }[]>(TOLD, [ids])).map(({ id }) => id));
  }

  /**
   * Tells a citizen, at the time of a reminder, whose window is not open by the schedule as it stands.
   * @returns whether it is closed
   */
  async tellIfClosed(em: EntityManager, booking: Booking, now: Date): Promise<boolean> {
    const { siteId, day } = booking;
    const open = await this.stillOpen(em, siteId, { fromDay: day, toDay: day }, [booking]);
    if (open.length > 0) return false;
    const actor = { kind: 'system', name: 'booking.reminder' } as const;
    await this.tellEach(em, [booking], { actor, reason: '提醒时窗口仍不开放', now });
    return true;
  }

  private async untold(em: EntityManager, closed: readonly Booking[]): Promise<Booking[]> {
    const { unchanged, told } = await this.lockTold(em, closed);
    return unchanged.filter(({ id }) => !told.has(id));
  }

  /** Who was not told that it had closed has nothing to be told now. */
  private async tellOpenAgain(
    em: EntityManager,
    reopened: readonly Booking[],
    { actor, reason, now }: Telling,
  ): Promise<void> {
    const { unchanged, told } = await this.lockTold(em, reopened);
    for (const booking of unchanged.filter(({ id }) => told.has(id))) {
      const { id, code, startAt } = booking;
      await this.messages.send(em, booking, 'booking_open_again', { code, time: startAt.toISOString() });
      await this.ledger.write(em, {
        itemType: 'booking',
        itemId: id,
        action: 'window-open-again',
        actor,
        at: now,
        reason,
      });
    }
  }

  /** Locks bookings: those that are as they were read, and whose citizens know that their window has closed. */
  private async lockTold(
    em: EntityManager,
    bookings: readonly Booking[],
  ): Promise<{ unchanged: Booking[]; told: ReadonlySet<string> }> {
    if (bookings.length === 0) return { unchanged: [], told: new Set() };
    const ids = bookings.map(({ id }) => id);
    const locked = await em.query<Pick<Booking, 'id' | 'version'>[]>(LOCK, [ids]);
    const versions = new Map(locked.map(({ id, version }) => [id, version]));
    const unchanged = bookings.filter(({ id, version }) => versions.get(id) === version);
    return { unchanged, told: await this.unkept(em, ids) };
  }

  private async tellEach(
    em: EntityManager,
    closed: readonly Booking[],
    { actor, reason, now }: Telling,
  ): Promise<void> {
    for (const booking of closed) {
      const { id, code, startAt } = booking;
      await this.messages.send(em, booking, 'booking_closed', { code, time: startAt.toISOString() });
      await this.ledger.write(em, { itemType: 'booking', itemId: id, action: 'window-closed', actor, at: now, reason });
    }
  }

  private async stillOpen(
    em: EntityManager,
    siteId: string,
    days: Days,
    bookings: readonly Booking[],
  ): Promise<Booking[]> {
    if (bookings.length === 0) return [];
    const [schedule] = await this.schedules.read(em, [siteId], days);
    if (!schedule) return [];
    const calendar = await this.calendars.read(em);
    const ofDay = new Map(
      [...new Set(bookings.map(({ day }) => day))].map((day) => [day, openSessions(calendar, schedule, day)]),
    );
    return bookings.filter(({ windowId, day, startAt }) =>
      ofDay.get(day)?.some((open) => open.windowId === windowId && open.startAt <= startAt && startAt < open.endAt),
    );
  }
}
