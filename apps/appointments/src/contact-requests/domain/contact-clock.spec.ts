import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { contactClockAt, contactPlan, contactPointsDue } from './contact-clock.js';

const RULES = { withinHours: 24, cardHoursBefore: 2 };
/** A Friday evening: the weekend counts like any other time. */
const asked = new Date('2026-11-20T19:00:00+08:00');
const plan = contactPlan(asked, RULES);
const at = (time: string): Date => new Date(`${time}:00+08:00`);

describe('the clock of a contact', () => {
  it('is over after 24 hours of real time, on a Saturday as on any day', () => {
    expect(plan.dueAt).toEqual(at('2026-11-21T19:00'));
    expect(plan.points).toEqual([
      { at: at('2026-11-21T13:00').toISOString(), act: 'remind' },
      { at: at('2026-11-21T17:00').toISOString(), act: 'remind' },
      { at: at('2026-11-21T17:00').toISOString(), act: 'yellow' },
      { at: at('2026-11-21T19:00').toISOString(), act: 'red' },
    ]);
  });

  it('shows as near from the first reminder, as over from its last instant, as done once met', () => {
    const face = { dueAt: plan.dueAt, nearAt: plan.nearAt, metAt: null };
    expect(contactClockAt(face, at('2026-11-21T12:59'))).toBe('running');
    expect(contactClockAt(face, at('2026-11-21T13:00'))).toBe('near');
    expect(contactClockAt(face, at('2026-11-21T19:00'))).toBe('over');
    expect(contactClockAt({ ...face, metAt: at('2026-11-21T20:00') }, at('2026-11-21T21:00'))).toBe('done');
  });

  it('keeps its points in order and ends with the red card, whatever the numbers', () => {
    const hours = fc.integer({ min: 1, max: 240 });
    fc.assert(
      fc.property(hours, hours, (withinHours, cardHoursBefore) => {
        const { points, dueAt, nearAt } = contactPlan(asked, { withinHours, cardHoursBefore });
        expect(points.map((point) => point.at)).toEqual(points.map((point) => point.at).toSorted());
        expect(points.at(-1)).toEqual({ at: dueAt.toISOString(), act: 'red' });
        expect(nearAt >= asked && nearAt <= dueAt).toBe(true);
      }),
    );
  });

  it('has every point act once, whenever one looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 * 60 })), (minutes) => {
        let done = 0;
        const seen: string[] = [];
        for (const minute of minutes.toSorted((a, b) => a - b)) {
          const { due } = contactPointsDue(plan.points, done, new Date(asked.getTime() + minute * 60_000));
          seen.push(...due.map(({ act }) => act));
          done += due.length;
        }
        expect(seen).toEqual(plan.points.slice(0, done).map(({ act }) => act));
      }),
    );
  });

  it('makes up for all its points after a long stand-still', () => {
    expect(contactPointsDue(plan.points, 0, at('2026-11-25T09:00'))).toEqual({ due: plan.points, next: null });
    expect(contactPointsDue(plan.points, 1, at('2026-11-21T14:00'))).toEqual({ due: [], next: at('2026-11-21T17:00') });
  });
});
