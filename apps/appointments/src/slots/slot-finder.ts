import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { shiftDay, type Day } from '@app/common/calendar/zone.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { daysBetween } from '../schedule/domain/day-kind.js';
import { isWithin, type Days, type OfferedItem, type ScheduledWindow } from '../schedule/domain/site-schedule.js';
import { freeSlots } from './domain/free-slots.js';
import { windowSlots, type WindowSlot } from './domain/window-slots.js';
import { ScheduleCache, type BookableDays } from './schedule-cache.js';
import type { FreeSlot, SlotOpenings, SlotQuestion, WindowOpening } from './slot.js';
import { takenKey, TakenPlaces, type TakenAtSite } from './taken-places.js';

const HOUR_MS = 3_600_000;
/** The earliest time is looked for in ever later days: how many more each time. */
const EARLIEST_STEPS = [2, 7, 22];
/** How far around a taken time alternatives are looked for. */
const NEAR_DAYS = 7;

/** Finds times for citizens: what the schedule opens, less what is booked (domain.md §3). */
@Injectable()
export class SlotFinder {
  constructor(
    private readonly cache: ScheduleCache,
    private readonly places: TakenPlaces,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
  ) {}

  /** The free times of one site within the days that can be booked, the earliest first. */
  free(em: EntityManager, question: SlotQuestion & { readonly siteId: string }, now: Date): Promise<FreeSlot[]> {
    return this.look(em, question, [question.siteId], now);
  }

  /** The earliest free time of each site that offers the item, of `siteId` only where given; the earliest first. */
  async earliest(em: EntityManager, question: SlotQuestion, now: Date): Promise<FreeSlot[]> {
    const found: FreeSlot[] = [];
    let open: readonly string[] | null = question.siteId === undefined ? null : [question.siteId];
    let { fromDay } = this.bookable(question, now);
    for (const step of [...EARLIEST_STEPS, this.settings.horizonDays]) {
      const until = shiftDay(fromDay, step - 1);
      const toDay = until < question.toDay ? until : question.toDay;
      if (fromDay > toDay || open?.length === 0) break;
      const sites = await this.taken(em, { ...question, fromDay, toDay }, open, now);
      const firsts = firstOfEach(await this.freeAt(em, { ...question, fromDay, toDay }, sites, now));
      found.push(...firsts);
      open = sites.map(({ siteId }) => siteId).filter((id) => firsts.every(({ siteId }) => siteId !== id));
      fromDay = shiftDay(toDay, 1);
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
      return found.toSorted((a, b) => distance(a) - distance(b));
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
    const item = offered(days, question);
    const windows = isWithin(days.schedule, day)
      ? this.slotsOn(days, question, day, now).flatMap(({ window, slots }) =>
          slots
            .filter(({ startMs }) => startMs === question.startAt.getTime())
            .map((slot) => opening(window.id, day, slot)),
        )
      : [];
    return { stamp, windows, item, materialVersion: item?.materialVersion ?? 0 };
  }

  private async look(
    em: EntityManager,
    question: SlotQuestion,
    siteIds: readonly string[] | null,
    now: Date,
  ): Promise<FreeSlot[]> {
    return this.freeAt(em, question, await this.taken(em, question, siteIds, now), now);
  }

  private async taken(
    em: EntityManager,
    question: SlotQuestion,
    siteIds: readonly string[] | null,
    now: Date,
  ): Promise<TakenAtSite[]> {
    const days = this.bookable(question, now);
    if (days.fromDay > days.toDay) return [];
    return this.places.read(em, { itemCode: question.itemCode, siteIds, days, now });
  }

  private async freeAt(
    em: EntityManager,
    question: SlotQuestion,
    sites: readonly TakenAtSite[],
    now: Date,
  ): Promise<FreeSlot[]> {
    const stamps = new Map(sites.map(({ siteId, stamp }) => [siteId, stamp]));
    const schedules = await this.cache.at(em, stamps, dayOf(this.calendars.current(), now));
    const days = this.bookable(question, now);
    return sites.flatMap((site) => {
      const bookable = schedules.get(site.siteId);
      if (!bookable) return [];
      return daysBetween(days.fromDay, days.toDay).flatMap((day) => this.freeOn(bookable, site, question, day, now));
    });
  }

  private freeOn(days: BookableDays, site: TakenAtSite, question: SlotQuestion, day: Day, now: Date): FreeSlot[] {
    const kind = days.openSessions(day)[0]?.dayKind;
    const weekend = kind !== 'working';
    if (kind === undefined || (question.sessions === 'weekend' && !weekend)) return [];
    const windows = this.slotsOn(days, question, day, now).map(({ window, slots }) => ({
      slots: slots.filter(({ session }) => isAsked(session, question)),
      taken: site.taken.get(takenKey(window.id, day)) ?? [],
    }));
    return freeSlots(windows).map((time) => ({ siteId: site.siteId, weekend, ...time }));
  }

  /** The slots of a day that the schedule allows, by window. */
  private slotsOn(
    days: BookableDays,
    question: Omit<SlotQuestion, 'fromDay' | 'toDay'>,
    day: Day,
    now: Date,
  ): { window: ScheduledWindow; slots: WindowSlot[] }[] {
    const item = offered(days, question);
    if (!item || !this.isPossible(item, question)) return [];
    const kind = question.homeVisit ? 'home-visit' : 'counter';
    const sessions = days.openSessions(day);
    return days.schedule.windows
      .filter((window) => window.kind === kind && window.items.includes(item.code))
      .map((window) => {
        const { gridMinutes, graceMinutes, greenReleaseHours } = this.settings;
        const rules = {
          durationMinutes: item.durationMinutes * question.people,
          gridMinutes,
          graceMinutes,
          greenReleaseHours,
          green: question.green && item.greenChannel,
          travelMinutes: question.homeVisit ? window.travelMinutes : 0,
        };
        return {
          window,
          slots: windowSlots(
            sessions.filter(({ windowId }) => windowId === window.id),
            rules,
            now,
          ),
        };
      });
  }

  private isPossible(item: OfferedItem, { people, homeVisit }: Pick<SlotQuestion, 'people' | 'homeVisit'>): boolean {
    if (homeVisit && !item.homeVisit) return false;
    return people === 1 || (item.groups && people <= this.settings.maxPeople);
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

function offered({ schedule }: BookableDays, { itemCode }: { itemCode: string }): OfferedItem | null {
  return schedule.items.find(({ code }) => code === itemCode) ?? null;
}

function isAsked(session: FreeSlot['session'], { sessions }: SlotQuestion): boolean {
  return sessions === undefined || sessions === 'weekend' || sessions.includes(session);
}

/** The slots are in order within each site. */
function firstOfEach(slots: readonly FreeSlot[]): FreeSlot[] {
  const firsts = new Map<string, FreeSlot>();
  for (const slot of slots) if (!firsts.has(slot.siteId)) firsts.set(slot.siteId, slot);
  return [...firsts.values()];
}
