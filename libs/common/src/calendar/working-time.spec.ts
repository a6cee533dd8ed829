import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CalendarYearMissing, dayOf, isWorkingDay, isWorkingTime, workingCalendar } from './calendar.js';
import { PUBLISHED } from './published-arrangements.fixture.js';
import {
  addWorkingDays,
  addWorkingMinutes,
  subtractWorkingDays,
  subtractWorkingMinutes,
  workingDaysBetween,
  workingMinutesBetween,
} from './working-time.js';

const calendar = workingCalendar();
/** An instant by the wall clock of Shanghai. */
const at = (text: string) => new Date(`${text}+08:00`);

const anInstant = fc.date({ min: at('2024-02-01T00:00:00'), max: at('2026-10-01T00:00:00'), noInvalidDate: true });
const daysCount = fc.integer({ min: 1, max: 30 });
const minutesCount = fc.integer({ min: 1, max: 10 * 420 });
const aWorkingInstant = anInstant.filter((instant) => isWorkingTime(calendar, instant));

describe('a limit in working days', () => {
  it.each([
    ['a Monday morning, five days: the next Monday', '2026-11-23T10:00:00', 5, '2026-11-30T17:30:00'],
    ['before opening: the day of the start is still not counted', '2026-11-23T07:00:00', 1, '2026-11-24T17:30:00'],
    ['after hours: nor is it then', '2026-11-23T21:00:00', 1, '2026-11-24T17:30:00'],
    ['a Saturday: the first day counted is Monday', '2026-11-28T10:00:00', 1, '2026-11-30T17:30:00'],
    ['over National Day and its make-up days', '2026-09-18T10:00:00', 9, '2026-10-08T17:30:00'],
    ['a make-up Saturday counts', '2026-10-08T09:30:00', 2, '2026-10-10T17:30:00'],
    ['a make-up Sunday counts', '2026-09-18T16:00:00', 1, '2026-09-20T17:30:00'],
    ['over Spring Festival', '2026-02-14T09:00:00', 3, '2026-02-26T17:30:00'],
  ])('from %s', (_, from, count, due) => {
    expect(addWorkingDays(calendar, at(from), count)).toEqual(at(due));
  });

  it('takes exactly as many working days as it grants', () => {
    fc.assert(
      fc.property(anInstant, daysCount, (from, count) => {
        expect(workingDaysBetween(calendar, from, addWorkingDays(calendar, from, count))).toBe(count);
      }),
    );
  });

  it('ends on a working day, at the end of work', () => {
    fc.assert(
      fc.property(anInstant, daysCount, (from, count) => {
        const due = addWorkingDays(calendar, from, count);
        expect(isWorkingTime(calendar, new Date(due.getTime() - 1))).toBe(true);
        expect(isWorkingTime(calendar, due)).toBe(false);
      }),
    );
  });

  it('that starts later does not end earlier, and a longer one ends later', () => {
    fc.assert(
      fc.property(anInstant, anInstant, daysCount, (one, other, count) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const due = addWorkingDays(calendar, earlier, count);
        expect(+addWorkingDays(calendar, later, count)).toBeGreaterThanOrEqual(+due);
        expect(+addWorkingDays(calendar, earlier, count + 1)).toBeGreaterThan(+due);
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('of %d days is refused', (count) => {
    expect(() => addWorkingDays(calendar, at('2026-11-23T10:00:00'), count)).toThrow(RangeError);
    expect(() => subtractWorkingDays(calendar, at('2026-11-23T10:00:00'), count)).toThrow(RangeError);
  });

  it('that would end in a year without an arrangement is refused', () => {
    expect(() => addWorkingDays(calendar, at('2026-12-30T10:00:00'), 2)).toThrow(new CalendarYearMissing(2027));
    expect(addWorkingDays(calendar, at('2026-12-30T10:00:00'), 1)).toEqual(at('2026-12-31T17:30:00'));
  });
});

describe('working days before an instant', () => {
  it.each([
    ['a limit’s end', '2026-11-30T17:30:00', 1, '2026-11-27T17:30:00'],
    ['the middle of a morning', '2026-11-30T10:20:30', 2, '2026-11-26T10:20:30'],
    ['a Sunday: the beginning of work on Friday', '2026-11-29T20:00:00', 1, '2026-11-27T09:00:00'],
    ['the night before Monday’s work', '2026-11-30T00:00:00', 1, '2026-11-27T09:00:00'],
    ['the evening after Monday’s work', '2026-11-30T20:00:00', 1, '2026-11-27T17:30:00'],
    ['the first day after Spring Festival', '2026-02-24T11:00:00', 1, '2026-02-14T11:00:00'],
  ])('from %s', (_, from, count, before) => {
    expect(subtractWorkingDays(calendar, at(from), count)).toEqual(at(before));
  });

  it('lead back to the limit they were taken from', () => {
    fc.assert(
      fc.property(anInstant, daysCount, daysCount, (from, granted, count) => {
        const due = addWorkingDays(calendar, from, granted);
        const before = subtractWorkingDays(calendar, due, count);
        expect(addWorkingDays(calendar, before, count)).toEqual(due);
        expect(workingDaysBetween(calendar, before, due)).toBe(count);
      }),
    );
  });

  it('are not earlier for a later instant', () => {
    fc.assert(
      fc.property(anInstant, anInstant, daysCount, (one, other, count) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const before = subtractWorkingDays(calendar, earlier, count);
        expect(+subtractWorkingDays(calendar, later, count)).toBeGreaterThanOrEqual(+before);
      }),
    );
  });
});

describe('working minutes', () => {
  it.each([
    ['stop at noon', '2026-11-23T11:30:00', 30, '2026-11-23T12:00:00'],
    ['go on after noon', '2026-11-23T11:30:00', 31, '2026-11-23T13:31:00'],
    ['go on the next morning', '2026-11-23T17:00:00', 60, '2026-11-24T09:30:00'],
    ['begin on Monday when asked for on Saturday', '2026-11-28T10:00:00', 15, '2026-11-30T09:15:00'],
    ['run on a make-up Saturday', '2026-10-09T17:20:00', 20, '2026-10-10T09:10:00'],
    ['take fractions', '2026-11-23T09:00:00', 0.5, '2026-11-23T09:00:30'],
  ])('%s', (_, from, minutes, until) => {
    expect(addWorkingMinutes(calendar, at(from), minutes)).toEqual(at(until));
  });

  it('added, have passed, and had not a moment before', () => {
    fc.assert(
      fc.property(anInstant, minutesCount, (from, minutes) => {
        const until = addWorkingMinutes(calendar, from, minutes);
        expect(workingMinutesBetween(calendar, from, until)).toBe(minutes);
        expect(workingMinutesBetween(calendar, from, new Date(+until - 1))).toBeLessThan(minutes);
      }),
    );
  });

  it('subtracted, will pass, and from a moment later no longer', () => {
    fc.assert(
      fc.property(anInstant, minutesCount, (until, minutes) => {
        const from = subtractWorkingMinutes(calendar, until, minutes);
        expect(workingMinutesBetween(calendar, from, until)).toBe(minutes);
        expect(workingMinutesBetween(calendar, new Date(+from + 1), until)).toBeLessThan(minutes);
      }),
    );
  });

  it('added and subtracted again lead back to an instant of working time', () => {
    fc.assert(
      fc.property(aWorkingInstant, minutesCount, (from, minutes) => {
        expect(subtractWorkingMinutes(calendar, addWorkingMinutes(calendar, from, minutes), minutes)).toEqual(from);
      }),
    );
  });

  it('more of them end later, and a later start does not end earlier', () => {
    fc.assert(
      fc.property(anInstant, anInstant, minutesCount, (one, other, minutes) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const until = addWorkingMinutes(calendar, earlier, minutes);
        expect(+addWorkingMinutes(calendar, later, minutes)).toBeGreaterThanOrEqual(+until);
        expect(+addWorkingMinutes(calendar, earlier, minutes + 1)).toBeGreaterThan(+until);
      }),
    );
  });

  it('none change nothing, fewer than none are refused', () => {
    const saturday = at('2026-11-28T10:00:00');
    expect(addWorkingMinutes(calendar, saturday, 0)).toEqual(saturday);
    expect(subtractWorkingMinutes(calendar, saturday, 0)).toEqual(saturday);
    expect(() => addWorkingMinutes(calendar, saturday, -1)).toThrow(RangeError);
    expect(() => subtractWorkingMinutes(calendar, saturday, Number.NaN)).toThrow(RangeError);
  });

  it('that would run into a year without an arrangement are refused', () => {
    expect(() => addWorkingMinutes(calendar, at('2026-12-31T17:00:00'), 31)).toThrow(new CalendarYearMissing(2027));
    expect(addWorkingMinutes(calendar, at('2026-12-31T17:00:00'), 30)).toEqual(at('2026-12-31T17:30:00'));
  });
});

describe('time between two instants', () => {
  const minute = 60_000;

  /** Counts minute by minute, by the notices and by hand, with Shanghai as UTC+8 all year. */
  function minutesByHand(from: Date, to: Date): number {
    let count = 0;
    for (let instant = +from; instant < +to; instant += minute) {
      const local = new Date(instant + 8 * 60 * minute);
      const day = local.toISOString().slice(0, 10);
      const { holidays = [], makeUpDays = [] } = PUBLISHED[local.getUTCFullYear()] ?? {};
      const off = holidays.some(({ first, last }) => first <= day && day <= last);
      const weekend = local.getUTCDay() === 0 || local.getUTCDay() === 6;
      const time = local.toISOString().slice(11, 16);
      const open = (time >= '09:00' && time < '12:00') || (time >= '13:30' && time < '17:30');
      if (open && (makeUpDays.includes(day) || (!off && !weekend))) count += 1;
    }
    return count;
  }

  it('is what counting minute by minute gives', () => {
    const wholeMinute = anInstant.map((instant) => new Date(Math.floor(+instant / minute) * minute));
    fc.assert(
      fc.property(wholeMinute, fc.integer({ min: 0, max: 14 * 24 * 60 }), (from, length) => {
        const to = new Date(+from + length * minute);
        expect(workingMinutesBetween(calendar, from, to)).toBe(minutesByHand(from, to));
      }),
      { numRuns: 60 },
    );
  });

  it('adds up, and is negative backwards', () => {
    const week = fc.integer({ min: 0, max: 7 * 24 * 60 * minute });
    fc.assert(
      fc.property(anInstant, week, week, (a, first, second) => {
        const b = new Date(+a + first);
        const c = new Date(+b + second);
        const whole = workingMinutesBetween(calendar, a, c);
        expect(workingMinutesBetween(calendar, a, b) + workingMinutesBetween(calendar, b, c)).toBeCloseTo(whole, 6);
        expect(workingMinutesBetween(calendar, c, a)).toBeCloseTo(-whole, 6);
        expect(workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, c)).toBe(
          workingDaysBetween(calendar, a, c),
        );
      }),
    );
  });

  it('in days does not count the first day, and counts the last if it is worked', () => {
    expect(workingDaysBetween(calendar, at('2026-11-23T09:00:00'), at('2026-11-23T17:00:00'))).toBe(0);
    expect(workingDaysBetween(calendar, at('2026-11-23T17:00:00'), at('2026-11-24T09:00:00'))).toBe(1);
    expect(workingDaysBetween(calendar, at('2026-11-27T17:00:00'), at('2026-11-29T09:00:00'))).toBe(0);
    expect(workingDaysBetween(calendar, at('2026-11-24T09:00:00'), at('2026-11-23T17:00:00'))).toBe(-1);
  });

  it('refuses to reach over a year without an arrangement', () => {
    const [before, after] = [at('2026-12-31T09:00:00'), at('2027-01-01T09:00:00')];
    expect(() => workingMinutesBetween(calendar, before, after)).toThrow(CalendarYearMissing);
    expect(() => workingDaysBetween(calendar, before, after)).toThrow(CalendarYearMissing);
  });
});

it('an override moves a limit that runs over its day by one working day', () => {
  fc.assert(
    fc.property(anInstant, daysCount, fc.nat(), (from, count, pick) => {
      const due = addWorkingDays(calendar, from, count);
      const days: string[] = [];
      for (let n = 1; n <= count; n += 1) days.push(dayOf(calendar, addWorkingDays(calendar, from, n)));
      const day = days[pick % days.length] ?? '';
      expect(isWorkingDay(calendar, day)).toBe(true);
      const amended = workingCalendar({ overrides: [{ day, working: false }] });
      expect(addWorkingDays(amended, from, count)).toEqual(addWorkingDays(calendar, due, 1));
    }),
    { numRuns: 40 },
  );
});
