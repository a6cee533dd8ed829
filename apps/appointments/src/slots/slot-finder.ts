import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { shiftDay, type Day } from '@app/common/calendar/zone.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { daysBetween } from '../schedule/domain/day-kind.js';
import { isWithin, type Days } from '../schedule/domain/site-schedule.js';
import { freeTimesOf } from './domain/free-slots.js';
import type { WindowSlot } from './domain/window-slots.js';
import { ScheduleCache, type BookableDays } from './schedule-cache.js';
import { SlotGrids } from './slot-grids.js';
import type { FreeDay, FreeSlot, SlotOpenings, SlotQuestion, WindowOpening } from './slot.js';
import { takenOf, TakenPlaces, type TakenAtSite } from './taken-places.js';

const HOUR_MS = 3_600_000;
/** The earliest time is looked for in ever later days: how many more each time. */
const EARLIEST_STEPS = [2, 2, 3, 7];
/** How far around a taken time alternatives are looked for. */
const NEAR_DAYS = 7;

/** A site at one moment. */
interface SiteNow {
  readonly taken: TakenAtSite;
  readonly bookable: BookableDays;
}

/** Finds times for citizens: what the schedule opens, less what is booked (domain.md §3). */
@Injectable()
export class SlotFinder {
  constructor(
    private readonly cache: ScheduleCache,
    private readonly places: TakenPlaces,
    private readonly grids: SlotGrids,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
  ) {}

  /** The free times of one site within the days that can be booked, the earliest first. */
  async free(em: EntityManager, question: SlotQuestion & { readonly siteId: string }, now: Date): Promise<FreeSlot[]> {
    return (await this.freeDays(em, question, now)).flatMap(slotsOf);
  }

  /** The same day by day: the days with free times. */
  freeDays(em: EntityManager, question: SlotQuestion & { readonly siteId: string }, now: Date): Promise<FreeDay[]> {
    return this.look(em, question, [question.siteId], now);
  }

  /** The earliest free time of each site that offers the item, of `siteId` only where given; the earliest first. */
  async earliest(em: EntityManager, question: SlotQuestion, now: Date): Promise<FreeSlot[]> {
    const found: FreeSlot[] = [];
    let open: readonly string[] | null = question.siteId === undefined ? null : [question.siteId];
    let { fromDay } = this.bookable(question, now);
    for (const step of [...EARLIEST_STEPS, this.settings.horizonDays]) {
      const until = shiftDay(fromDay, step - 1);
      const part = { ...question, fromDay, toDay: until < question.toDay ? until : question.toDay };
      if (fromDay > part.toDay || open?.length === 0) break;
      const sites = await this.sites(em, part, open, now);
      const days = this.daysOf(part, now);
      const firsts = sites.map((site) => this.firstOn(site, part, days, now));
      found.push(...firsts.flatMap((first) => first ?? []));
      open = sites.flatMap(({ taken }, i) => (firsts[i] ? [] : [taken.siteId]));
      fromDay = shiftDay(part.toDay, 1);
    }
    return found.toSorted((a, b) => a.startAt.getTime() - b.startAt.getTime());
  }

  /**
   * Free times in place of one that is taken: the nearest at the same site, within a week; where that has too few, the nearest
   * elsewhere.
   * @param most how many
   */
  async near(
    em: EntityManager,
    question: SlotQuestion & { readonly siteId: string; readonly startAt: Date },
    now: Date,
    most: number,
  ): Promise<FreeSlot[]> {
    const { startAt } = question;
    const day = dayOf(this.calendars.current(), startAt);
    const distance = (slot: FreeSlot): number => Math.abs(slot.startAt.getTime() - startAt.getTime());
    const within = async (days: number, siteIds: readonly string[] | null): Promise<FreeSlot[]> => {
      const around = { ...question, fromDay: shiftDay(day, -days), toDay: shiftDay(day, days) };
      const found = await this.look(em, around, siteIds, now);
      return found.flatMap(slotsOf).toSorted((a, b) => distance(a) - distance(b));
    };
    // Nothing on a day further off is nearer than a day.
    const close = (await within(1, [question.siteId])).filter((slot) => distance(slot) <= 24 * HOUR_MS);
    if (close.length >= most) return close.slice(0, most);
    const here = (await within(NEAR_DAYS, [question.siteId])).slice(0, most);
    if (here.length === most) return here;
    const elsewhere = (await within(NEAR_DAYS, null)).filter(({ siteId }) => siteId !== question.siteId);
    return [...here, ...elsewhere.slice(0, most - here.length)];
  }

