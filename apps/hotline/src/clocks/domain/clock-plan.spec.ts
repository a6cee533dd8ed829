import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { workingCalendar } from '@app/common/calendar/calendar.js';
import { planRealMinutes, planWorkingDays, pointsDue, resumePlan } from './clock-plan.js';

const calendar = workingCalendar();
/** An instant by the wall clock of the office. */
const at = (wall: string): Date => new Date(`${wall}:00+08:00`);
const iso = (wall: string): string => at(wall).toISOString();

describe('the plan of a clock', () => {
  it('of five working days from a Monday: reminders, yellow a day before, red at the end', () => {
    const plan = planWorkingDays(calendar, 'reply', at('2026-11-23T10:00'), 5);
    expect(plan.dueAt).toEqual(at('2026-11-30T17:30'));
    expect(plan.points.map((point) => point.act)).toEqual(['remind', 'remind', 'yellow', 'red']);
    expect(plan.points.at(-1)).toEqual({ at: iso('2026-11-30T17:30'), act: 'red', limit: { workingDays: 5 } });
    expect(plan.points.find((point) => point.act === 'yellow')?.at).toBe(iso('2026-11-27T17:30'));
    expect(plan.nearAt.toISOString()).toBe(plan.points[0]?.at);
  });

  it('of the transfer has the red card only: it is the hotline’s own', () => {
    const plan = planWorkingDays(calendar, 'transfer', at('2026-11-23T10:00'), 1);
    expect(plan.points).toEqual([{ at: iso('2026-11-24T17:30'), act: 'red', limit: { workingDays: 1 } }]);
  });

  it('of a request filed in the National Day holiday ends after it', () => {
    const plan = planWorkingDays(calendar, 'transfer', at('2026-10-01T08:00'), 1);
    expect(plan.dueAt).toEqual(at('2026-10-08T17:30'));
  });

  it('of an emergency runs in real minutes, at night too', () => {
    const plan = planRealMinutes(at('2026-11-22T23:50'), 15);
    expect(plan.dueAt).toEqual(at('2026-11-23T00:05'));
  });

  it('leaves after a stop as much working time as was left before', () => {
    const plan = planWorkingDays(calendar, 'reply', at('2026-11-23T10:00'), 3);
    const resumed = resumePlan(
      calendar,
      'reply',
      { dueAt: plan.dueAt, stoppedAt: at('2026-11-24T09:00') },
      at('2026-11-25T09:00'),
    );
    expect(resumed.dueAt).toEqual(at('2026-11-27T17:30'));
  });

  it('stopped after its end and resumed is over at once, without a second red card', () => {
    const resumed = resumePlan(
      calendar,
      'reply',
      { dueAt: at('2026-11-23T17:30'), stoppedAt: at('2026-11-24T09:00') },
      at('2026-11-25T09:00'),
    );
    expect(resumed.dueAt).toEqual(at('2026-11-25T09:00'));
    expect(resumed.points).toEqual([]);
  });
});

describe('the points of a plan', () => {
  const plan = planWorkingDays(calendar, 'reply', at('2026-11-23T10:00'), 5);

  it('come one after the other', () => {
    const first = new Date(plan.points[0]?.at ?? 0);
    expect(pointsDue(plan.points, 0, at('2026-11-23T10:01'))).toEqual({ due: [], next: first });
    expect(pointsDue(plan.points, 0, first).due).toHaveLength(1);
    expect(pointsDue(plan.points, 1, first).due).toHaveLength(0);
  });

  it('are all made up for after a long stand-still', () => {
    expect(pointsDue(plan.points, 0, at('2026-12-05T10:00'))).toEqual({ due: plan.points, next: null });
  });

  it('come once each, whenever one looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 * 24 * 60 })), (minutes) => {
        let done = 0;
        const seen: string[] = [];
        for (const minute of minutes.toSorted((a, b) => a - b)) {
          const now = new Date(plan.startedAt.getTime() + minute * 60_000);
          const { due } = pointsDue(plan.points, done, now);
          seen.push(...due.map((point) => point.act));
          done += due.length;
        }
        return (
          seen.join() ===
          plan.points
            .slice(0, done)
            .map((point) => point.act)
            .join()
        );
      }),
    );
  });
});
