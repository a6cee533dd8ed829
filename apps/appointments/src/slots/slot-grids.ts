import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Day } from '@app/common/calendar/zone.js';
import { AppointmentsSettings } from '../appointments.settings.js';
import type { OfferedItem, ScheduledWindow } from '../schedule/domain/site-schedule.js';
import { dayGrid, type DayGrid } from './domain/day-grid.js';
import { goodUntil, windowSlots, type SlotRules } from './domain/window-slots.js';
import type { BookableDays } from './schedule-cache.js';
import type { SlotQuestion } from './slot.js';

/** About 150 bytes each. */
const MOST_SLOTS = 200_000;

/** What a day's slots depend on, beside the schedule and the time. */
export type SlotWish = Pick<SlotQuestion, 'itemCode' | 'people' | 'green' | 'homeVisit'>;

interface Kept {
  readonly grid: DayGrid;
  /** From the first to before the second, in milliseconds since the epoch, the grid is the same. */
  readonly fromMs: number;
  readonly untilMs: number;
}

const NOTHING: DayGrid = { times: [], windows: [] };

/** The slots of a site's days by schedule, kept for as long as the schedule as read and the time allow. */
@Injectable()
export class SlotGrids {
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: MOST_SLOTS,
    sizeCalculation: ({ grid }) => 1 + grid.windows.reduce((sum, { slots }) => sum + slots.length, 0),
  });

  constructor(private readonly settings: AppointmentsSettings) {}

  /** The slots of a day that the schedule allows, for a wish that the item and its place can fulfil. */
  of(days: BookableDays, wish: SlotWish, day: Day, now: Date): DayGrid {
    const { itemCode, people, green, homeVisit } = wish;
    const key = `${days.number} ${day} ${itemCode} ${people} ${String(green)} ${String(homeVisit)}`;
    const nowMs = now.getTime();
    const known = this.kept.get(key);
    if (known && known.fromMs <= nowMs && nowMs < known.untilMs) return known.grid;
    const made = this.made(days, wish, day, now);
    this.kept.set(key, made);
    return made.grid;
  }

  private made(days: BookableDays, wish: SlotWish, day: Day, now: Date): Kept {
    const fromMs = now.getTime();
    const item = days.item(wish.itemCode);
    if (!item || !this.isPossible(item, wish)) return { grid: NOTHING, fromMs, untilMs: Infinity };
    const open = days.openSessions(day);
    const windows = days.schedule.windows
      .filter(({ kind, items }) => kind === (wish.homeVisit ? 'home-visit' : 'counter') && items.includes(item.code))
      .map((window) => {
        const sessions = open.filter(({ windowId }) => windowId === window.id);
        const rules = this.rules(item, window, wish);
        const slots = windowSlots(sessions, rules, now);
        return { windowId: window.id, slots, untilMs: goodUntil(sessions, slots, rules, now) };
      });
    const grid = dayGrid(windows.map(({ windowId, slots }) => ({ windowId, slots })));
    return { grid, fromMs, untilMs: Math.min(Infinity, ...windows.map(({ untilMs }) => untilMs)) };
  }

  private rules(item: OfferedItem, window: ScheduledWindow, { people, green, homeVisit }: SlotWish): SlotRules {
    const { gridMinutes, graceMinutes, greenReleaseHours } = this.settings;
    return {
      durationMinutes: item.durationMinutes * people,
      gridMinutes,
      graceMinutes,
      greenReleaseHours,
      green: green && item.greenChannel,
      travelMinutes: homeVisit ? window.travelMinutes : 0,
    };
  }

  private isPossible(item: OfferedItem, { people, homeVisit }: SlotWish): boolean {
    if (homeVisit && !item.homeVisit) return false;
    return people === 1 || (item.groups && people <= this.settings.maxPeople);
  }
}
