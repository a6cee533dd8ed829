import { Clock } from '@app/common/time/clock.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Timers, type TimerSetting } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import type { Booking } from './booking.js';
import { BookingMessages } from './booking-messages.js';
import { ClosedBookings } from './closed-bookings.js';
import { BookingRepository } from './booking.repository.js';
import { reminderTimes } from './domain/reminder-times.js';
import { SiteNames } from './site-names.js';

const REMINDER = 'booking.reminder';
const HOUR_MS = 3_600_000;

/** The reminders of a booking, as timers; none for a phone that receives no text messages. */
export function reminderTimers(
  booking: Pick<Booking, 'id' | 'startAt' | 'receivesText'>,
  hoursBefore: readonly number[],
  now: Date,
): TimerSetting[] {
  if (!booking.receivesText) return [];
  return reminderTimes(booking.startAt, hoursBefore, now).map(({ hours, at }) => ({
    kind: REMINDER,
    key: reminderKey(booking.id, hours),
    dueAt: at,
  }));
}

const reminderKey = (bookingId: string, hours: number): string => `${bookingId}/${hours}`;

/** Reminds citizens of their bookings, a day and two hours before (domain.md §3). */
@Injectable()
export class BookingReminders {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly messages: BookingMessages,
    private readonly closed: ClosedBookings,
    private readonly sites: SiteNames,
    private readonly timers: Timers,
    private readonly clock: Clock,
    private readonly settings: AppointmentsSettings,
  ) {}

  /** Sets them anew, after the booking was made or moved. */
  async set(em: EntityManager, booking: Pick<Booking, 'id' | 'startAt' | 'receivesText'>): Promise<void> {
    await this.cancel(em, booking.id);
    const { remindersHours } = this.settings;
    for (const timer of reminderTimers(booking, remindersHours, this.clock.now())) await this.timers.set(em, timer);
  }

  async cancel(em: EntityManager, bookingId: string): Promise<void> {
    for (const hours of this.settings.remindersHours) {
      await this.timers.cancel(em, REMINDER, reminderKey(bookingId, hours));
    }
  }

  /**
   * A booking that was cancelled, or moved to another time, is not reminded of at this one. Whose window is closed by
   * then is told so once more, and not to come.
   */
  @OnTimer(REMINDER)
  async remind(em: EntityManager, { key, now }: DueTimer): Promise<void> {
    const [id = '', hours = ''] = key.split('/');
    const booking = await this.bookings.lockById(em, id);
    if (booking?.state !== 'confirmed' || booking.startAt <= now) return;
    if (booking.startAt.getTime() - Number(hours) * HOUR_MS > now.getTime()) return;
    if (await this.closed.tellIfClosed(em, booking, now)) return;
    await this.messages.send(em, booking, 'booking_reminder', {
      code: booking.code,
      time: booking.startAt.toISOString(),
      ...(await this.sites.where(em, booking, booking.language)),
    });
  }
}
