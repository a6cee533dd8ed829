import { describe, expect, it } from '@jest/globals';
import type { RosterDetail } from '@shared/api/generated/appointments.js';
import { cellAbout, dutyGrid, movedBy, placeOf, type Violation } from './duty-grid.js';

const session = (
  name: 'morning' | 'noon',
  officerId: string | null,
): RosterDetail['days'][number]['sessions'][number] => ({
  session: name,
  from: '09:00',
  to: '12:00',
  turn: 'ordinary',
  openPosts: ['post-1'],
  duties: officerId
    ? [{ id: `${name}-1`, officerId, postId: 'post-1', role: 'post', seat: 'A', tookOverFrom: null }]
    : [],
});

const broken = (rule: Violation['rule'], where: Partial<Violation>): Violation => ({
  rule,
  day: '2026-12-01',
  hard: true,
  officerId: null,
  postId: null,
  session: null,
  textZh: '',
  textEn: '',
  ...where,
});

const roster = (violations: Violation[]): RosterDetail => ({
  id: 'roster',
  siteId: 'site',
  siteNameZh: '大厅',
  siteNameEn: 'Hall',
  fromDay: '2026-12-01',
  toDay: '2026-12-02',
  madeAt: '2026-11-23T00:00:00Z',
  publishedAt: null,
  state: 'draft',
  version: 1,
  allowed: ['change', 'publish', 'withdraw'],
  balance: [],
  officers: [{ id: 'wang', name: '王', active: true, mayLead: false }],
  posts: [{ id: 'post-1', nameZh: '岗', nameEn: 'Post', aOfficerId: 'wang', bOfficerId: null }],
  days: [
    {
      day: '2026-12-01',
      kind: 'working',
      absent: [],
      rests: [],
      sessions: [session('morning', 'wang'), session('noon', null)],
    },
    { day: '2026-12-02', kind: 'working', absent: [], rests: [], sessions: [session('morning', 'wang')] },
  ],
  violations,
});

describe('the duty grid', () => {
  it('finds the cell a refused change would have broken a rule at', () => {
    const rows = dutyGrid(roster([]));
    const place = { day: '2026-12-01', session: 'morning' as const };
    expect(cellAbout(rows, { ...place, postId: 'post-1' })?.key).toBe('2026-12-01.morning.post-1');
    expect(cellAbout(rows, { ...place, postId: null })?.key).toBe('2026-12-01.morning.lead');
    expect(cellAbout(rows, { ...place, officerId: 'wang', postId: null })?.key).toBe('2026-12-01.morning.post-1');
    expect(cellAbout(rows, { ...place, session: null, officerId: 'wang' })?.key).toBe('2026-12-01.day');
    // A commitment of extended service is about a day, which may lie outside the roster.
    expect(cellAbout(rows, { day: '2026-12-02' })?.key).toBe('2026-12-02.day');
    expect(cellAbout(rows, { day: '2026-12-05' })).toBeUndefined();
  });

  it('marks an unfilled post and a missing leader where they are missing', () => {
    const unfilled = broken('post-unfilled', { session: 'noon', postId: 'post-1' });
    const leaderless = broken('no-leader', { session: 'morning' });
    const rows = dutyGrid(roster([unfilled, leaderless]));
    expect(placeOf(rows, unfilled)?.key).toBe('2026-12-01.noon.post-1');
    expect(placeOf(rows, leaderless)?.key).toBe('2026-12-01.morning.lead');
  });

  it('marks a person’s duties of the day when they are too many, and the day itself for a rest that is overdue', () => {
    const tooMany = broken('too-many-sessions', { officerId: 'wang' });
    const overdue = broken('rest-overdue', { officerId: 'wang', hard: false });
    const rows = dutyGrid(roster([tooMany, overdue]));
    expect(placeOf(rows, tooMany)?.key).toBe('2026-12-01.morning.post-1');
    expect(placeOf(rows, overdue)?.key).toBe('2026-12-01.day');
  });

  it('leads from cell to cell by arrow, along the row by Home and End, a day on by Page Down', () => {
    const rows = dutyGrid(roster([]));
    const key = (name: string, ctrlKey = false) => movedBy({ key: name, ctrlKey }, rows, { row: 0, column: 1 });
    expect(key('ArrowDown')).toEqual({ row: 1, column: 1 });
    expect(key('ArrowUp')).toEqual({ row: 0, column: 1 });
    expect(key('End')).toEqual({ row: 0, column: 2 });
    expect(key('Home')).toEqual({ row: 0, column: 0 });
    expect(key('PageDown')).toEqual({ row: 2, column: 1 });
    expect(key('End', true)).toEqual({ row: 2, column: 2 });
    expect(key('x')).toBeNull();
  });

  it('goes from day to day in the column that is about the whole day', () => {
    const rows = dutyGrid(roster([]));
    expect(movedBy({ key: 'ArrowDown', ctrlKey: false }, rows, { row: 0, column: 2 })).toEqual({ row: 2, column: 2 });
    expect(movedBy({ key: 'ArrowUp', ctrlKey: false }, rows, { row: 2, column: 2 })).toEqual({ row: 0, column: 2 });
  });
});
