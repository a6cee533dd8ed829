import { describe, expect, it } from '@jest/globals';
import {
  CalendarYearMissing,
  dayOf,
  isWorkingDay,
  isWorkingTime,
  sessionAt,
  workingCalendar,
  type Session,
} from './calendar.js';
import { PUBLISHED } from './published-arrangements.fixture.js';
import { statutoryDays, withBroughtIn } from './statutory-days.js';
import { shiftDay, weekdayOf, yearOf } from './zone.js';

const calendar = workingCalendar();
/** An instant by the wall clock of Shanghai. */
const at = (text: string) => new Date(`${text}+08:00`);

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = shiftDay(day, 1)) days.push(day);
  return days;
}

describe('the published arrangements', () => {
  it.each(Object.keys(PUBLISHED).map(Number))('every day of %i is as the State Council published it', (year) => {
    const { holidays = [], makeUpDays = [] } = PUBLISHED[year] ?? {};
    const expected = (day: string) => {
      if (makeUpDays.includes(day)) return true;
      if (holidays.some(({ first, last }) => first <= day && day <= last)) return false;
      return weekdayOf(day) !== 0 && weekdayOf(day) !== 6;
    };
    const wrong = daysOf(year).filter((day) => isWorkingDay(calendar, day) !== expected(day));
    expect(wrong).toEqual([]);
  });

  it('2026 has 248 working days', () => {
    expect(daysOf(2026).filter((day) => isWorkingDay(calendar, day))).toHaveLength(248);
  });

  it('a make-up Saturday is a working day and the holiday Friday it pays for is not', () => {
    expect(isWorkingDay(calendar, '2026-02-28')).toBe(true);
    expect(weekdayOf('2026-02-28')).toBe(6);
    expect(isWorkingDay(calendar, '2026-02-20')).toBe(false);
    expect(weekdayOf('2026-02-20')).toBe(5);
  });

  it('cover 2004 to 2026 without a gap', () => {
    expect([...calendar.years].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 23 }, (_, index) => 2004 + index),
    );
  });

  it('a holiday that reaches into the next year does not stand for that year', () => {
    const holidays = { '2026-01-01': '元旦', '2026-10-01': '国庆节', '2027-01-02': '元旦' };
    const statutory = statutoryDays({ holidays, workdays: {} });
    expect([...statutory.years]).toEqual([2026]);
    expect(() => isWorkingDay(workingCalendar({ statutory }), '2027-01-02')).toThrow(CalendarYearMissing);
  });
});

describe('a year without a published arrangement', () => {
  it.each(['2027-01-01', '2027-03-02', '2003-12-31'])('is refused and named, not guessed: %s', (day) => {
    expect(() => isWorkingDay(calendar, day)).toThrow(new CalendarYearMissing(yearOf(day)));
  });

  it('begins at midnight of the office, not of UTC', () => {
    expect(isWorkingTime(calendar, at('2026-12-31T23:59:59'))).toBe(false);
    expect(() => isWorkingTime(calendar, at('2027-01-01T00:00:00'))).toThrow(CalendarYearMissing);
  });

  it('is not opened by an override of one of its days', () => {
    const amended = workingCalendar({ overrides: [{ day: '2027-01-04', working: true }] });
    expect(() => isWorkingDay(amended, '2027-01-04')).toThrow(CalendarYearMissing);
  });
});

describe('a year brought in', () => {
  const packaged = statutoryDays({
    holidays: { '2026-01-01': '元旦', '2026-10-01': '国庆节', '2027-01-02': '元旦' },
    workdays: { '2026-10-10': '国庆节', '2027-01-03': '元旦' },
  });
  const year = { year: 2027, holidays: ['2027-01-01', '2027-10-01'], makeUpDays: ['2027-01-09'] };

  it('is known from its first day to its last, by its own days only', () => {
    const amended = workingCalendar({ statutory: withBroughtIn(packaged, [year]) });
    const odd = daysOf(2027).filter((day) => {
      return isWorkingDay(amended, day) !== (weekdayOf(day) !== 0 && weekdayOf(day) !== 6);
    });
    expect(odd).toEqual(['2027-01-01', '2027-01-09', '2027-10-01']);
    expect(isWorkingDay(amended, '2026-10-10')).toBe(true);
    expect(() => isWorkingDay(amended, '2028-01-03')).toThrow(CalendarYearMissing);
  });

  it('changes nothing of a year that is published', () => {
    const other = { year: 2026, holidays: ['2026-01-01', '2026-03-02', '2026-10-01'], makeUpDays: [] };
    expect(withBroughtIn(packaged, [other])).toEqual(packaged);
  });
});

