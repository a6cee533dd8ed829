import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalCalendar,
  type ICalEvent,
} from 'ical-generator';

/** One booking in a calendar. */
export interface CalendarEntry {
  readonly bookingId: string;
  /** Rises with every change: a calendar takes the version with the highest (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  /** The office, as the one who invites. */
  readonly organizer: string;
}

/** An entry that invites somebody: an invitation has at least one attendee (RFC 5546 §3.2.2). */
export interface InvitingEntry extends CalendarEntry {
  readonly code: string;
}

/** No address people could write to: calendars want one of whoever invites. */
const NO_REPLY = 'no-reply@sunline.invalid';
const PRODUCT = { company: 'sunline', product: 'appointments', language: 'ZH' } as const;

/**
 * The calendar file of a booking: an invitation, or its withdrawal with the same UID (RFC 5546). Times are in UTC, so
 * that no calendar has to know the office's time zone.
 * @param stamp when it is written
 */
export function bookingFile(entry: InvitingEntry, stamp: Date): string {
  const calendar = ical({ prodId: PRODUCT });
  calendar.method(entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
  add(calendar, entry, stamp).createAttendee({
    name: entry.code,
    email: `${entry.code.toLowerCase()}@sunline.invalid`,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.ACCEPTED,
  });
  return written(calendar);
}

/**
 * A feed to subscribe to; what is cancelled is left out.
 * @param name as the calendar program shows it
 */
export function feedFile(name: string, entries: readonly CalendarEntry[], stamp: Date): string {
  const calendar = ical({ prodId: PRODUCT, name, ttl: 900 });
  calendar.method(ICalCalendarMethod.PUBLISH);
  for (const entry of entries) add(calendar, entry, stamp);
  return written(calendar);
}

/** The last line ends like every other (RFC 5545 §3.1). */
function written(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`;
}

function add(calendar: ICalCalendar, entry: CalendarEntry, stamp: Date): ICalEvent {
  return calendar.createEvent({
    id: `${entry.bookingId}@sunline`,
    sequence: entry.sequence,
    stamp,
    start: entry.startAt,
    end: entry.endAt,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: entry.summary,
    location: entry.location,
    description: entry.description,
    organizer: { name: entry.organizer, email: NO_REPLY },
  });
}
