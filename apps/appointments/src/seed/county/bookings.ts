import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import type { Day } from '@app/common/calendar/zone.js';
import { randomCode } from '@app/common/confidential/random-code.js';
import { openSessions, type OpenSession } from '../../schedule/domain/open-sessions.js';
import type { BookingChannel, ScheduledWindow, SiteSchedule } from '../../schedule/domain/site-schedule.js';
import { windowSlots } from '../../slots/domain/window-slots.js';
import type { Chance } from './chance.js';
import { personName } from './people.js';

/** A booking of the demo, phone and name still open. */
export interface DemoBooking {
  readonly code: string;
  readonly siteId: string;
  readonly windowId: string;
  readonly place: number;
  readonly itemCode: string;
  readonly day: Day;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly during: { readonly startAt: Date; readonly endAt: Date };
  readonly people: number;
  readonly green: boolean;
  readonly homeVisit: boolean;
  readonly channel: BookingChannel;
  readonly language: 'zh-CN' | 'en';
  readonly state: 'confirmed' | 'cancelled' | 'served' | 'missed';
  readonly name: string;
  readonly phone: string;
  readonly createdAt: Date;
  /** 评价 of a booking that was served; null where none was given. */
  readonly score: number | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const LONG_AGO = new Date(0);
const CHANNELS: readonly BookingChannel[] = ['web', 'web', 'web', 'web', 'sms', 'sms', 'phone', 'phone', 'counter'];
const SCORES = [5, 5, 5, 5, 5, 4, 4, 4, 3, 2];
/** A name no number of the operators belongs to: 199 0000 xxxx and on. */
const FIRST_PHONE = 19_900_000_000;
/** How full windows are, of a hundred: mornings are liked, evenings less. */
const FILL = { morning: 62, noon: 30, afternoon: 48, evening: 35 } as const;

export interface DemoBookingsQuestion {
  readonly calendar: WorkingCalendar;
  readonly schedules: readonly SiteSchedule[];
  readonly days: readonly Day[];
  readonly now: Date;
  readonly chance: Chance;
}

/** Bookings as a county has them: what is over was served, missed or cancelled, what is to come is confirmed. */
export function demoBookings({ calendar, schedules, days, now, chance }: DemoBookingsQuestion): DemoBooking[] {
  const bookings: DemoBooking[] = [];
  for (const schedule of schedules) {
    for (const day of days) {
      const sessions = openSessions(calendar, schedule, day);
      for (const window of schedule.windows) {
        const own = sessions.filter(({ windowId }) => windowId === window.id);
        for (const times of placesOf(own)) {
          bookings.push(
            ...filled({ schedule, window, sessions: own, ...times, day, now, chance, first: bookings.length }),
          );
        }
      }
    }
  }
  return bookings;
}

/** Each place of a window is filled for itself. */
function placesOf(sessions: readonly OpenSession[]): { place: number }[] {
  const most = Math.max(0, ...sessions.map(({ capacity }) => capacity));
  return Array.from({ length: most }, (_, i) => ({ place: i + 1 }));
}

interface Filling {
  readonly schedule: SiteSchedule;
  readonly window: ScheduledWindow;
  readonly sessions: readonly OpenSession[];
  readonly place: number;
  readonly day: Day;
  readonly now: Date;
  readonly chance: Chance;
  /** How many bookings there are already: each citizen books once. */
  readonly first: number;
}

function filled({ schedule, window, sessions, place, day, now, chance, first }: Filling): DemoBooking[] {
  const items = schedule.items.filter(({ code }) => window.items.includes(code));
  const bookings: DemoBooking[] = [];
  let free = 0;
  while (items.length > 0) {
    const item = chance.oneOf(items);
    const homeVisit = window.kind === 'home-visit';
    const slots = windowSlots(
      sessions,
      {
        durationMinutes: item.durationMinutes,
        gridMinutes: 15,
        graceMinutes: 0,
        greenReleaseHours: 0,
        green: true,
        travelMinutes: homeVisit ? window.travelMinutes : 0,
      },
      LONG_AGO,
    );
    const slot = slots.find(({ fromMs, capacity }) => fromMs >= free && place <= capacity);
    if (!slot) return bookings;
    free = slot.startMs + 15 * MINUTE_MS;
    if (!chance.percent(FILL[slot.session])) continue;
    const [startAt, endAt] = [new Date(slot.startMs), new Date(slot.endMs)];
    const during = { startAt: new Date(slot.fromMs), endAt: new Date(slot.toMs) };
    const over = endAt <= now;
    const state = stateOf(over, chance);
    // A time that was given up can be booked again.
    if (state !== 'cancelled') free = slot.toMs;
    const number = first + bookings.length;
    bookings.push({
      code: `Y${randomCode(9, (count) => chance.bytes(count))}`,
      siteId: schedule.siteId,
      windowId: window.id,
      place,
      itemCode: item.code,
      day,
      startAt,
      endAt,
      during,
      people: 1,
      green: item.greenChannel && chance.percent(8),
      homeVisit,
      channel: homeVisit ? 'phone' : chance.oneOf(CHANNELS),
      language: chance.percent(4) ? 'en' : 'zh-CN',
      state,
      name: personName(number + 100),
      phone: `+86${FIRST_PHONE + number}`,
      createdAt: madeBefore(startAt, now, chance),
      score: state === 'served' && chance.percent(35) ? chance.oneOf(SCORES) : null,
    });
  }
  return bookings;
}

function stateOf(over: boolean, chance: Chance): DemoBooking['state'] {
  if (chance.percent(7)) return 'cancelled';
  if (!over) return 'confirmed';
  return chance.percent(6) ? 'missed' : 'served';
}

/** Between half a day and twelve days ahead, and never in the future. */
function madeBefore(startAt: Date, now: Date, chance: Chance): Date {
  const ahead = (12 + chance.below(276)) * HOUR_MS + chance.below(60) * MINUTE_MS;
  return new Date(Math.min(startAt.getTime() - ahead, now.getTime() - chance.below(72 * 60) * MINUTE_MS));
}
