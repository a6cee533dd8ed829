import type { SessionName } from '@app/common/calendar/calendar.js';
import type { Day } from '@app/common/calendar/zone.js';
import type { OfferedItem } from '../schedule/domain/site-schedule.js';
import type { FreeTime } from './domain/free-slots.js';
import type { Span } from './domain/span.js';

/** What somebody wants a time for. */
export interface SlotQuestion {
  readonly itemCode: string;
  readonly siteId?: string;
  /** First and last day asked for; days beyond the horizon have no slots. */
  readonly fromDay: Day;
  readonly toDay: Day;
  /** Only slots that begin in one of these sessions; `weekend`: only on days the office does not work. */
  readonly sessions?: readonly SessionName[] | 'weekend';
  /** A group takes one place for so many times the item's duration. */
  readonly people: number;
  /** May use what is kept for the green channel, where the item has one. */
  readonly green: boolean;
  readonly homeVisit: boolean;
}

/** A time at a site with places left. */
export interface FreeSlot extends Span {
  readonly siteId: string;
  /** The session it begins in. */
  readonly session: SessionName;
  /** On a day the office does not work: a weekend or a holiday. */
  readonly weekend: boolean;
  /** Of all windows that can serve then. */
  readonly placesLeft: number;
}

/** A day of a site with free times. */
export interface FreeDay {
  readonly siteId: string;
  readonly day: Day;
  /** One the office does not work: a weekend or a holiday. */
  readonly weekend: boolean;
  /** The earliest first; one at least. */
  readonly times: readonly FreeTime[];
}

/** A window that is open for exactly the time asked for, by its schedule. */
export interface WindowOpening extends Span {
  readonly windowId: string;
  readonly capacity: number;
  /** What is taken of the window: with the way to a home visit and back. */
  readonly during: Span;
  readonly day: Day;
  readonly session: SessionName;
}

/** Where a time could be booked, as far as schedule and catalogue say. */
export interface SlotOpenings {
  /** Of the schedule this was read from: the booking holds only while it is the site's stamp. */
  readonly stamp: string;
  /** None where the time cannot be booked. */
  readonly windows: readonly WindowOpening[];
  /** The item as the site offers it; null where it does not. */
  readonly item: OfferedItem | null;
  /** The newest material list's; 0 where none is issued. */
  readonly materialVersion: number;
}
