import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { shiftDay, type Day } from '@app/common/calendar/zone.js';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { openSessions, type OpenSession } from '../schedule/domain/open-sessions.js';
import type { OfferedItem, SiteSchedule } from '../schedule/domain/site-schedule.js';
import { ScheduleRepository } from '../schedule/schedules.repository.js';
import { SideConnections } from './side-connections.js';

const MOST_SITES = 500;

/** A site's schedule for the days that can be booked, with the openings of each day worked out once. */
export class BookableDays {
  private static made = 0;
  /** Tells it from every other one of this process. */
  readonly number = (BookableDays.made += 1);
  private readonly sessions = new Map<Day, readonly OpenSession[]>();

  constructor(
    readonly schedule: SiteSchedule,
    readonly calendar: WorkingCalendar,
  ) {}

  openSessions(day: Day): readonly OpenSession[] {
    let sessions = this.sessions.get(day);
    if (sessions === undefined) {
      sessions = openSessions(this.calendar, this.schedule, day);
      this.sessions.set(day, sessions);
    }
    return sessions;
  }

  /** The item as the site offers it; null where it does not. */
  item(code: string): OfferedItem | null {
    return this.schedule.items.find((item) => item.code === code) ?? null;
  }
}

/** The schedules of sites as this process last read them; good while the site's stamp is the same. */
@Injectable()
export class ScheduleCache {
  private readonly kept = new LRUCache<string, BookableDays>({ max: MOST_SITES });
  private readonly coming = new Map<string, Promise<BookableDays | null>>();

  constructor(
    private readonly connections: SideConnections,
    private readonly schedules: ScheduleRepository,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
  ) {}

  /**
   * What was read of a site, without asking the database where that is not known to be outdated.
   * @param outdated the stamp of a schedule that turned out to be an old one
   * @returns null where there is no such site
   */
  async of(siteId: string, today: Day, outdated?: string): Promise<BookableDays | null> {
    const kept = this.good(siteId, today);
    if (kept && kept.schedule.stamp !== outdated) return kept;
    const coming = await this.once(siteId, today);
    // Somebody else's reading may have begun before the change.
    return coming && coming.schedule.stamp === outdated ? this.once(siteId, today) : coming;
  }

  /**
   * The schedules with these stamps; those this process has not got are read, with `em`.
   * @param stamps by site
   */
  async at(em: EntityManager, stamps: ReadonlyMap<string, string>, today: Day): Promise<Map<string, BookableDays>> {
    const found = new Map<string, BookableDays>();
    const missing: string[] = [];
    for (const [siteId, stamp] of stamps) {
      const kept = this.good(siteId, today);
      if (kept?.schedule.stamp === stamp) found.set(siteId, kept);
      else missing.push(siteId);
    }
    if (missing.length === 0) return found;
    for (const days of await this.read(em, missing, today)) found.set(days.schedule.siteId, days);
    return found;
  }

  private good(siteId: string, today: Day): BookableDays | undefined {
    const kept = this.kept.get(siteId);
    return kept?.schedule.fromDay === today && kept.calendar === this.calendars.current() ? kept : undefined;
  }

  /** However many ask at once, it is read once. */
  private once(siteId: string, today: Day): Promise<BookableDays | null> {
    const coming = this.coming.get(siteId) ?? this.readOne(siteId, today);
    this.coming.set(siteId, coming);
    return coming;
  }

  private async readOne(siteId: string, today: Day): Promise<BookableDays | null> {
    try {
      const [days] = await this.read(await this.connections.manager(), [siteId], today);
      return days ?? null;
    } finally {
      this.coming.delete(siteId);
    }
  }

  private async read(em: EntityManager, siteIds: string[], today: Day): Promise<BookableDays[]> {
    const days = { fromDay: today, toDay: shiftDay(today, this.settings.horizonDays) };
    const calendar = this.calendars.current();
    const read = (await this.schedules.read(em, siteIds, days)).map((one) => new BookableDays(one, calendar));
    // What a transaction sees of its own changes may never be committed.
    if (em.queryRunner?.isTransactionActive !== true) read.forEach((one) => this.keep(one));
    return read;
  }

  /** A reading that took long does not take the place of a newer one. */
  private keep(days: BookableDays): void {
    const { siteId, fromDay, stamp } = days.schedule;
    const kept = this.good(siteId, fromDay);
    if (!kept || BigInt(kept.schedule.stamp) <= BigInt(stamp)) this.kept.set(siteId, days);
  }
}
