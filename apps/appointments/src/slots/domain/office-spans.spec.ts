import { DEFAULT_SESSIONS, workingCalendar } from '@app/common/calendar/calendar.js';
import { describe, expect, it } from '@jest/globals';
import { isInOfficeHours, officeSpans } from './office-spans.js';

const calendar = workingCalendar();
const spans = (from: string, to: string) =>
  officeSpans(calendar, new Date(from), new Date(to)).map(({ startAt, endAt }) => [
    startAt.toISOString(),
    endAt.toISOString(),
  ]);

describe('office hours', () => {
  it('are the working sessions of a working day', () => {
    expect(spans('2026-11-23T00:00:00+08:00', '2026-11-23T23:00:00+08:00')).toEqual([
      ['2026-11-23T01:00:00.000Z', '2026-11-23T04:00:00.000Z'],
      ['2026-11-23T05:30:00.000Z', '2026-11-23T09:30:00.000Z'],
    ]);
  });

  it('leave out the weekend and begin no earlier than asked', () => {
    expect(spans('2026-11-27T16:00:00+08:00', '2026-11-30T10:00:00+08:00')).toEqual([
      ['2026-11-27T08:00:00.000Z', '2026-11-27T09:30:00.000Z'],
      ['2026-11-30T01:00:00.000Z', '2026-11-30T02:00:00.000Z'],
    ]);
  });

  it('promise nothing in a year without a published arrangement', () => {
    const unpublished = { ...calendar, years: new Set([2026]) };
    const found = officeSpans(
      unpublished,
      new Date('2027-01-04T00:00:00+08:00'),
      new Date('2027-01-08T00:00:00+08:00'),
    );
    expect(found).toEqual([]);
  });

  it('let a talk go on from one session into the next where no pause lies between', () => {
    const noonWorked = {
      ...calendar,
      sessions: DEFAULT_SESSIONS.map((s) => ({ ...s, working: s.name !== 'evening' })),
    };
    const overNoon = { startAt: new Date('2026-11-23T03:30:00Z'), endAt: new Date('2026-11-23T05:00:00Z') };
    expect(isInOfficeHours(noonWorked, overNoon)).toBe(true);
    expect(isInOfficeHours(calendar, overNoon)).toBe(false);
  });

  it('hold no talk that ends before it begins', () => {
    const [nine, ten] = [new Date('2026-11-23T01:00:00Z'), new Date('2026-11-23T02:00:00Z')];
    expect(isInOfficeHours(calendar, { startAt: nine, endAt: ten })).toBe(true);
    expect(isInOfficeHours(calendar, { startAt: ten, endAt: nine })).toBe(false);
    expect(isInOfficeHours(calendar, { startAt: nine, endAt: nine })).toBe(false);
  });
});
