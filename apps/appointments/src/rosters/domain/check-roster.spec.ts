import { describe, expect, it } from '@jest/globals';
import { checkRoster } from './check-roster.js';
import { frame, officer, period, post } from './roster-frame.fixture.js';
import { NO_TURNS, type Duty, type Rest } from './roster.js';
import { isHard, newlyBroken, type Violation } from './violation.js';

const MONDAY = '2026-11-23';
const SATURDAY = '2026-11-28';
const posts = [post('desk', 'a', 'b', { qualifications: ['household'] }), post('tax', 'c', 'd')];
const officers = [
  officer('a', { qualifications: ['household'] }),
  officer('b', { qualifications: ['household'], absences: [{ fromDay: SATURDAY, toDay: SATURDAY }] }),
  officer('c'),
  officer('d', { active: false }),
  officer('l', { mayLead: true }),
];
const days = period(MONDAY, MONDAY, posts, { working: ['morning', 'noon', 'afternoon', 'evening'] });
const ofMonday = frame({ days, officers, posts });

const at = (postId: string, officerId: string, session: Duty['session'] = 'morning', day = MONDAY): Duty => ({
  day,
  session,
  role: 'post',
  postId,
  officerId,
});
const lead = (officerId: string, session: Duty['session'] = 'morning', day = MONDAY): Duty => ({
  day,
  session,
  role: 'leader',
  postId: null,
  officerId,
});
const rulesOf = (violations: readonly Violation[]) => violations.map(({ rule }) => rule);
/** Rules broken on Monday morning, apart from what is missing in the day's other sessions. */
const morning = (duties: Duty[], rests: Rest[] = []) =>
  rulesOf(checkRoster(ofMonday, duties, rests).filter(({ session }) => session === 'morning'));

describe('a session', () => {
  it('is well served with a leader and A or B of each post', () => {
    expect(morning([lead('l'), at('desk', 'b'), at('tax', 'c')])).toEqual([]);
  });

  it('without anybody lacks its leader and each of its posts', () => {
    expect(checkRoster(ofMonday, [], []).filter(({ session }) => session === 'noon')).toEqual([
      { rule: 'no-leader', day: MONDAY, session: 'noon', officerId: null, postId: null },
      { rule: 'post-unfilled', day: MONDAY, session: 'noon', officerId: null, postId: 'desk' },
      { rule: 'post-unfilled', day: MONDAY, session: 'noon', officerId: null, postId: 'tax' },
    ]);
  });

  it.each<[string, Duty[], string[]]>([
    ['somebody is in two places', [lead('l'), at('desk', 'a'), at('tax', 'c'), at('tax', 'c')], ['officer-twice']],
    [
      'somebody else sits at the post',
      [lead('l'), at('desk', 'a'), at('tax', 'a')],
      ['not-of-the-post', 'officer-twice', 'post-unfilled'],
    ],
    [
      'A is not qualified',
      [lead('l'), at('desk', 'c'), at('tax', 'c')],
      ['not-of-the-post', 'not-qualified', 'officer-twice', 'post-unfilled'],
    ],
    ['B has left the office', [lead('l'), at('desk', 'a'), at('tax', 'd')], ['officer-left', 'post-unfilled']],
    ['who leads may not', [lead('c'), at('desk', 'a'), at('tax', 'c')], ['may-not-lead', 'no-leader', 'officer-twice']],
  ])('breaks a rule where %s', (_, duties, rules) => {
    expect(morning(duties)).toEqual(rules);
  });

  it('is not served by whoever rests in that half of the day', () => {
    const duties = [lead('l', 'noon'), at('desk', 'a', 'noon'), at('tax', 'c', 'noon')];
    const rests: Rest[] = [{ officerId: 'c', day: MONDAY, session: 'morning' }];
    const noon = checkRoster(ofMonday, duties, rests).filter(({ session }) => session === 'noon');
    expect(rulesOf(noon)).toEqual(['on-rest']);
  });

  it('is not served by an absent officer', () => {
    const saturday = period(SATURDAY, SATURDAY, posts, { weekend: ['morning'] });
    const duties = [
      lead('l', 'morning', SATURDAY),
      at('desk', 'b', 'morning', SATURDAY),
      at('tax', 'c', 'morning', SATURDAY),
    ];
    expect(rulesOf(checkRoster(frame({ days: saturday, officers, posts }), duties, []))).toEqual([
      'absent',
      'post-unfilled',
    ]);
  });
});

