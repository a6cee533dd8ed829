import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { yearOf } from '@app/common/calendar/zone.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { officialNumber, type Series } from './domain/official-number.js';

/** Gives out official numbers. */
@Injectable()
export class OfficialNumbers {
  constructor(private readonly calendars: CalendarSource) {}

  /**
   * The next number of a series in the office's year of `at`. The series waits for this transaction, so that a number
   * that is rolled back is given again: no gaps, at a pace of a few a day.
   */
  async next(em: EntityManager, series: Series, at: Date): Promise<string> {
    const year = yearOf(dayOf(this.calendars.current(), at));
    const [row] = await em.query<{ last: number }[]>(
      `INSERT INTO number_series AS s (series, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (series, year) DO UPDATE SET last = s.last + 1 RETURNING last`,
      [series, year],
    );
    if (!row) throw new Error(`No number of series ${series}`);
    return officialNumber(series, year, row.last);
  }
}
