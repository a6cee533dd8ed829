import { workingCalendar } from '@app/common/calendar/calendar.js';
import { describe, expect, it } from '@jest/globals';
import type { PatternSession, ScheduledWindow, SiteSchedule } from '../../schedule/domain/site-schedule.js';
import { demandsOf, rosterDays } from './demands.js';

const calendar = workingCalendar();

const session = (weekday: number, name: PatternSession['session'], from: number, to: number): PatternSession => ({
  weekday,
  session: name,
  fromMinute: from,
  toMinute: to,
  capacity: 1,
  greenMinutes: 0,
});

const window = (id: string, postId: string | null, pattern: readonly PatternSession[]): ScheduledWindow => ({
  id,
  postId,
  kind: 'counter',
  travelMinutes: 0,
  items: [],
  pattern,
});

/** Two windows of one post, one of another that works at noon and on Saturdays, one of no post. */
const schedule = (fromDay: string, toDay: string, over: Partial<SiteSchedule> = {}): SiteSchedule => ({
  siteId: 'hall',
  fromDay,
  toDay,
  stamp: '1',
  windows: [
    window('1', 'desk', [session(1, 'morning', 540, 720)]),
    window('2', 'desk', [session(1, 'morning', 510, 690)]),
    window('3', 'tax', [
      session(1, 'morning', 540, 720),
      session(1, 'noon', 720, 810),
      session(6, 'morning', 540, 690),
    ]),
    window('4', null, [session(1, 'evening', 1050, 1140)]),
  ],
  exceptions: [],
  closures: [],
  publishedMondays: [],
  rosters: [],
  staffed: [],
  items: [],
  ...over,
});

const plan = (day: string, over: Partial<SiteSchedule> = {}) => rosterDays(calendar, schedule(day, day, over))[0];

describe('what a roster has to fill', () => {
  it('is every session a window is planned open in, though no week is published yet', () => {
    expect(plan('2026-11-23')).toEqual({
      day: '2026-11-23',
      kind: 'working',
      sessions: [
        { session: 'morning', fromMinute: 510, toMinute: 720, turn: 'ordinary', openPosts: ['desk', 'tax'] },
        { session: 'noon', fromMinute: 720, toMinute: 810, turn: 'noon', openPosts: ['tax'] },
        { session: 'evening', fromMinute: 1050, toMinute: 1140, turn: 'evening', openPosts: [] },
      ],
    });
  });

  it('needs a leader in each session, and each open post', () => {
    expect(demandsOf(rosterDays(calendar, schedule('2026-11-28', '2026-11-29')))).toEqual([
      { day: '2026-11-28', session: 'morning', postId: null },
      { day: '2026-11-28', session: 'morning', postId: 'tax' },
    ]);
  });

  it('on a make-up Sunday is a Monday’s, and no weekend turn', () => {
    const day = plan('2026-09-20');
    expect(day?.kind).toBe('working');
    expect(day?.sessions.map(({ turn }) => turn)).toEqual(['ordinary', 'noon', 'evening']);
  });

  it('on a holiday is nothing, unless an exception opens it', () => {
    expect(plan('2026-10-05')?.sessions).toEqual([]);
    const open = {
      windowId: '1',
      day: '2026-10-05',
      session: 'morning',
      open: true,
      fromMinute: 540,
      toMinute: 720,
      capacity: 1,
    } as const;
    expect(plan('2026-10-05', { exceptions: [open] })?.sessions).toEqual([
      { session: 'morning', fromMinute: 540, toMinute: 720, turn: 'holiday', openPosts: ['desk'] },
    ]);
  });

  it('is nothing while the site is closed', () => {
    const closures = [{ fromDay: '2026-11-20', toDay: '2026-11-25' }];
    expect(plan('2026-11-23', { closures })?.sessions).toEqual([]);
  });

  it('does not depend on a roster that is in force', () => {
    const rosters = [{ fromDay: '2026-11-23', toDay: '2026-11-29' }];
    expect(plan('2026-11-23', { rosters })).toEqual(plan('2026-11-23'));
  });
});
