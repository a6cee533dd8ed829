import { maskPhone } from '@app/common/auth/phone-mask.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import type { Day } from '@app/common/calendar/zone.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { nationalNumber } from '@app/common/contact/phone-number.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { isOpenFor } from '../slots/domain/window-slots.js';
import { openSessions, type OpenSession } from './domain/open-sessions.js';
import type { Days } from './domain/site-schedule.js';
import type { BookingWithoutTime } from './schedule-admin.dto.js';
import { ScheduleRepository } from './schedules.repository.js';

/** How many bookings are looked at, and how many of them shown. */
const MOST_READ = 5_000;
const MOST_SHOWN = 500;

interface Row {
  code: string;
  siteId: string;
  windowId: string;
  itemCode: string;
  day: Day;
  startAt: Date;
  endAt: Date;
  sealedPhone: string | null;
}

const READ = `
SELECT code, site_id AS "siteId", resource_id AS "windowId", item_code AS "itemCode", day::text AS day,
  start_at AS "startAt", end_at AS "endAt", sealed_phone AS "sealedPhone"
FROM booking
WHERE site_id = ANY ($1) AND day BETWEEN $2::date AND $3::date AND state = 'confirmed' AND start_at > $4
ORDER BY start_at LIMIT ${MOST_READ}`;

/** Finds the confirmed bookings that have no time by the schedule as it stands. */
@Injectable()
export class BookingsWithoutTime {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
    private readonly box: SealedBox,
  ) {}

  /**
   * Those of some sites within some days, by the schedule as `em` sees it; the earliest first, 500 at most.
   * @param now bookings that have begun are left alone
   */
  async find(em: EntityManager, siteIds: readonly string[], days: Days, now: Date): Promise<BookingWithoutTime[]> {
    const rows = await em.query<Row[]>(READ, [siteIds, days.fromDay, days.toDay, now]);
    if (rows.length === 0) return [];
    const open = await this.openings(em, rows, days);
    return rows
      .filter((row) => !isOpenFor(open(row), row, this.settings.graceMinutes))
      .slice(0, MOST_SHOWN)
      .map((row) => this.shown(row));
  }

  /** The sessions of a booking's window on its day. */
  private async openings(
    em: EntityManager,
    rows: readonly Row[],
    days: Days,
  ): Promise<(row: Row) => readonly OpenSession[]> {
    const siteIds = [...new Set(rows.map(({ siteId }) => siteId))];
    const schedules = new Map((await this.schedules.read(em, siteIds, days)).map((one) => [one.siteId, one]));
    const calendar = this.calendars.current();
    const known = new Map<string, OpenSession[]>();
    return ({ siteId, day, windowId }) => {
      const key = `${siteId} ${day}`;
      const schedule = schedules.get(siteId);
      const sessions = known.get(key) ?? (schedule ? openSessions(calendar, schedule, day) : []);
      known.set(key, sessions);
      return sessions.filter((session) => session.windowId === windowId);
    };
  }

  /** The booking as planners see it. */
  shown({ code, siteId, windowId, itemCode, startAt, endAt, sealedPhone }: Omit<Row, 'day'>): BookingWithoutTime {
    const phoneMasked = sealedPhone === null ? null : maskPhone(nationalNumber(this.box.open(sealedPhone)));
    return {
      code,
      siteId,
      windowId,
      itemCode,
      startAt: startAt.toISOString(),
      endAt: endAt.toISOString(),
      phoneMasked,
    };
  }
}
