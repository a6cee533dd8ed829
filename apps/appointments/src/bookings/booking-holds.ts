import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FreedTimes } from '../waitlist/freed-times.js';
import type { Booking } from './booking.js';
import { HOLD_OVER } from './booking-timers.js';
import type { Opening } from './booking-places.js';
import { BookingRepository } from './booking.repository.js';
import { stateAt } from './domain/booking-state.js';

/** Holds that end without a booking: their time goes to whoever waits for it. */
@Injectable()
export class BookingHolds {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly timers: Timers,
    private readonly ledger: Ledger,
    private readonly freed: FreedTimes,
  ) {}

  /** A hold that was not confirmed in time. */
  @OnTimer(HOLD_OVER)
  async over(em: EntityManager, { kind, key, now }: DueTimer): Promise<void> {
    const hold = await this.bookings.lockById(em, key);
    if (hold?.state !== 'held' || stateAt(hold, now) !== 'expired') return;
    await this.end(em, hold, 'expired', { kind: 'system', name: `timer:${kind}` }, now);
    await this.freed.offer(em, hold, now);
  }

  /** A hold its owner gives back. */
  async giveBack(em: EntityManager, hold: Booking, actor: Actor, now: Date): Promise<void> {
    await this.end(em, hold, 'released', actor, now);
    await this.freed.offer(em, hold, now);
  }

  /** A hold given back for another time, which may need the same place: it is offered once that is taken. */
  async replace<T>(em: EntityManager, hold: Booking, actor: Actor, now: Date, take: () => Promise<T>): Promise<T> {
    await this.end(em, hold, 'released', actor, now);
    const taken = await take();
    await this.freed.offer(em, hold, now);
    return taken;
  }

  /** The holds past their time that stand in the way of a booking; their timers may be late. */
  async strikeOff(
    em: EntityManager,
    where: { opening: Opening; phoneFingerprint: string | null; itemCode: string; now: Date },
  ): Promise<void> {
    const { opening, phoneFingerprint, itemCode, now } = where;
    const [window] = opening.windows;
    if (!window) return;
    const windowIds = opening.windows.map(({ windowId }) => windowId);
    const during = opening.windows.reduce(
      (span, one) => ({
        startAt: one.during.startAt < span.startAt ? one.during.startAt : span.startAt,
        endAt: one.during.endAt > span.endAt ? one.during.endAt : span.endAt,
      }),
      window.during,
    );
    const lapsed = { windowIds, during, phoneFingerprint, itemCode, day: opening.day, now };
    await this.expireAll(em, await this.bookings.lapsed(em, lapsed), now);
  }

  /** The holds past their time of a phone, of the same item and day as a booking of it. */
  async strikeOffOfPhone(
    em: EntityManager,
    booking: Pick<Booking, 'itemCode' | 'day' | 'startAt' | 'endAt'>,
    phoneFingerprint: string | null,
    now: Date,
  ): Promise<void> {
    const { itemCode, day } = booking;
    const lapsed = { windowIds: [], during: booking, phoneFingerprint, itemCode, day, now };
    await this.expireAll(em, await this.bookings.lapsed(em, lapsed), now);
  }

  private async expireAll(em: EntityManager, holds: readonly Booking[], now: Date): Promise<void> {
    for (const hold of holds) {
      await this.end(em, hold, 'expired', { kind: 'system', name: 'booking' }, now);
      await this.freed.offer(em, hold, now);
    }
  }

  private async end(
    em: EntityManager,
    hold: Booking,
    state: 'expired' | 'released',
    actor: Actor,
    at: Date,
  ): Promise<void> {
    await this.bookings.end(em, hold.id, state, at);
    await this.timers.cancel(em, HOLD_OVER, hold.id);
    await this.ledger.write(em, {
      itemType: 'booking',
      itemId: hold.id,
      action: state,
      actor,
      at,
      detail: { to: state },
    });
    await this.freed.holdEnded(em, hold, state, at);
  }
}
