import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { workingCalendar } from './calendar.js';
import { cardPoints, limitState, reminderPoints } from './limits.js';
import { addWorkingDays, workingMinutesBetween } from './working-time.js';

const calendar = workingCalendar();
/** An instant by the wall clock of Shanghai. */
const at = (text: string) => new Date(`${text}+08:00`);

describe('reminders (催办)', () => {
  it('of a five-day limit come at a quarter of its working time and one working day before its end', () => {
    const startedAt = at('2026-11-23T09:00:00');
    const dueAt = addWorkingDays(calendar, startedAt, 5);
    expect(reminderPoints(calendar, startedAt, dueAt)).toEqual([at('2026-11-27T14:00:00'), at('2026-11-27T17:30:00')]);
  });

  it('of a three-day limit come the other way round', () => {
    const startedAt = at('2026-11-23T10:00:00');
    const dueAt = addWorkingDays(calendar, startedAt, 3);
    expect(reminderPoints(calendar, startedAt, dueAt)).toEqual([at('2026-11-25T17:30:00'), at('2026-11-26T09:15:00')]);
  });

  it('of a limit of some hours come at the quarter only', () => {
    expect(reminderPoints(calendar, at('2026-11-23T10:00:00'), at('2026-11-23T12:00:00'))).toEqual([
      at('2026-11-23T11:30:00'),
    ]);
  });

  it('are none for a limit without working time', () => {
    expect(reminderPoints(calendar, at('2026-11-28T10:00:00'), at('2026-11-28T12:00:00'))).toEqual([]);
  });

  it('lie in order between start and end, and the first leaves at least a quarter of the time', () => {
    const start = fc.date({ min: at('2024-02-01T00:00:00'), max: at('2026-11-01T00:00:00'), noInvalidDate: true });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 15 }), (startedAt, count) => {
        const dueAt = addWorkingDays(calendar, startedAt, count);
        const points = [startedAt, ...reminderPoints(calendar, startedAt, dueAt), dueAt].map(Number);
        expect(points).toEqual([...new Set(points)].toSorted((a, b) => a - b));
        const left = workingMinutesBetween(calendar, new Date(points[1] ?? 0), dueAt);
        expect(left).toBeGreaterThanOrEqual(workingMinutesBetween(calendar, startedAt, dueAt) / 4 - 1 / 60_000);
      }),
    );
  });
});

describe('cards', () => {
  it('are yellow one working day before the end and red at the end', () => {
    const startedAt = at('2026-11-25T10:00:00');
    const dueAt = addWorkingDays(calendar, startedAt, 3);
    expect(cardPoints(calendar, startedAt, dueAt)).toEqual({
      yellowAt: at('2026-11-27T17:30:00'),
      redAt: at('2026-11-30T17:30:00'),
    });
  });

  it('are red only where the limit is no longer than a day', () => {
    const dueAt = at('2026-11-23T12:00:00');
    expect(cardPoints(calendar, at('2026-11-23T10:00:00'), dueAt)).toEqual({ yellowAt: null, redAt: dueAt });
  });
});

describe('a running limit', () => {
  const startedAt = at('2026-11-23T09:00:00');
  const dueAt = addWorkingDays(calendar, startedAt, 5);

  it.each([
    ['2026-11-23T09:00:00', 'running'],
    ['2026-11-27T13:59:59', 'running'],
    ['2026-11-27T14:00:00', 'near'],
    ['2026-11-30T17:30:00', 'near'],
    ['2026-11-30T17:30:01', 'over'],
  ])('at %s is %s', (now, state) => {
    expect(limitState(calendar, startedAt, dueAt, at(now))).toBe(state);
  });
});
