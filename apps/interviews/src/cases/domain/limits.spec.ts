import { workingCalendar } from '@app/common/calendar/calendar.js';
import { describe, expect, it } from '@jest/globals';
import { clockState, endOfPromisedDay, interviewDueAt, limitPoints, movedEnd, orderDueAt } from './limits.js';

const calendar = workingCalendar();
const limits = { interviewWorkingDays: 5, orderWorkingDays: 3 };
const at = (text: string): Date => new Date(`${text}+08:00`);

describe('the limits of an interview', () => {
  const openedAt = at('2026-11-23T09:00:00');
  const dueAt = interviewDueAt(calendar, openedAt, limits);

  it('the talk is held within five working days, the weekend not counted', () => {
    expect(dueAt).toEqual(at('2026-11-30T17:30:00'));
  });

  it('an order of the suite leaves three working days', () => {
    expect(orderDueAt(calendar, at('2026-11-30T17:30:01'), limits)).toEqual(at('2026-12-03T17:30:00'));
  });

  it('it is heard of with a quarter left, one working day before, and at its end', () => {
    const points = limitPoints(calendar, openedAt, dueAt);
    expect(points.reminders).toHaveLength(2);
    expect(points.reminders[1]).toEqual(at('2026-11-27T17:30:00'));
    expect(points.yellowAt).toEqual(at('2026-11-27T17:30:00'));
    expect(points.overdueAt).toEqual(dueAt);
  });

  it('a promise for a day off is due on the next working day', () => {
    expect(endOfPromisedDay(calendar, '2026-11-27')).toEqual(at('2026-11-27T17:30:00'));
    expect(endOfPromisedDay(calendar, '2026-11-28')).toEqual(at('2026-11-30T17:30:00'));
  });

  it('is kept up to its last instant, done once the talk is held, none once closed', () => {
    const item = { roundOpenedAt: openedAt, dueAt };
    const late = new Date(dueAt.getTime() + 1);
    expect(clockState(calendar, { ...item, state: 'opened' }, openedAt)).toBe('running');
    expect(clockState(calendar, { ...item, state: 'planned' }, dueAt)).toBe('near');
    expect(clockState(calendar, { ...item, state: 'planned' }, late)).toBe('over');
    expect(clockState(calendar, { ...item, state: 'held' }, late)).toBe('done');
    expect(clockState(calendar, { ...item, state: 'closed' }, late)).toBe('none');
  });

  it('its end moves with the calendar, but never into the past', () => {
    const later = at('2026-12-01T17:30:00');
    expect(movedEnd(dueAt, later, openedAt)).toEqual(later);
    expect(movedEnd(dueAt, dueAt, openedAt)).toBeNull();
    expect(movedEnd(later, dueAt, at('2026-11-30T17:31:00'))).toBeNull();
  });
});
