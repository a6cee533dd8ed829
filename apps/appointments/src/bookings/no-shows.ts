import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { BookingRepository } from './booking.repository.js';
import { blockedUntil } from './domain/no-show-penalty.js';

const DAY_MS = 86_400_000;

/** What missed bookings cost: web and SMS are closed to the phone for a while; operators may book for it. */
@Injectable()
export class NoShows {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly settings: AppointmentsSettings,
  ) {}

  /** Counts the missed bookings of a phone, after one was marked `missed` in the same transaction. */
  async count(em: EntityManager, phoneFingerprint: string | null, now: Date): Promise<void> {
    if (phoneFingerprint === null) return;
    const { noShows } = this.settings;
    const since = new Date(now.getTime() - (noShows.withinDays + noShows.blockedDays) * DAY_MS);
    const until = blockedUntil(await this.bookings.missedSince(em, phoneFingerprint, since), noShows);
    if (until !== null && until > now) await this.bookings.block(em, phoneFingerprint, until);
  }
}