describe('overrides', () => {
  it.each([
    { day: '2026-11-25', working: false, what: 'a Wednesday off' },
    { day: '2026-11-28', working: true, what: 'a Saturday worked' },
    { day: '2026-10-10', working: false, what: 'a make-up day off after all' },
    { day: '2026-10-02', working: true, what: 'a holiday worked' },
  ])('change exactly their own day: $what', ({ day, working }) => {
    const amended = workingCalendar({ overrides: [{ day, working }] });
    const changed = daysOf(2026).filter((each) => isWorkingDay(amended, each) !== isWorkingDay(calendar, each));
    expect(changed).toEqual([day]);
    expect(isWorkingDay(amended, day)).toBe(working);
  });
});

describe('sessions of the day', () => {
  it.each([
    ['08:59:59', null, false],
    ['09:00:00', 'morning', true],
    ['11:59:59', 'morning', true],
    ['12:00:00', 'noon', false],
    ['13:30:00', 'afternoon', true],
    ['17:29:59', 'afternoon', true],
    ['17:30:00', 'evening', false],
    ['20:00:00', null, false],
  ])('at %s it is %s', (time, name, working) => {
    const instant = at(`2026-11-23T${time}`);
    expect(sessionAt(calendar, instant)?.name ?? null).toBe(name);
    expect(isWorkingTime(calendar, instant)).toBe(working);
  });

  it('a Saturday morning is a morning without being working time', () => {
    const saturday = at('2026-11-28T10:00:00');
    expect(sessionAt(calendar, saturday)?.name).toBe('morning');
    expect(isWorkingTime(calendar, saturday)).toBe(false);
  });

  it('an office may count its noon as working time', () => {
    const sessions: Session[] = [{ name: 'noon', start: 720, end: 810, working: true }];
    const noonOffice = workingCalendar({ sessions });
    expect(isWorkingTime(noonOffice, at('2026-11-23T12:30:00'))).toBe(true);
    expect(isWorkingTime(noonOffice, at('2026-11-23T10:00:00'))).toBe(false);
  });

  it.each<[string, Session[]]>([
    [
      'overlap',
      [
        { name: 'morning', start: 540, end: 720, working: true },
        { name: 'noon', start: 700, end: 810, working: false },
      ],
    ],
    ['end before they begin', [{ name: 'morning', start: 720, end: 540, working: true }]],
    ['leave the day', [{ name: 'evening', start: 1200, end: 1500, working: true }]],
    ['hold no working time', [{ name: 'noon', start: 720, end: 810, working: false }]],
  ])('are refused where they %s', (_, sessions) => {
    expect(() => workingCalendar({ sessions })).toThrow(RangeError);
  });
});

describe('the office’s time zone', () => {
  it('decides which day it is', () => {
    const instant = new Date('2026-11-22T16:30:00Z');
    expect(dayOf(calendar, instant)).toBe('2026-11-23');
    expect(dayOf(workingCalendar({ timeZone: 'Asia/Urumqi' }), instant)).toBe('2026-11-22');
  });

  it('follows a zone’s summer time', () => {
    const lisbon = workingCalendar({ timeZone: 'Europe/Lisbon' });
    expect(isWorkingTime(lisbon, new Date('2026-07-01T08:00:00Z'))).toBe(true);
    expect(isWorkingTime(lisbon, new Date('2026-01-05T08:00:00Z'))).toBe(false);
  });
});
