/** A day of the office's own calendar, `YYYY-MM-DD`. */
export type Day = string;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offset of each UTC day that begins and ends with the same one; `null` on a day the zone's clocks change. */
  readonly offsets: Map<number, number | null>;
}

const zones = new Map<string, Zone>();

/**
 * The day in `timeZone` at an instant. The time zone of the process plays no part.
 * @throws RangeError if the zone is unknown or the instant is an invalid date
 */
export function dayIn(timeZone: string, at: Date): Day {
  return localIso(timeZone, at).slice(0, 10);
}

/**
 * Minutes since midnight on the wall clock of `timeZone`, with fractions.
 * @throws RangeError if the zone is unknown or the instant is an invalid date
 */
export function minuteOfDayIn(timeZone: string, at: Date): number {
  const local = localMs(timeZone, at.getTime());
  return (local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS;
}

/**
 * The instant at which the wall clock of `timeZone` shows `minute` minutes since midnight of `day`.
 * @throws RangeError if the day does not exist or the zone is unknown
 */
export function instantIn(timeZone: string, day: Day, minute: number): Date {
  const wall = midnightUtc(day) + Math.round(minute * MINUTE_MS);
  const near = wall - offsetAt(timeZone, wall);
  return new Date(wall - offsetAt(timeZone, near));
}

/**
 * The day `count` days after `day` (before it where negative).
 * @throws RangeError if the day does not exist
 */
export function shiftDay(day: Day, count: number): Day {
  return new Date(midnightUtc(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(midnightUtc(day)).getUTCDay();
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Whether the text names a day that exists: `2024-02-30` does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function midnightUtc(day: Day): number {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`);
}

function localIso(timeZone: string, at: Date): string {
  return new Date(localMs(timeZone, at.getTime())).toISOString();
}

function localMs(timeZone: string, ms: number): number {
  return ms + offsetAt(timeZone, ms);
}

/** How far the zone's wall clock is ahead of UTC, in milliseconds. */
function offsetAt(timeZone: string, ms: number): number {
  const zone = zoneOf(timeZone);
  const utcDay = Math.floor(ms / DAY_MS);
  let offset = zone.offsets.get(utcDay);
  if (offset === undefined) {
    const first = askedOffset(zone, utcDay * DAY_MS);
    offset = first === askedOffset(zone, (utcDay + 1) * DAY_MS) ? first : null;
    zone.offsets.set(utcDay, offset);
  }
  return offset ?? askedOffset(zone, ms);
}

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    zone = { format, offsets: new Map() };
    zones.set(timeZone, zone);
  }
  return zone;
}

function askedOffset(zone: Zone, ms: number): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of zone.format.formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - Math.floor(ms / 1000) * 1000;
}