  /**
   * The windows that are open for exactly this time by schedule and catalogue, without a look at bookings. Answered from memory: a booking that relies on it holds only if the stamp is still the site's.
   * @param outdated the stamp of an answer that turned out to be an old one: it is read anew
   */
  async openings(
    question: Omit<SlotQuestion, 'fromDay' | 'toDay'> & { readonly siteId: string; readonly startAt: Date },
    now: Date,
    outdated?: string,
  ): Promise<SlotOpenings> {
    const calendar = this.calendars.current();
    const today = dayOf(calendar, now);
    const day = dayOf(calendar, question.startAt);
    const days = await this.cache.of(question.siteId, today, outdated);
    if (!days) return { stamp: '0', windows: [], item: null, materialVersion: 0 };
    const { stamp } = days.schedule;
    const item = days.item(question.itemCode);
    const startMs = question.startAt.getTime();
    const windows = isWithin(days.schedule, day)
      ? this.grids.of(days, question, day, now).windows.flatMap(({ windowId, slots }) => {
          const slot = slots.find((one) => one.startMs === startMs);
          return slot ? [opening(windowId, day, slot)] : [];
        })
      : [];
    return { stamp, windows, item, materialVersion: item?.materialVersion ?? 0 };
  }

  private async look(
    em: EntityManager,
    question: SlotQuestion,
    siteIds: readonly string[] | null,
    now: Date,
  ): Promise<FreeDay[]> {
    const sites = await this.sites(em, question, siteIds, now);
    const days = this.daysOf(question, now);
    return sites.flatMap((site) => days.flatMap((day) => this.freeOn(site, question, day, now) ?? []));
  }

  /** Sites that offer the item, with their schedules and what is taken there. */
  private async sites(
    em: EntityManager,
    question: SlotQuestion,
    siteIds: readonly string[] | null,
    now: Date,
  ): Promise<SiteNow[]> {
    const days = this.bookable(question, now);
    if (days.fromDay > days.toDay) return [];
    const found = await this.places.read(em, { itemCode: question.itemCode, siteIds, days, now });
    const stamps = new Map(found.map(({ siteId, stamp }) => [siteId, stamp]));
    const schedules = await this.cache.at(em, stamps, dayOf(this.calendars.current(), now));
    return found.flatMap((taken) => {
      const bookable = schedules.get(taken.siteId);
      return bookable ? [{ taken, bookable }] : [];
    });
  }

  /** @returns null on a day without a free time */
  private freeOn({ taken, bookable }: SiteNow, question: SlotQuestion, day: Day, now: Date): FreeDay | null {
    const kind = bookable.openSessions(day)[0]?.dayKind;
    const weekend = kind !== 'working';
    if (kind === undefined || (question.sessions === 'weekend' && !weekend)) return null;
    const grid = this.grids.of(bookable, question, day, now);
    const times = freeTimesOf(grid, (windowId) => takenOf(taken, windowId, day)).filter(({ time }) =>
      isAsked(time.session, question),
    );
    return times.length > 0 ? { siteId: taken.siteId, day, weekend, times } : null;
  }

  private firstOn(site: SiteNow, question: SlotQuestion, days: readonly Day[], now: Date): FreeSlot | undefined {
    for (const day of days) {
      const free = this.freeOn(site, question, day, now);
      if (free) return slotsOf({ ...free, times: free.times.slice(0, 1) })[0];
    }
    return undefined;
  }

  private daysOf(question: SlotQuestion, now: Date): Day[] {
    const { fromDay, toDay } = this.bookable(question, now);
    return daysBetween(fromDay, toDay);
  }

  /** The part of the days asked for that can be booked now. */
  private bookable({ fromDay, toDay }: Days, now: Date): Days {
    const today = dayOf(this.calendars.current(), now);
    const last = shiftDay(today, this.settings.horizonDays);
    return { fromDay: fromDay < today ? today : fromDay, toDay: toDay > last ? last : toDay };
  }
}

function opening(windowId: string, day: Day, slot: WindowSlot): WindowOpening {
  const { startMs, endMs, fromMs, toMs, session, capacity } = slot;
  const during = { startAt: new Date(fromMs), endAt: new Date(toMs) };
  return { windowId, capacity, startAt: new Date(startMs), endAt: new Date(endMs), during, day, session };
}

function slotsOf({ siteId, weekend, times }: FreeDay): FreeSlot[] {
  return times.map(({ time: { startAt, endAt, session }, placesLeft }) => ({
    siteId,
    startAt,
    endAt,
    session,
    weekend,
    placesLeft,
  }));
}

function isAsked(session: FreeSlot['session'], { sessions }: SlotQuestion): boolean {
  return sessions === undefined || sessions === 'weekend' || sessions.includes(session);
}
