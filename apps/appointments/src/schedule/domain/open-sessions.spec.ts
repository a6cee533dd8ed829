import { workingCalendar } from '@app/common/calendar/calendar.js';
import { describe, expect, it } from '@jest/globals';
import { openingHours } from './opening-hours.js';
import { openSessions } from './open-sessions.js';
import { scheduleOf, weekOf, window } from './site-schedule.fixture.js';

const calendar = workingCalendar();
const on = (day: string, over: Parameters<typeof scheduleOf>[0] = {}) =>
  openSessions(calendar, scheduleOf(over), day).map(({ session, fromMinute, toMinute }) => [
    session,
    fromMinute,
    toMinute,
  ]);
const WHOLE_DAY = [
  ['morning', 540, 720],
  ['noon', 720, 810],
  ['afternoon', 810, 1050],
];

describe('a window', () => {
  it('works by the pattern of its weekday', () => {
    expect(on('2026-11-25')).toEqual(WHOLE_DAY);
    expect(on('2026-11-28')).toEqual([['morning', 540, 720]]);
    expect(on('2026-11-29')).toEqual([]);
  });

  it.each(['2024-02-04', '2024-04-28', '2025-01-26', '2025-09-28', '2026-01-04', '2026-02-28', '2026-10-10'])(
    'on the make-up working day %s works as on a Monday',
    (day) => {
      expect(on(day)).toEqual(WHOLE_DAY);
    },
  );

  it.each(['2024-10-01', '2024-02-10', '2025-10-08', '2026-02-17', '2026-10-03', '2026-01-02'])(
    'on the holiday %s is open only by an exception',
    (day) => {
      expect(on(day)).toEqual([]);
      const opened = { windowId: null, day, session: 'morning', open: true, fromMinute: 540, toMinute: 720 } as const;
      expect(on(day, { exceptions: [{ ...opened, capacity: 1 }] })).toEqual([['morning', 540, 720]]);
      expect(on(day, { exceptions: [{ ...opened, capacity: 1 }], publishedMondays: [] })).toEqual([]);
    },
  );

  it('has extended sessions only in a published week', () => {
    const notPublished = { publishedMondays: [] };
    expect(on('2026-11-25', notPublished).map(([session]) => session)).toEqual(['morning', 'afternoon']);
    expect(on('2026-11-28', notPublished)).toEqual([]);
  });

  it('follows its own exception before the one of the site', () => {
    const closed = { day: '2026-11-25', session: 'morning', open: false, windowId: null } as const;
    expect(on('2026-11-25', { exceptions: [closed] })).toEqual(WHOLE_DAY.slice(1));
    const own = { ...closed, windowId: 'w1', open: true, fromMinute: 600, toMinute: 700, capacity: 2 } as const;
    expect(on('2026-11-25', { exceptions: [own, closed] })[0]).toEqual(['morning', 600, 700]);
  });

  it('whose exception reaches into the next session begins that later', () => {
    const longer = { windowId: 'w1', day: '2026-11-25', session: 'morning', open: true } as const;
    const exceptions = [{ ...longer, fromMinute: 540, toMinute: 750, capacity: 1 }];
    expect(on('2026-11-25', { exceptions })).toEqual([
      ['morning', 540, 750],
      ['noon', 750, 810],
      ['afternoon', 810, 1050],
    ]);
  });

  it('is closed by a closure whatever else is said', () => {
    const closures = [{ fromDay: '2026-11-24', toDay: '2026-11-25' }];
    const opened = { windowId: 'w1', day: '2026-11-25', session: 'evening', open: true } as const;
    const exceptions = [{ ...opened, fromMinute: 1050, toMinute: 1200, capacity: 1 }];
    expect(on('2026-11-25', { closures, exceptions })).toEqual([]);
    expect(on('2026-11-26', { closures })).toEqual(WHOLE_DAY);
  });

  it('of a post needs somebody on duty where a roster is published', () => {
    const rosters = [{ fromDay: '2026-11-23', toDay: '2026-11-29' }];
    const staffed = [{ day: '2026-11-25', session: 'morning', postId: 'p1' } as const];
    const windows = [window({ postId: 'p1' })];
    expect(on('2026-11-25', { windows, rosters, staffed })).toEqual([['morning', 540, 720]]);
    expect(on('2026-11-30', { windows, rosters, staffed })).toEqual(WHOLE_DAY);
    expect(on('2026-11-25', { rosters, staffed })).toEqual(WHOLE_DAY);
  });

  it('promises nothing in a year without a published arrangement', () => {
    const unpublished = { ...calendar, years: new Set([2026]) };
    expect(openSessions(unpublished, scheduleOf({}), '2027-01-04')).toEqual([]);
  });
});

describe('the hours of a site', () => {
  it('reach from its earliest window to its latest, extended service marked', () => {
    const windows = [window({}), window({ id: 'w2', pattern: weekOf([['morning', 480, 690]]) })];
    const sessions = openSessions(calendar, scheduleOf({ windows }), '2026-11-25');
    expect(openingHours(sessions)).toEqual([
      { session: 'morning', fromMinute: 480, toMinute: 720, extended: false },
      { session: 'noon', fromMinute: 720, toMinute: 810, extended: true },
      { session: 'afternoon', fromMinute: 810, toMinute: 1050, extended: false },
    ]);
  });
});
