import { workingCalendar } from '@app/common/calendar/calendar.js';
import { describe, expect, it } from '@jest/globals';
import { brokenCommitments } from './commitments.js';
import { violationText } from './commitment-texts.js';
import type { ScheduleException } from './site-schedule.js';
import { scheduleOf, weekOf, window } from './site-schedule.fixture.js';

const calendar = workingCalendar();
const NUMBERS = { halfDayMinutes: 180, holidayHalfDays: 2, longHolidayDays: 7 };
const WEEK = { fromDay: '2026-11-23', toDay: '2026-11-29' };

const broken = (over: Parameters<typeof scheduleOf>[0], days = WEEK) =>
  brokenCommitments(calendar, scheduleOf(over), days, NUMBERS).map(({ rule, day }) => `${day} ${rule}`);

const morning = (day: string): ScheduleException => ({
  windowId: null,
  day,
  session: 'morning',
  open: true,
  fromMinute: 540,
  toMinute: 720,
  capacity: 1,
});
const shut = (day: string, session: 'morning' | 'noon'): ScheduleException => ({
  windowId: null,
  day,
  session,
  open: false,
});

describe('the commitments of extended service', () => {
  it('are kept by a site that works over noon and on Saturday morning', () => {
    expect(broken({})).toEqual([]);
  });

  it('noon without a break on each working day, by any of the windows', () => {
    expect(broken({ exceptions: [shut('2026-11-25', 'noon')] })).toEqual(['2026-11-25 noon-unbroken']);
    const [first, second] = [
      window({ pattern: [...weekOf([['noon', 720, 760]]), ...weekOf([['morning', 540, 720]], [6])] }),
      window({ id: 'w2', pattern: weekOf([['noon', 760, 810]]) }),
    ];
    expect(broken({ windows: [first, second] })).toEqual([]);
    expect(broken({ windows: [first] })).toHaveLength(5);
  });

  it('home visits serve nobody who comes', () => {
    expect(broken({ windows: [window({ kind: 'home-visit' })] })).toHaveLength(6);
  });

  it('a half-day each weekend, on either day', () => {
    expect(broken({ exceptions: [shut('2026-11-28', 'morning')] })).toEqual(['2026-11-28 weekend-half-day']);
    expect(broken({ exceptions: [shut('2026-11-28', 'morning'), morning('2026-11-29')] })).toEqual([]);
  });

  it('a make-up working day at the weekend is a half-day and more, and has its noon', () => {
    // Saturday 10 October 2026 is worked.
    const days = { fromDay: '2026-10-10', toDay: '2026-10-11' };
    expect(broken({}, days)).toEqual([]);
    expect(broken({ exceptions: [shut('2026-10-10', 'noon')] }, days)).toEqual(['2026-10-10 noon-unbroken']);
  });

  it.each([
    ['National Day 2024', '2024-10-01', '2024-10-07'],
    ['Spring Festival 2024', '2024-02-10', '2024-02-17'],
    ['Spring Festival 2025', '2025-01-28', '2025-02-04'],
    ['National Day 2025', '2025-10-01', '2025-10-08'],
    ['Spring Festival 2026', '2026-02-15', '2026-02-23'],
    ['National Day 2026', '2026-10-01', '2026-10-07'],
  ])('two half-days in %s, and its last day', (_, fromDay, toDay) => {
    const days = { fromDay, toDay };
    expect(broken({}, days).toSorted()).toEqual(
      [`${fromDay} holiday-half-days`, `${toDay} long-holiday-last-day`].toSorted(),
    );
    expect(broken({ exceptions: [morning(toDay)] }, days)).toEqual([`${fromDay} holiday-half-days`]);
    expect(broken({ exceptions: [morning(fromDay), morning(toDay)] }, days)).toEqual([]);
  });

  it('a whole day counts as two half-days', () => {
    const afternoon = { ...morning('2026-10-07'), session: 'afternoon', fromMinute: 810, toMinute: 1050 } as const;
    const days = { fromDay: '2026-10-01', toDay: '2026-10-07' };
    expect(broken({ exceptions: [morning('2026-10-07'), afternoon] }, days)).toEqual([]);
  });

  it.each(['2024-04-04', '2024-05-01', '2024-06-10', '2025-01-01', '2025-05-01', '2026-01-01', '2026-05-01'])(
    'the shorter holiday of %s may stay closed',
    (day) => {
      expect(broken({}, { fromDay: day, toDay: day })).toEqual([]);
    },
  );

  it('of a holiday are looked at whole from each of its weeks, its last day in its own', () => {
    const firstWeek = { fromDay: '2026-02-09', toDay: '2026-02-15' };
    expect(broken({}, firstWeek)).toEqual(['2026-02-15 holiday-half-days']);
    expect(broken({ exceptions: [morning('2026-02-20'), morning('2026-02-23')] }, firstWeek)).toEqual([]);
    const lastWeek = { fromDay: '2026-02-23', toDay: '2026-03-01' };
    expect(broken({ exceptions: [morning('2026-02-18'), morning('2026-02-20')] }, lastWeek)).toEqual([
      '2026-02-23 long-holiday-last-day',
    ]);
  });

  it('are not asked of a site that is closed', () => {
    expect(broken({ closures: [WEEK] })).toEqual([]);
    const saturday = { fromDay: '2026-11-28', toDay: '2026-11-28' };
    expect(broken({ closures: [saturday] })).toEqual(['2026-11-28 weekend-half-day']);
  });

  it('that are broken are said in a sentence', () => {
    expect(violationText('noon-unbroken', '2026-11-25')).toEqual({
      textZh: '2026年11月25日（星期三）中午没有窗口开放；工作日中午须不间断服务。',
      textEn: 'Wed, 25 Nov 2026: no window is open over noon. On working days noon has to be without a break.',
    });
  });
});
