import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { NotFound } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DisplayDto } from './desk.dto.js';
import { turnOrderSql } from './domain/turn.js';

const MOST_CALLED = 12;
const MOST_NEXT = 10;

const READ = `
SELECT s.name_zh AS "siteNameZh", s.name_en AS "siteNameEn",
  (SELECT coalesce(json_agg(one), '[]') FROM (
     SELECT v.number, w.code AS "windowCode", v.called_at AS "calledAt"
       FROM visit v JOIN service_window w ON w.id = v.window_id
      WHERE v.site_id = $1 AND v.day = $2 AND v.state = 'called'
      ORDER BY v.called_at DESC, v.number LIMIT ${MOST_CALLED}) one) AS called,
  (SELECT count(*)::int FROM visit v WHERE v.site_id = $1 AND v.day = $2 AND v.state = 'waiting') AS waiting,
  (SELECT coalesce(json_agg(one.number), '[]') FROM (
     SELECT v.number FROM visit v WHERE v.site_id = $1 AND v.day = $2 AND v.state = 'waiting'
      ORDER BY ${turnOrderSql('v')} LIMIT ${MOST_NEXT}) one) AS next
FROM site s WHERE s.id = $1 AND s.active`;

/** What the waiting room's display shows: numbers and windows, nothing of whose they are. */
@Injectable()
export class Display {
  constructor(
    private readonly dataSource: DataSource,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async of(siteId: string): Promise<DisplayDto> {
    const now = this.clock.now();
    const today = dayOf(this.calendars.current(), now);
    const [read] = await this.dataSource.query<Omit<DisplayDto, 'asOf'>[]>(READ, [siteId, today]);
    if (!read) throw new NotFound();
    const called = read.called.map((one) => ({ ...one, calledAt: new Date(one.calledAt).toISOString() }));
    return { ...read, called, asOf: now.toISOString() };
  }
}
