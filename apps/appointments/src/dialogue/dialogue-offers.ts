import { dayOf } from '@app/common/calendar/calendar.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { SlotFinder } from '../slots/slot-finder.js';
import type { SlotQuestion } from '../slots/slot.js';
import type { Choice, Errand } from './domain/dialogue-state.js';
import { SHOWN_AT_ONCE, type Effects } from './domain/effects.js';
import { itemPatterns } from './domain/item-search.js';

const BY_SMS = `si.item_code = i.code AND 'sms' = ANY (si.channels) AND s.active`;

const ITEMS = `
  SELECT id, zh, en, count(*) OVER ()::int AS total FROM (
    SELECT i.code AS id, i.name_zh AS zh, i.name_en AS en, found.exactly, bool_or(found.exactly) OVER () AS "anyExactly"
      FROM service_item i
      JOIN LATERAL (SELECT $1::text IS NULL OR upper(i.name_zh) LIKE $1 OR upper(i.name_en) LIKE $1 AS exactly) found ON true
     WHERE i.active AND EXISTS (SELECT FROM site_item si JOIN site s ON s.id = si.site_id WHERE ${BY_SMS})
       AND (found.exactly OR upper(i.name_zh) LIKE $2 OR upper(i.name_en) LIKE $2)) AS item
   WHERE exactly = "anyExactly" ORDER BY id OFFSET $3 LIMIT ${SHOWN_AT_ONCE}`;

const SITES = `
  SELECT s.id, s.name_zh AS zh, s.name_en AS en, count(*) OVER ()::int AS total
    FROM service_item i JOIN site_item si ON si.item_code = i.code JOIN site s ON s.id = si.site_id
   WHERE i.code = $1 AND i.active AND ${BY_SMS}
   ORDER BY s.id OFFSET $2 LIMIT ${SHOWN_AT_ONCE}`;

/** Times are looked for in ever later days, so that the next three are seldom a month's work: how many more each time. */
const DAYS_AT_ONCE = [3, 7];

type Listed = Effects['items']['outcome'];
type Times = Effects['times']['outcome'];

/** What a dialogue can offer: items and sites that are booked by text message, and their next times. */
@Injectable()
export class DialogueOffers {
  constructor(
    private readonly slots: SlotFinder,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
  ) {}

  /** @param keyword upper-cased, of a name in either language, or short for it; null: all */
  async items(em: EntityManager, { keyword, offset }: Effects['items']['asked']): Promise<Listed> {
    const patterns = keyword === null ? null : itemPatterns(keyword);
    return listed(await em.query<Row[]>(ITEMS, [patterns?.exactly ?? null, patterns?.loosely ?? null, offset]));
  }

  async sites(em: EntityManager, { itemCode, offset }: Effects['sites']['asked']): Promise<Listed> {
    return listed(await em.query<Row[]>(SITES, [itemCode, offset]));
  }

  /** The next three times after an instant. */
  async times(em: EntityManager, errand: Errand, after: Date | null, now: Date): Promise<Times> {
    const wish = await this.wishOf(em, errand);
    if (!wish) return { shown: [], more: false };
    const { itemCode, siteId, people, green, homeVisit, notAt } = wish;
    const question = { itemCode, siteId, people, green, homeVisit };
    const calendar = this.calendars.current();
    const last = shiftDay(dayOf(calendar, now), this.settings.horizonDays);
    const found: string[] = [];
    let fromDay = dayOf(calendar, after ?? now);
    for (const days of [...DAYS_AT_ONCE, this.settings.horizonDays]) {
      if (fromDay > last || found.length > SHOWN_AT_ONCE) break;
      const until = shiftDay(fromDay, days - 1);
      const toDay = until < last ? until : last;
      const free = await this.slots.free(em, { ...question, fromDay, toDay }, now);
      const times = free.map(({ startAt }) => startAt).filter((startAt) => !after || startAt > after);
      found.push(...times.map((startAt) => startAt.toISOString()).filter((startAt) => startAt !== notAt));
      fromDay = shiftDay(toDay, 1);
    }
    return { shown: found.slice(0, SHOWN_AT_ONCE), more: found.length > SHOWN_AT_ONCE };
  }

  /** @returns null where the booking to be moved is gone */
  private async wishOf(em: EntityManager, errand: Errand): Promise<Wish | null> {
    if (errand.kind === 'book') {
      const { itemCode, siteId } = errand;
      return { itemCode, siteId, people: 1, green: false, homeVisit: false, notAt: null };
    }
    const [booking] = await em.query<(Wish & { startAt: Date })[]>(
      `SELECT item_code AS "itemCode", site_id AS "siteId", people, green, home_visit AS "homeVisit",
         start_at AS "startAt" FROM booking WHERE code = $1`,
      [errand.code],
    );
    return booking ? { ...booking, notAt: booking.startAt.toISOString() } : null;
  }
}

/** `notAt`: the time a booking is moved away from. */
type Wish = Omit<SlotQuestion, 'fromDay' | 'toDay' | 'siteId'> & {
  readonly siteId: string;
  readonly notAt: string | null;
};
type Row = Choice & { readonly total: number };

function listed(rows: readonly Row[]): Listed {
  return { shown: rows.map(({ id, zh, en }) => ({ id, zh, en })), total: rows[0]?.total ?? 0 };
}
