import { SESSION_NAMES, type SessionName } from '@app/common/calendar/calendar.js';
import type { FiguresRow } from '../figures.dto.js';
import { added, percentile, sizeOf, type Histogram } from './histogram.js';

/** What was counted of one site, item or week. Minutes and hours are whole. */
export interface Tally {
  /** Of citizens at windows. */
  readonly servedMinutes: number;
  /** Of windows; null by item, as a window is open for all it does. */
  readonly openMinutes: number | null;
  readonly sessions: Readonly<Partial<Record<SessionName, { bookedMinutes: number; offeredMinutes: number | null }>>>;
  /** Minutes from arrival, or the time booked where that is later, to the first call. */
  readonly waits: Histogram;
  /** Bookings whose citizen came or did not. */
  readonly due: number;
  readonly missed: number;
  /** Citizens who came and are gone again. */
  readonly came: number;
  /** Those of them whom the windows did not get to. */
  readonly unserved: number;
  /** Citizens served, at a window or at home. */
  readonly served: number;
  readonly extended: number;
  /** Hours from the booking to its time. */
  readonly leads: Histogram;
}

export type TallyFigures = Omit<FiguresRow, 'key' | 'nameZh' | 'nameEn'>;

const NOTHING: Tally = {
  servedMinutes: 0,
  openMinutes: null,
  sessions: {},
  waits: new Map(),
  due: 0,
  missed: 0,
  came: 0,
  unserved: 0,
  served: 0,
  extended: 0,
  leads: new Map(),
};

/** The figures of a tally: shares between 0 and 1 to four places, null where there is nothing to divide by. */
export function figuresOf(tally: Tally): TallyFigures {
  const { servedMinutes, openMinutes, waits, due, missed, came, unserved, served, extended, leads } = tally;
  return {
    windowUse: { servedMinutes, openMinutes, share: share(servedMinutes, openMinutes) },
    sessions: SESSION_NAMES.flatMap((session) => {
      const fill = tally.sessions[session];
      return fill ? [{ session, ...fill, share: share(fill.bookedMinutes, fill.offeredMinutes) }] : [];
    }),
    wait: {
      called: sizeOf(waits),
      medianMinutes: percentile(waits, 0.5),
      p90Minutes: percentile(waits, 0.9),
    },
    noShow: { due, missed, rate: share(missed, due) },
    unserved: { came, unserved, share: share(unserved, came) },
    extended: { served, extended, share: share(extended, served) },
    leadTime: { bookings: sizeOf(leads), medianHours: percentile(leads, 0.5), p90Hours: percentile(leads, 0.9) },
  };
}

/** All of them as one. */
export function together(tallies: readonly Tally[]): Tally {
  return tallies.reduce(sum, NOTHING);
}

/** @returns null where there is no whole */
export function share(part: number, whole: number | null): number | null {
  return whole === null || whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}

function sum(one: Tally, other: Tally): Tally {
  return {
    servedMinutes: one.servedMinutes + other.servedMinutes,
    openMinutes: eitherSum(one.openMinutes, other.openMinutes),
    sessions: Object.fromEntries(
      SESSION_NAMES.flatMap((session) => {
        const fills = [one.sessions[session], other.sessions[session]].filter((fill) => fill !== undefined);
        if (fills.length === 0) return [];
        const bookedMinutes = fills.reduce((minutes, fill) => minutes + fill.bookedMinutes, 0);
        const offeredMinutes = fills.map((fill) => fill.offeredMinutes).reduce(eitherSum, null);
        return [[session, { bookedMinutes, offeredMinutes }]];
      }),
    ),
    waits: added(one.waits, other.waits),
    due: one.due + other.due,
    missed: one.missed + other.missed,
    came: one.came + other.came,
    unserved: one.unserved + other.unserved,
    served: one.served + other.served,
    extended: one.extended + other.extended,
    leads: added(one.leads, other.leads),
  };
}

function eitherSum(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : one + other;
}
