import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '@app/common/calendar/calendar.js';
import { planRealMinutes, planWorkingDays, resumePlan, type ClockPlan } from './clock-plan.js';
import { recounted } from './recounted.js';

const at = (wall: string): Date => new Date(`${wall}:00+08:00`);
const published = workingCalendar();
const storm = workingCalendar({ overrides: [{ day: '2026-11-25', working: false }] });
const saturday = workingCalendar({ overrides: [{ day: '2026-11-28', working: true }] });
const started = at('2026-11-23T10:00');

function running(plan: ClockPlan, pointsDone = 0) {
  return { ...plan, kind: 'reply', pointsDone } as const;
}
const fiveDays = planWorkingDays(published, 'reply', started, 5);

describe('a running clock, when a day of it is declared', () => {
  it('free, ends a working day later, with its reminders and cards', () => {
    const plan = recounted(storm, running(fiveDays), at('2026-11-24T08:00'));
    expect(plan).toEqual(planWorkingDays(storm, 'reply', started, 5));
    expect(plan?.dueAt).toEqual(at('2026-12-01T17:30'));
  });

  it('worked, ends earlier', () => {
    expect(recounted(saturday, running(fiveDays), at('2026-11-24T08:00'))?.dueAt).toEqual(at('2026-11-28T17:30'));
  });

  it('keeps what has been done: neither reminder nor yellow card comes twice', () => {
    const before = planWorkingDays(storm, 'reply', started, 5);
    const done = before.points.length - 1;
    const plan = recounted(published, running(before, done), at('2026-11-30T10:00'));
    expect(plan?.dueAt).toEqual(at('2026-11-30T17:30'));
    expect(plan?.points.slice(0, done)).toEqual(before.points.slice(0, done));
    expect(plan?.points.slice(done).map(({ act }) => act)).toEqual(['red']);
  });

  it('counts what was left of a resumed clock in minutes', () => {
    const stopped = { dueAt: fiveDays.dueAt, stoppedAt: at('2026-11-30T16:30') };
    const resumed = resumePlan(published, 'reply', stopped, at('2026-12-01T17:00'));
    const closed = workingCalendar({ overrides: [{ day: '2026-12-02', working: false }] });
    expect(resumed.dueAt).toEqual(at('2026-12-02T09:30'));
    expect(recounted(closed, running(resumed), at('2026-12-01T17:10'))?.dueAt).toEqual(at('2026-12-03T09:30'));
  });
});

describe('a clock stays as it is', () => {
  it('when no day of it has changed, when it counts real minutes, and when it is over already', () => {
    const now = at('2026-11-24T08:00');
    expect(recounted(published, running(fiveDays), now)).toBeNull();
    expect(recounted(storm, running(planRealMinutes(started, 15)), started)).toBeNull();
    expect(recounted(storm, running(fiveDays, fiveDays.points.length), at('2026-12-01T09:00'))).toBeNull();
  });

  it('when it would be over by the change alone', () => {
    expect(recounted(saturday, running(fiveDays), at('2026-11-29T09:00'))).toBeNull();
  });
});
