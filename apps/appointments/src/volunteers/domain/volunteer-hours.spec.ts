import { workingCalendar } from '@app/common/calendar/calendar.js';
import { describe, expect, it } from '@jest/globals';
import { faultyHours, isInHours, type WeeklyHours } from './volunteer-hours.js';

const calendar = workingCalendar();
const time = (day: string, from: string, to: string) => ({
  startAt: new Date(`${day}T${from}:00+08:00`),
  endAt: new Date(`${day}T${to}:00+08:00`),
});

describe('the hours a volunteer gives', () => {
  const hours: WeeklyHours[] = [
    { weekday: 3, fromMinute: 540, toMinute: 720 },
    { weekday: 3, fromMinute: 720, toMinute: 840 },
    { weekday: 4, fromMinute: 1080, toMinute: 1200 },
    { weekday: 6, fromMinute: 540, toMinute: 720 },
  ];
  const given = (day: string, from: string, to: string) => isInHours(calendar, hours, time(day, from, to));

  it('hold a talk from their first minute to their last, also over the border of two that touch', () => {
    expect(given('2026-11-25', '09:00', '10:00')).toBe(true);
    expect(given('2026-11-25', '11:30', '12:30')).toBe(true);
    expect(given('2026-11-25', '13:00', '14:00')).toBe(true);
    expect(given('2026-11-26', '19:00', '20:00')).toBe(true);
  });

  it('do not hold one that begins before them, ends after them or falls on another day', () => {
    expect(given('2026-11-25', '08:45', '09:45')).toBe(false);
    expect(given('2026-11-25', '13:30', '14:15')).toBe(false);
    expect(given('2026-11-24', '09:00', '10:00')).toBe(false);
    expect(isInHours(calendar, [], time('2026-11-25', '09:00', '10:00'))).toBe(false);
  });

  it('go by the weekday on a make-up working Saturday, and rest on a statutory holiday', () => {
    // National Day 2026: holidays from 1 October (a Thursday); Saturday 10 October is worked.
    expect(given('2026-10-10', '09:00', '10:00')).toBe(true);
    expect(given('2026-11-28', '09:00', '10:00')).toBe(true);
    expect(given('2026-10-01', '18:00', '19:00')).toBe(false);
  });

  it('promise nothing in a year without an arrangement', () => {
    expect(given('2035-01-03', '09:00', '10:00')).toBe(false);
  });

  it('are faulty where they end before they begin or overlap', () => {
    const overlapping = { weekday: 3, fromMinute: 700, toMinute: 730 };
    const backwards = { weekday: 1, fromMinute: 720, toMinute: 540 };
    expect(faultyHours(hours)).toBeUndefined();
    expect(faultyHours([...hours, overlapping])).toEqual(overlapping);
    expect(faultyHours([backwards])).toEqual(backwards);
  });
});
