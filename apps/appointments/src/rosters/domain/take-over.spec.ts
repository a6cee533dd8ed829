import { describe, expect, it } from '@jest/globals';
import { frame, officer, period, post } from './roster-frame.fixture.js';
import type { Duty, Officer, Rest } from './roster.js';
import { givenBack, takeOvers } from './take-over.js';

const DAY = '2026-11-23';
const AWAY = [{ fromDay: DAY, toDay: DAY }];
const posts = [post('desk', 'a', 'b'), post('tax', 'b', 'c')];
const days = period(DAY, DAY, posts, { working: ['morning', 'noon', 'afternoon'] });

const office = (absent: readonly string[], sessionsADay = 3) => {
  const one = (id: string, over: Partial<Officer> = {}): Officer =>
    officer(id, { ...over, absences: absent.includes(id) ? AWAY : [] });
  const officers = [one('a'), one('b'), one('c'), one('l', { mayLead: true }), one('m', { mayLead: true })];
  return frame({ days, officers, posts, sessionsADay });
};

type Kept = Duty & { readonly tookOverFrom: string | null };
const duty = (
  postId: string | null,
  officerId: string,
  session: Duty['session'],
  tookOverFrom: string | null = null,
): Kept => ({
  day: DAY,
  session,
  role: postId === null ? 'leader' : 'post',
  postId,
  officerId,
  tookOverFrom,
});
const by = (absent: readonly string[], duties: Kept[], lost: Kept[], rests: Rest[] = [], sessionsADay = 3) =>
  takeOvers(office(absent, sessionsADay), duties, rests, lost).map(({ officerId }) => officerId);

describe('when A is away', () => {
  const lost = duty('desk', 'a', 'morning');

  it('B takes over', () => {
    expect(by(['a'], [lost], [lost])).toEqual(['b']);
  });

  it.each<[string, string[], Kept[], Rest[]]>([
    ['is away too', ['a', 'b'], [], []],
    ['is at another post in that session', ['a'], [duty('tax', 'b', 'morning')], []],
    ['rests that half-day', ['a'], [], [{ officerId: 'b', day: DAY, session: 'morning' }]],
  ])('nobody does where B %s', (_, absent, others, rests) => {
    expect(by(absent, [lost, ...others], [lost], rests)).toEqual([null]);
  });

  it('nobody is on duty longer than the rule allows', () => {
    const all = (['morning', 'noon', 'afternoon'] as const).map((session) => duty('desk', 'a', session));
    expect(by(['a'], all, all, [], 2)).toEqual(['b', 'b', null]);
  });

  it('another leads: whoever has fewest duties', () => {
    const lead = duty(null, 'l', 'morning');
    expect(by(['l'], [lead, duty(null, 'm', 'noon')], [lead])).toEqual(['m']);
    expect(by(['l', 'm'], [lead], [lead])).toEqual([null]);
  });
});

describe('when A is here again', () => {
  const back = (duties: Kept[], from = DAY) => givenBack(office([]), duties, [], { officerId: 'a', from });
  const taken = duty('desk', 'b', 'morning', 'a');

  it('what was taken over goes back', () => {
    expect(back([taken, duty('desk', 'b', 'noon')])).toEqual([taken]);
  });

  it('but not where A has got another duty meanwhile, nor days before', () => {
    expect(back([taken, duty(null, 'a', 'morning')])).toEqual([]);
    expect(back([taken], '2026-11-24')).toEqual([]);
  });
});
