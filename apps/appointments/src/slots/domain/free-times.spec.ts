import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { freeTimes, type FreeTimesQuestion } from './free-times.js';
import type { Span } from './span.js';

const MINUTE = 60_000;
const DAY = Date.parse('2026-11-23T00:00:00Z');
const at = (minute: number): Date => new Date(DAY + minute * MINUTE);
const span = (start: number, end: number): Span => ({ startAt: at(start), endAt: at(end) });
const begins = (spans: readonly Span[]): number[] => spans.map(({ startAt }) => (startAt.getTime() - DAY) / MINUTE);

/** Slow and obvious: tries every minute of the day. */
function oracle({ open, busy, durationMs, stepMs }: FreeTimesQuestion): number[] {
  const found: number[] = [];
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    const start = DAY + minute * MINUTE;
    const end = start + durationMs;
    const fits = open.some((o) => o.startAt.getTime() <= start && end <= o.endAt.getTime());
    const free = busy.every((b) => end <= b.startAt.getTime() || b.endAt.getTime() <= start);
    if (start % stepMs === 0 && fits && free) found.push(minute);
  }
  return found;
}

describe('free times', () => {
  const morning = span(540, 720);

  it('begin on the grid and end within the open hours', () => {
    expect(begins(freeTimes({ open: [morning], busy: [], durationMs: 60 * MINUTE, stepMs: 30 * MINUTE }))).toEqual([
      540, 570, 600, 630, 660,
    ]);
  });

  it('meet no booking, but may touch one', () => {
    const busy = [span(600, 660)];
    expect(begins(freeTimes({ open: [morning], busy, durationMs: 60 * MINUTE, stepMs: 30 * MINUTE }))).toEqual([
      540, 660,
    ]);
  });

  it('do not reach over a pause', () => {
    const open = [span(540, 570), span(580, 640)];
    expect(begins(freeTimes({ open, busy: [], durationMs: 60 * MINUTE, stepMs: 10 * MINUTE }))).toEqual([580]);
  });

  it('are what trying every minute finds', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const busySpan = fc.tuple(minutes, fc.integer({ min: 1, max: 180 })).map(([s, length]) => span(s, s + length));
    const openSpans = fc
      .uniqueArray(minutes, { minLength: 2, maxLength: 6 })
      .map((cuts) => cuts.sort((a, b) => a - b))
      .map((cuts) =>
        cuts.flatMap((cut, i) => {
          const end = cuts[i + 1];
          return i % 2 === 0 && end !== undefined ? [span(cut, end)] : [];
        }),
      );
    fc.assert(
      fc.property(
        openSpans,
        fc.array(busySpan, { maxLength: 8 }),
        fc.integer({ min: 1, max: 240 }),
        fc.constantFrom(5, 10, 15, 30, 60),
        (open, busy, duration, step) => {
          const question = { open, busy, durationMs: duration * MINUTE, stepMs: step * MINUTE };
          expect(begins(freeTimes(question))).toEqual(oracle(question));
        },
      ),
      { numRuns: 300 },
    );
  });
});
