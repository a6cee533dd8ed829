import type { SessionName } from '@app/common/calendar/calendar.js';
import type { Day } from '@app/common/calendar/zone.js';

export const CHANNELS = ['web', 'sms', 'phone', 'counter'] as const;
export type BookingChannel = (typeof CHANNELS)[number];
export const WINDOW_KINDS = ['counter', 'home-visit'] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

/** One session of a window's week. Minutes count from midnight at the office. */
export interface PatternSession {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly session: SessionName;
  readonly fromMinute: number;
  readonly toMinute: number;
  /** How many are served at once. */
  readonly capacity: number;
  /** The last minutes of the session that are kept for the green channel. */
  readonly greenMinutes: number;
}

export interface ScheduledWindow {
  readonly id: string;
  /** The post whose A or B must be there where a roster is published. */
  readonly postId: string | null;
  readonly kind: WindowKind;
  /** The way to a home visit, and the same back. */
  readonly travelMinutes: number;
  /** Codes of the service items it handles. */
  readonly items: readonly string[];
  readonly pattern: readonly PatternSession[];
}

/** One session of one day that differs from the pattern: for a window, or for all of the site where it names none. */
export type ScheduleException = {
  readonly windowId: string | null;
  readonly day: Day;
  readonly session: SessionName;
} & (
  | { readonly open: false }
  | { readonly open: true; readonly fromMinute: number; readonly toMinute: number; readonly capacity: number }
);

/** Days from the first to the last, both included. */
export interface Days {
  readonly fromDay: Day;
  readonly toDay: Day;
}

/** A service item as a site offers it. */
export interface OfferedItem {
  readonly code: string;
  readonly channels: readonly BookingChannel[];
  readonly durationMinutes: number;
  readonly greenChannel: boolean;
  readonly representative: boolean;
  readonly homeVisit: boolean;
  readonly groups: boolean;
  /** The newest material list; 0 where none is issued yet. */
  readonly materialVersion: number;
}

/** All that decides when the windows of a site are open within some days; bookings aside. */
export interface SiteSchedule extends Days {
  readonly siteId: string;
  /** Rises with every change; equal stamps mean equal schedules. */
  readonly stamp: string;
  /** The windows in use. */
  readonly windows: readonly ScheduledWindow[];
  readonly exceptions: readonly ScheduleException[];
  /** Of the site and of the whole office. */
  readonly closures: readonly Days[];
  /** Mondays of the weeks published. */
  readonly publishedMondays: readonly Day[];
  /** The days that a published roster covers. */
  readonly rosters: readonly Days[];
  /** Posts where the roster has an officer on duty who is not absent. */
  readonly staffed: readonly { readonly day: Day; readonly session: SessionName; readonly postId: string }[];
  readonly items: readonly OfferedItem[];
}

export function isWithin({ fromDay, toDay }: Days, day: Day): boolean {
  return fromDay <= day && day <= toDay;
}