describe('a day', () => {
  const sessions = ['morning', 'noon', 'afternoon', 'evening'] as const;

  it('has at most so many sessions for one person', () => {
    const all = sessions.flatMap((session) => [at('desk', 'a', session), at('tax', 'c', session), lead('l', session)]);
    const broken = checkRoster(ofMonday, all, []);
    expect(broken.map(({ rule, officerId }) => [rule, officerId])).toEqual([
      ['too-many-sessions', 'a'],
      ['too-many-sessions', 'c'],
      ['too-many-sessions', 'l'],
    ]);
  });

  it('on which the site is closed needs nobody, and says so softly', () => {
    const closed = frame({ days: period(SATURDAY, SATURDAY, posts, {}), officers, posts });
    const [broken] = checkRoster(closed, [at('desk', 'a', 'morning', SATURDAY)], []);
    expect(broken).toMatchObject({ rule: 'not-open' });
    expect(broken && isHard(broken)).toBe(false);
  });
});

describe('rest days', () => {
  const leaders = { officers: [officer('l', { mayLead: true }), officer('m', { mayLead: true })], posts: [] };
  const twoWeeks = frame({
    ...leaders,
    days: period('2026-11-28', '2026-12-14', [], { weekend: ['morning'], working: ['morning'] }),
  });
  const everyDay = twoWeeks.days.flatMap(({ day, kind, sessions }) =>
    sessions.map(({ session }) => lead(kind === 'weekend' && day !== SATURDAY ? 'm' : 'l', session, day)),
  );
  const soft = (rests: Rest[]) =>
    checkRoster(twoWeeks, everyDay, rests)
      .filter(({ officerId }) => officerId === 'l')
      .map(({ rule, day }) => [rule, day]);

  it('are late when two weeks have passed', () => {
    expect(soft([])).toEqual([['rest-overdue', '2026-12-12']]);
  });

  it('are given back by a half of a working day', () => {
    expect(soft([{ officerId: 'l', day: '2026-12-01', session: 'afternoon' }])).toEqual([]);
  });

  it('are not given before they are earned', () => {
    const fromFriday = period('2026-11-27', '2026-12-14', [], { weekend: ['morning'] });
    const before = frame({ ...leaders, days: fromFriday });
    const broken = checkRoster(
      before,
      [lead('l', 'morning', SATURDAY)],
      [{ officerId: 'l', day: '2026-11-27', session: 'morning' }],
    );
    expect(rulesOf(broken)).toContain('rest-not-owed');
  });

  it('are owed from the period before as well', () => {
    const carried = { l: { ...NO_TURNS, weekend: 1, restWorked: 1 } };
    const owing = frame({ ...leaders, days: twoWeeks.days, carried });
    const broken = checkRoster(owing, everyDay, [{ officerId: 'l', day: '2026-12-01', session: 'afternoon' }]);
    expect(broken.filter(({ officerId }) => officerId === 'l').map(({ rule, day }) => [rule, day])).toEqual([
      ['rest-overdue', '2026-12-12'],
    ]);
  });
});

it('a change answers for what it breaks itself, not for what was broken before', () => {
  const before = checkRoster(ofMonday, [], []);
  const after = checkRoster(ofMonday, [at('desk', 'a'), at('tax', 'a')], []);
  expect(rulesOf(newlyBroken(before, after))).toEqual(['not-of-the-post', 'officer-twice']);
});
