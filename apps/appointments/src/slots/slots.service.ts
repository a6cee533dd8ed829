import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import type { Days } from '../schedule/domain/site-schedule.js';
import { SlotFinder } from './slot-finder.js';
import type {
  EarliestSlotsDto,
  EarliestSlotsQuery,
  FreeSlotDto,
  FreeSlotsDto,
  FreeSlotsQuery,
  SlotDayDto,
} from './slot.dto.js';
import type { FreeDay, FreeSlot, SlotQuestion } from './slot.js';

const LONGEST_LOOK_DAYS = 31;

const KNOWN = `
  SELECT EXISTS (SELECT 1 FROM service_item WHERE code = $1 AND active)
     AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM site WHERE id = $2 AND active)) AS known`;

/** Free times as citizens see them. */
@Injectable()
export class Slots {
  constructor(
    private readonly dataSource: DataSource,
    private readonly finder: SlotFinder,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * The free slots of a site by day.
   * @throws NotFound, RuleBroken (422) `look-too-long`
   */
  async free(query: FreeSlotsQuery): Promise<FreeSlotsDto> {
    const now = this.clock.now();
    const em = this.dataSource.manager;
    const { fromDay, toDay } = this.days(now, query);
    const lastDay = shiftDay(fromDay, LONGEST_LOOK_DAYS - 1);
    if (toDay < fromDay || toDay > lastDay) throw new RuleBroken('look-too-long', { days: LONGEST_LOOK_DAYS });
    const question = { ...questionOf(query), siteId: query.site, fromDay, toDay };
    const found = await this.finder.freeDays(em, question, now);
    if (found.length === 0) await this.requireKnown(em, query.item, query.site);
    return { asOf: now.toISOString(), days: found.map(dayDto) };
  }

  /**
   * The earliest free slot of each site.
   * @throws NotFound where there is no such item
   */
  async earliest(query: EarliestSlotsQuery): Promise<EarliestSlotsDto> {
    const now = this.clock.now();
    const em = this.dataSource.manager;
    const found = await this.finder.earliest(em, { ...questionOf(query), ...this.days(now) }, now);
    if (found.length === 0) await this.requireKnown(em, query.item);
    return { asOf: now.toISOString(), items: found.map((slot) => ({ siteId: slot.siteId, ...slotDto(slot) })) };
  }

  private days(now: Date, { from, to }: { from?: string; to?: string } = {}): Days {
    const today = dayOf(this.calendars.current(), now);
    const fromDay = from ?? today;
    const horizon = shiftDay(today, this.settings.horizonDays);
    const furthest = shiftDay(fromDay, LONGEST_LOOK_DAYS - 1);
    return { fromDay, toDay: to ?? (horizon < furthest && horizon >= fromDay ? horizon : furthest) };
  }

  private async requireKnown(em: EntityManager, itemCode: string, siteId?: string): Promise<void> {
    const [found] = await em.query<{ known: boolean }[]>(KNOWN, [itemCode, siteId ?? null]);
    if (found?.known !== true) throw new NotFound();
  }
}

function questionOf(query: EarliestSlotsQuery): Omit<SlotQuestion, 'fromDay' | 'toDay'> {
  const { item, session, people = 1, green = false, homeVisit = false } = query;
  const sessions = session === undefined ? {} : { sessions: session === 'weekend' ? session : [session] };
  return { itemCode: item, people, green, homeVisit, ...sessions };
}

function dayDto({ day, weekend, times }: FreeDay): SlotDayDto {
  const slots = times.map(({ time: { written, session }, placesLeft }) => ({
    startAt: written.startAt,
    endAt: written.endAt,
    session,
    weekend,
    placesLeft,
  }));
  return { day, slots };
}

function slotDto({ startAt, endAt, session, weekend, placesLeft }: FreeSlot): FreeSlotDto {
  return { startAt: startAt.toISOString(), endAt: endAt.toISOString(), session, weekend, placesLeft };
}
