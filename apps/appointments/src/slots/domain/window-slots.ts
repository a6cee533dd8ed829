import type { SessionName } from '@app/common/calendar/calendar.js';
import type { Span } from './span.js';

/** A session in which one window is open. */
export interface WindowSession extends Span {
  readonly session: SessionName;
  /** How many are served at once. */
  readonly capacity: number;
  /** The last minutes that are kept for the green channel. */
  readonly greenMinutes: number;
}

/** What a slot has to keep to. */
export interface SlotRules {
  readonly durationMinutes: number;
  /** Slots begin every so many minutes from the session's start on. */
  readonly gridMinutes: number;
  /** How long after closing a slot in progress may be finished (窗口有群众不下班). */
  readonly graceMinutes: number;
  /** So many hours before the session's start what is kept for the green channel is given to everybody. */
  readonly greenReleaseHours: number;
  /** For the green channel (绿色通道). */
  readonly green: boolean;
  /** To a home visit, and the same back; working time as well. 0 at a counter. */
  readonly travelMinutes: number;
}

/**
 * A time at one window that the schedule allows; whether a place is left is another matter. Instants are milliseconds
 * since the epoch: a look-up goes through thousands.
 */
export interface WindowSlot {
  readonly startMs: number;
  readonly endMs: number;
  /** What is taken of the window: the service, and the way there and back. */
  readonly fromMs: number;
  readonly toMs: number;
  /** The session it begins in. */
  readonly session: SessionName;
  readonly capacity: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * The slots of one window on one day, in order. Sessions that touch run on: a slot may begin in one and end in the
 * next. Where nothing follows it may end within the grace after closing. The way to a home visit begins no earlier
 * than the first session of the run, and the way back ends as a slot would.
 * @param sessions of one window and day, in order
 * @param now only slots that begin later are given
 */
export function windowSlots(sessions: readonly WindowSession[], rules: SlotRules, now: Date): WindowSlot[] {
  const durationMs = rules.durationMinutes * MINUTE_MS;
  const travelMs = rules.travelMinutes * MINUTE_MS;
  const gridMs = rules.gridMinutes * MINUTE_MS;
  const nowMs = now.getTime();
  const slots: WindowSlot[] = [];
  for (const run of runsOf(sessions, rules.graceMinutes * MINUTE_MS)) {
    const open = run.sessions.map((session) => openTime(session, rules, nowMs));
    for (const { session, startMs: first, endMs: last } of open) {
      for (let startMs = first; startMs < last; startMs += gridMs) {
        const endMs = startMs + durationMs;
        const fromMs = startMs - travelMs;
        const toMs = endMs + travelMs;
        if (startMs <= nowMs || fromMs < run.startMs || toMs > run.latestMs) continue;
        const capacity = placesOver(open, startMs, endMs);
        if (capacity > 0) slots.push({ startMs, endMs, fromMs, toMs, session, capacity });
      }
    }
  }
  return slots;
}

/**
 * Until when what `windowSlots` answers at `now` stays the answer: a slot begins, or what is kept for the green channel is
 * given to everybody.
 * @param slots the answer
 * @returns milliseconds since the epoch: the first instant at which it is another; `Infinity` where it never is
 */
export function goodUntil(
  sessions: readonly WindowSession[],
  slots: readonly WindowSlot[],
  { greenReleaseHours }: SlotRules,
  now: Date,
): number {
  const releases = sessions
    .map(({ startAt }) => startAt.getTime() - greenReleaseHours * HOUR_MS)
    .filter((releaseMs) => releaseMs > now.getTime());
  return Math.min(slots[0]?.startMs ?? Infinity, ...releases);
}

/**
 * Whether a window is open for all of a time: within a run of sessions, or up to the grace after its end.
 * @param sessions of the window on the day, in order
 */
export function isOpenFor(sessions: readonly WindowSession[], time: Span, graceMinutes: number): boolean {
  return runsOf(sessions, graceMinutes * MINUTE_MS).some(
    ({ startMs, latestMs }) => startMs <= time.startAt.getTime() && time.endAt.getTime() <= latestMs,
  );
}

interface Run {
  readonly sessions: readonly WindowSession[];
  readonly startMs: number;
  /** The last instant at which a slot of the run may end. */
  readonly latestMs: number;
}

/** Sessions without a pause between them, one run each. */
function runsOf(sessions: readonly WindowSession[], graceMs: number): Run[] {
  const runs: WindowSession[][] = [];
  for (const session of sessions) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && before.endAt.getTime() === session.startAt.getTime()) run.push(session);
    else runs.push([session]);
  }
  return runs.map((run, i) => {
    const next = runs[i + 1]?.[0]?.startAt.getTime() ?? Infinity;
    const closing = run.at(-1)?.endAt.getTime() ?? 0;
    return {
      sessions: run,
      startMs: run[0]?.startAt.getTime() ?? 0,
      latestMs: Math.min(closing + graceMs, Math.max(next, closing)),
    };
  });
}

interface OpenTime {
  readonly session: SessionName;
  readonly startMs: number;
  readonly endMs: number;
  readonly capacity: number;
  /** No slot reaches beyond this: from here on it is kept for the green channel. */
  readonly keptFromMs: number;
}

function openTime(one: WindowSession, { green, greenReleaseHours }: SlotRules, nowMs: number): OpenTime {
  const startMs = one.startAt.getTime();
  const endMs = one.endAt.getTime();
  const isKept = !green && one.greenMinutes > 0 && nowMs < startMs - greenReleaseHours * HOUR_MS;
  const keptFromMs = isKept ? endMs - one.greenMinutes * MINUTE_MS : Infinity;
  return { session: one.session, startMs, endMs, capacity: one.capacity, keptFromMs };
}

/** The places of a time that reaches over sessions: those of the narrowest; none where part of it is kept. */
function placesOver(open: readonly OpenTime[], startMs: number, endMs: number): number {
  let capacity = Infinity;
  for (const one of open) {
    if (one.startMs >= endMs || startMs >= one.endMs) continue;
    if (endMs > one.keptFromMs) return 0;
    capacity = Math.min(capacity, one.capacity);
  }
  return capacity;
}
