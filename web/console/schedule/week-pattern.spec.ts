import { describe, expect, it } from '@jest/globals';
import type { PatternSessionDto } from '@shared/api/generated/appointments.js';
import { clockOf, minuteOf, mondayOf, onWorkingDays, patternWith, sessionOf } from './week-pattern.js';

const noon: PatternSessionDto = {
  weekday: 3,
  session: 'noon',
  fromMinute: 720,
  toMinute: 810,
  capacity: 1,
  greenMinutes: 0,
};

describe('a window’s week', () => {
  it('opens, changes and shuts one session, in the order of the week', () => {
    const opened = patternWith([noon], 1, 'evening', { ...noon, fromMinute: 1050, toMinute: 1170 });
    expect(opened.map(({ weekday, session }) => [weekday, session])).toEqual([
      [1, 'evening'],
      [3, 'noon'],
    ]);
    expect(patternWith(opened, 1, 'evening', null)).toEqual([noon]);
    expect(sessionOf(opened, 1, 'noon')).toBeUndefined();
  });

  it('is the same from Monday to Friday where that is asked', () => {
    expect(onWorkingDays([], 'noon', noon).map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5]);
    expect(onWorkingDays([noon], 'noon', null)).toEqual([]);
  });

  it('begins on Monday, a Sunday’s week too', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  });

  it('reads and writes times of day', () => {
    expect(clockOf(570)).toBe('09:30');
    expect(minuteOf('09:30')).toBe(570);
    expect(minuteOf('')).toBeNull();
  });
});
