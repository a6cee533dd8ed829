import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { SESSION_NAMES } from '@app/common/calendar/calendar.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { RuleBroken } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { dayKind, daysBetween } from '../schedule/domain/day-kind.js';
import { csv } from './domain/csv.js';
import type { Histogram } from './domain/histogram.js';
import { figuresOf, together, type Tally } from './domain/tally.js';
import type { FiguresDto, FiguresQuery, FiguresRow } from './figures.dto.js';
import {
  bookedStatement,
  cameStatement,
  leadStatement,
  NAMES,
  servedStatement,
  waitStatement,
  type BookedCount,
  type CameCount,
  type HistogramCount,
  type KeyName,
  type ServedCount,
} from './figures.statements.js';
import { figuresTable } from './figures-table.js';
import { OfferedTimes, type OfferedTime } from './offered-time.js';

const LONGEST_DAYS = 92;
const TOTAL = 'total';

/** How the windows do over a period: counted by the database, worked out in `domain/`. */
@Injectable()
export class Figures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly offered: OfferedTimes,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /**
   * The figures of each site, item or week, and of all together.
   * @throws RuleBroken `figures-period`
   */
  async read(query: FiguresQuery): Promise<FiguresDto> {
    const { from, to, by } = query;
    if (to < from || to > shiftDay(from, LONGEST_DAYS - 1))
      throw new RuleBroken('figures-period', { days: LONGEST_DAYS });
    // All from one snapshot, so that the figures agree with each other.
    return this.dataSource.transaction('REPEATABLE READ', async (em) => {
      const tallies = await this.tallies(em, query);
      const names = await this.names(em, by, [...tallies.keys()]);
      const rows = [...tallies].map(([key, tally]): FiguresRow => ({
        key,
        nameZh: names.get(key)?.nameZh ?? null,
        nameEn: names.get(key)?.nameEn ?? null,
        ...figuresOf(tally),
      }));
      const total = { key: TOTAL, nameZh: null, nameEn: null, ...figuresOf(together([...tallies.values()])) };
      rows.sort((a, b) => a.key.localeCompare(b.key, 'en'));
      return { asOf: this.clock.now().toISOString(), from, to, by, rows, total };
    });
  }

  /**
   * The same as a table for a spreadsheet.
   * @throws RuleBroken `figures-period`
   */
  async csv(query: FiguresQuery): Promise<string> {
    const { rows, total } = await this.read(query);
    return csv(figuresTable([...rows, total]));
  }

  private async tallies(em: EntityManager, { from, to, by, site }: FiguresQuery): Promise<Map<string, Tally>> {
    const calendar = this.calendars.current();
    const siteId = site ?? null;
    const period = [from, to, siteId];
    const days = { fromDay: from, toDay: to };
    const { sessions, timeZone } = calendar;
    // The minutes before the first session, between two and after the last belong to the one before, or the first.
    const bounds = [timeZone, sessions.map(({ name }) => name), sessions.map(({ start }, i) => (i === 0 ? 0 : start))];
    const notWorked = daysBetween(from, to).filter((day) => dayKind(calendar, day) !== 'working');
    const working = sessions.filter((session) => session.working).map(({ name }) => name);

    const booked: BookedCount[] = await em.query(bookedStatement(by), [...period, ...bounds]);
    const leads: HistogramCount[] = await em.query(leadStatement(by), period);
    const waits: HistogramCount[] = await em.query(waitStatement(by), period);
    const came: CameCount[] = await em.query(cameStatement(by), period);
    const served: ServedCount[] = await em.query(servedStatement(by), [...period, ...bounds, working, notWorked]);
    const offered = by === 'item' ? new Map<string, OfferedTime>() : await this.offered.by(em, by, siteId, days);

    const keys = new Set([...offered.keys(), ...[booked, leads, waits, came, served].flat().map(({ key }) => key)]);
    return new Map(
      [...keys].map((key) => {
        const ofKey = booked.filter((one) => one.key === key);
        const counts = served.find((one) => one.key === key);
        const gone = came.find((one) => one.key === key);
        const open = by === 'item' ? null : (offered.get(key) ?? null);
        return [
          key,
          {
            servedMinutes: counts?.servedMinutes ?? 0,
            openMinutes: open?.openMinutes ?? null,
            sessions: fills(ofKey, open),
            waits: histogram(waits, key),
            due: ofKey.reduce((sum, { due }) => sum + due, 0),
            missed: ofKey.reduce((sum, { missed }) => sum + missed, 0),
            came: gone?.came ?? 0,
            unserved: gone?.unserved ?? 0,
            served: counts?.served ?? 0,
            extended: counts?.extended ?? 0,
            leads: histogram(leads, key),
          },
        ];
      }),
    );
  }

  private async names(em: EntityManager, by: FiguresQuery['by'], keys: string[]): Promise<Map<string, KeyName>> {
    if (by === 'week') return new Map();
    const names = await em.query<KeyName[]>(NAMES[by], [keys]);
    return new Map(names.map((name) => [name.key, name]));
  }
}

function fills(booked: readonly BookedCount[], open: OfferedTime | null): Tally['sessions'] {
  return Object.fromEntries(
    SESSION_NAMES.flatMap((session) => {
      const bookedMinutes = booked.find((one) => one.session === session)?.bookedMinutes ?? 0;
      const offeredMinutes = open?.sessions.get(session) ?? null;
      return bookedMinutes === 0 && offeredMinutes === null ? [] : [[session, { bookedMinutes, offeredMinutes }]];
    }),
  );
}

function histogram(counts: readonly HistogramCount[], key: string): Histogram {
  return new Map(counts.filter((one) => one.key === key).map(({ value, count }) => [value, count]));
}
