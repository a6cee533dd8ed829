import { CalendarYearMissing, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import { cardPoints } from '@app/common/calendar/limits.js';
import { addWorkingDays, workingDaysBetween } from '@app/common/calendar/working-time.js';
import { REQUEST_KINDS, type RequestKind } from '@app/common/contracts/request-kind.js';

/** A request with its reply, as far as time is concerned. */
export interface RepliedRequest {
  /** What to find it by. */
  readonly number: string;
  readonly kind: RequestKind;
  /** When its limit began: at dispatch, or when it came in where no dispatch is known. */
  readonly startedAt: Date;
  readonly repliedAt: Date;
}

/** How a number of replies stands against its limits. */
export interface Timeliness {
  readonly replies: number;
  /** 按期: given no later than the limit's end. */
  readonly inTime: number;
  /** Yellow cards: no reply yet one working day before the end. Those that went on to a red one are among them. */
  readonly yellow: number;
  /** Red cards: no reply yet at the end. */
  readonly red: number;
  /** Working days from start to reply, the day of the start not counted; `null` where there is no reply. */
  readonly workingDays: { readonly median: number; readonly p90: number; readonly worst: number } | null;
}

export interface TimelinessReport {
  /** Each request against the limit of its kind, kinds without a reply left out. */
  readonly byKind: readonly { readonly kind: RequestKind; readonly limitDays: number; readonly figures: Timeliness }[];
  readonly all: Timeliness;
  /** All requests against each of the limits, whatever their kind. */
  readonly byLimit: readonly { readonly limitDays: number; readonly figures: Timeliness }[];
  /** Requests that touch a year without a published calendar: in none of the figures. */
  readonly outsideCalendar: readonly { readonly number: string; readonly year: number }[];
}

interface Measured {
  readonly kind: RequestKind;
  readonly workingDays: number;
  /** By limit in working days. */
  readonly against: ReadonlyMap<number, { readonly inTime: boolean; readonly yellow: boolean }>;
}

/**
 * Measures replies against the reply limits (domain.md §2, Clocks).
 * @param limits working days by kind
 */
export function timelinessOf(
  calendar: WorkingCalendar,
  limits: Readonly<Record<RequestKind, number>>,
  requests: Iterable<RepliedRequest>,
): TimelinessReport {
  const distinct = [...new Set(REQUEST_KINDS.map((kind) => limits[kind]))].toSorted((a, b) => a - b);
  const measured: Measured[] = [];
  const outsideCalendar: { number: string; year: number }[] = [];
  for (const request of requests) {
    try {
      measured.push(measure(calendar, distinct, request));
    } catch (error) {
      if (!(error instanceof CalendarYearMissing)) throw error;
      outsideCalendar.push({ number: request.number, year: error.year });
    }
  }
  const kinds = REQUEST_KINDS.filter((kind) => measured.some((each) => each.kind === kind));
  return {
    byKind: kinds.map((kind) => ({
      kind,
      limitDays: limits[kind],
      figures: figures(
        measured.filter((each) => each.kind === kind),
        () => limits[kind],
      ),
    })),
    all: figures(measured, ({ kind }) => limits[kind]),
    byLimit: distinct.map((limitDays) => ({ limitDays, figures: figures(measured, () => limitDays) })),
    outsideCalendar,
  };
}

function measure(calendar: WorkingCalendar, limits: readonly number[], request: RepliedRequest): Measured {
  const { kind, startedAt, repliedAt } = request;
  const against = limits.map((days) => {
    const { yellowAt, redAt } = cardPoints(calendar, startedAt, addWorkingDays(calendar, startedAt, days));
    return [days, { inTime: repliedAt <= redAt, yellow: yellowAt !== null && repliedAt > yellowAt }] as const;
  });
  return { kind, workingDays: workingDaysBetween(calendar, startedAt, repliedAt), against: new Map(against) };
}

function figures(measured: readonly Measured[], limitOf: (each: Measured) => number): Timeliness {
  const standing = measured.map((each) => each.against.get(limitOf(each)));
  const inTime = standing.filter((each) => each?.inTime).length;
  return {
    replies: measured.length,
    inTime,
    yellow: standing.filter((each) => each?.yellow).length,
    red: measured.length - inTime,
    workingDays: spread(measured.map((each) => each.workingDays)),
  };
}

function spread(values: readonly number[]): Timeliness['workingDays'] {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  /** Nearest rank: the smallest value that this share of all values does not exceed. */
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { median: at(0.5), p90: at(0.9), worst: at(1) };
}
