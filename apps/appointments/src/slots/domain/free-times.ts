import { overlaps, type Span } from './span.js';

export interface FreeTimesQuestion {
  /** When the resource can be used, in order, none overlapping another. */
  readonly open: readonly Span[];
  /** When it is taken, in any order. */
  readonly busy: readonly Span[];
  readonly durationMs: number;
  /** Times begin on multiples of this since the epoch: whole quarters of an hour, say. */
  readonly stepMs: number;
}

/**
 * The times of `durationMs` that lie in one open span, begin on the grid and meet nothing that is taken; the earliest
 * first.
 */
export function freeTimes({ open, busy, durationMs, stepMs }: FreeTimesQuestion): Span[] {
  const taken = busy.toSorted((a, b) => a.startAt.getTime() - b.startAt.getTime());
  const free: Span[] = [];
  let first = 0;
  for (const span of open) {
    while (first < taken.length && (taken[first]?.endAt ?? span.startAt) <= span.startAt) first += 1;
    let start = onGrid(span.startAt.getTime(), stepMs);
    while (start + durationMs <= span.endAt.getTime()) {
      const time = { startAt: new Date(start), endAt: new Date(start + durationMs) };
      const inTheWay = firstOverlapping(taken, first, time);
      if (inTheWay) {
        start = onGrid(inTheWay.endAt.getTime(), stepMs);
      } else {
        free.push(time);
        start += stepMs;
      }
    }
  }
  return free;
}

function firstOverlapping(taken: readonly Span[], from: number, time: Span): Span | undefined {
  for (let i = from; i < taken.length; i += 1) {
    const span = taken[i];
    if (!span || span.startAt >= time.endAt) return undefined;
    if (overlaps(span, time)) return span;
  }
  return undefined;
}

function onGrid(ms: number, stepMs: number): number {
  return Math.ceil(ms / stepMs) * stepMs;
}
