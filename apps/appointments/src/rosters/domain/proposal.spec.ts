import type { SessionName } from '@app/common/calendar/calendar.js';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import { RosterSolver } from '../solver/roster-solver.js';
import { turnsInPeriod } from './balance.js';
import { checkRoster, couldServe, demandKey } from './check-roster.js';
import { demandsOf } from './demands.js';
import { proposeRoster, type ProposedRoster } from './proposal.js';
import { frame, officer, period, post } from './roster-frame.fixture.js';
import { NO_TURNS, type Demand, type RosterFrame } from './roster.js';
import { isHard } from './violation.js';
import { whyUnfilled } from './why-unfilled.js';

jest.setTimeout(120_000);

const solver = new RosterSolver();
afterAll(() => solver.onModuleDestroy());
const LIMITS = { seconds: 20, nodes: 200_000, gap: 0 };

async function propose(of: RosterFrame): Promise<ProposedRoster> {
  const proposed = await proposeRoster(of, (program) => solver.solve(program, LIMITS));
  if (!proposed) throw new Error('no answer in time');
  return proposed;
}

/** How many demands of a day stay open at least: every way of putting officers on duty is tried. */
function fewestOpen(of: RosterFrame, demands: readonly Demand[], busy: readonly string[] = []): number {
  const [demand, ...others] = demands;
  if (!demand) return 0;
  let fewest = 1 + fewestOpen(of, others, busy);
  for (const one of of.officers) {
    const here = `${one.id} ${demand.session}`;
    const sessions = new Set(busy.filter((place) => place.startsWith(`${one.id} `)));
    if (!couldServe(of, one, demand) || busy.includes(here) || sessions.size >= of.rules.sessionsADay) continue;
    fewest = Math.min(fewest, fewestOpen(of, others, [...busy, here]));
  }
  return fewest;
}

const SESSIONS: readonly SessionName[] = ['morning', 'noon', 'afternoon', 'evening'];
const IDS = ['a', 'b', 'c', 'd'];
const seat = fc.option(fc.constantFrom(...IDS), { nil: null });
/** Small offices: up to four officers and three posts over a Friday and the weekend. */
const office = fc
  .record({
    officers: fc.tuple(
      ...IDS.map((id) =>
        fc
          .record({ mayLead: fc.boolean(), active: fc.boolean(), qualified: fc.boolean(), absent: fc.boolean() })
          .map(({ mayLead, active, qualified, absent }) =>
            officer(id, {
              mayLead,
              active,
              qualifications: qualified ? ['q'] : [],
              absences: absent ? [{ fromDay: '2026-11-28', toDay: '2026-11-28' }] : [],
            }),
          ),
      ),
    ),
    posts: fc.array(fc.record({ a: seat, b: seat, asks: fc.boolean() }), { maxLength: 2 }),
    working: fc.subarray([...SESSIONS], { maxLength: 2 }),
    weekend: fc.subarray([...SESSIONS], { maxLength: 2 }),
    sessionsADay: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ officers, posts, working, weekend, sessionsADay }) => {
    const made = posts.map(({ a, b, asks }, i) => post(`p${i}`, a, b, { qualifications: asks ? ['q'] : [] }));
    const days = period('2026-11-27', '2026-11-29', made, { working, weekend });
    return frame({ days, officers, posts: made, sessionsADay });
  });

describe('a proposal', () => {
  it('breaks no rule but where nobody can serve, and leaves open no more than any roster must', async () => {
    await fc.assert(
      fc.asyncProperty(office, async (of) => {
        const { duties, rests, unfilled } = await propose(of);
        const open = checkRoster(of, duties, rests).filter(isHard);
        expect(open.map((one) => demandKey({ ...one, session: one.session ?? 'morning' })).toSorted()).toEqual(
          unfilled.map(demandKey).toSorted(),
        );
        const fewest = of.days.map(({ day }) =>
          fewestOpen(
            of,
            demandsOf(of.days).filter((demand) => demand.day === day),
          ),
        );
        expect(unfilled).toHaveLength(fewest.reduce((sum, one) => sum + one, 0));
      }),
      { numRuns: 40 },
    );
  });

  it('is the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(office, async (of) => {
        expect(await propose(of)).toEqual(await propose(of));
      }),
      { numRuns: 5 },
    );
  });

  it('shares weekend turns evenly and gives the half-days back after they were worked', async () => {
    const posts = [post('desk', 'a', 'b')];
    const officers = [officer('a'), officer('b'), officer('l', { mayLead: true }), officer('m', { mayLead: true })];
    const days = period('2026-11-02', '2026-11-29', posts, { working: ['morning', 'afternoon'], weekend: ['morning'] });
    const of = frame({ days, officers, posts });
    const { duties, rests, best } = await propose(of);
    const turns = turnsInPeriod(of, duties, rests);
    expect([...turns].map(([id, { weekend }]) => [id, weekend])).toEqual([
      ['a', 4],
      ['b', 4],
      ['l', 4],
      ['m', 4],
    ]);
    expect(best).toBe(true);
    expect(checkRoster(of, duties, rests)).toEqual([]);
    // The last weekend's come back in the next period.
    for (const { restWorked, restGivenBack } of turns.values())
      expect(restWorked - restGivenBack).toBeLessThanOrEqual(2);
  });

  it('makes up for what was unevenly shared before', async () => {
    const posts = [post('desk', 'a', 'b')];
    const officers = [officer('a'), officer('b'), officer('l', { mayLead: true })];
    const days = period('2026-11-02', '2026-11-29', posts, { weekend: ['morning'] });
    const carried = { a: { ...NO_TURNS, weekend: 6, restWorked: 6, restGivenBack: 6 } };
    const of = frame({ days, officers, posts, carried });
    const { duties, rests } = await propose(of);
    const turns = turnsInPeriod(of, duties, rests);
    expect([turns.get('a')?.weekend, turns.get('b')?.weekend]).toEqual([1, 7]);
  });

  it('leaves daily work to the A person', async () => {
    const posts = [post('desk', 'a', 'b')];
    const officers = [officer('a'), officer('b'), officer('l', { mayLead: true })];
    const days = period('2026-11-23', '2026-11-27', posts, { working: ['morning', 'afternoon'] });
    const { duties } = await propose(frame({ days, officers, posts }));
    expect(new Set(duties.filter(({ role }) => role === 'post').map(({ officerId }) => officerId))).toEqual(
      new Set(['a']),
    );
  });

  it('gives a holiday’s turns to different people', async () => {
    const posts = [post('desk', 'a', 'b')];
    const officers = [officer('a'), officer('b'), officer('l', { mayLead: true }), officer('m', { mayLead: true })];
    const days = period('2026-10-01', '2026-10-07', posts, { holiday: ['morning'] }).map((day) =>
      ['2026-10-02', '2026-10-07'].includes(day.day) ? day : { ...day, sessions: [] },
    );
    const of = frame({ days, officers, posts });
    const { duties, rests } = await propose(of);
    expect([...turnsInPeriod(of, duties, rests).values()].map(({ holiday }) => holiday)).toEqual([1, 1, 1, 1]);
  });
});

describe('what nobody can fill', () => {
  it('is named with its day, session and post, and why each who could not', async () => {
    const posts = [
      post('desk', 'a', 'b', { nameZh: '户籍岗', nameEn: 'Household' }),
      post('tax', 'b', null, { nameZh: '税务岗', nameEn: 'Tax' }),
    ];
    const away = [{ fromDay: '2026-11-28', toDay: '2026-11-28' }];
    const officers = [officer('a', { absences: away }), officer('b'), officer('l', { mayLead: true, absences: away })];
    const days = period('2026-11-27', '2026-11-28', posts, { working: ['morning'], weekend: ['morning'] });
    const of = frame({ days, officers, posts });
    const { duties, unfilled } = await propose(of);
    const told = unfilled.map((demand) => whyUnfilled(of, duties, demand));
    expect(unfilled.map(({ day, session, postId }) => [day, session, postId])).toEqual([
      ['2026-11-28', 'morning', null],
      [
        '2026-11-28',
        'morning',
        duties.some(({ postId, day }) => day === '2026-11-28' && postId === 'tax') ? 'desk' : 'tax',
      ],
    ]);
    expect(told[0]).toEqual({
      textZh: '11月28日（周六）上午坐堂值班无人可排：L请假。',
      textEn: 'Saturday 2026-11-28, morning: nobody for the lead: L is absent.',
    });
    expect(told[1]?.textZh).toMatch(/B同一时段在(税务岗|户籍岗)/);
  });
});

describe('a search that is cut short', () => {
  const posts = [post('desk', 'a', 'b')];
  const officers = [officer('a'), officer('b'), officer('l', { mayLead: true })];
  const days = period('2026-11-23', '2026-11-29', posts, { working: ['morning', 'noon'], weekend: ['morning'] });
  const of = frame({ days, officers, posts });

  it.each([
    ['nothing', null],
    ['half a roster', { values: new Map(), best: false }],
  ])('while sharing turns, with %s to show, gives a full roster that may not be the best', async (_, answer) => {
    let asked = 0;
    const proposed = await proposeRoster(of, (program) => {
      asked += 1;
      return asked === 1 ? solver.solve(program, LIMITS) : Promise.resolve(answer);
    });
    expect(proposed).toMatchObject({ unfilled: [], rests: [], best: false });
    expect(checkRoster(of, proposed?.duties ?? [], []).filter(isHard)).toEqual([]);
  });

  it('while it is not known what can be filled, gives none', async () => {
    expect(await proposeRoster(of, () => Promise.resolve({ values: new Map(), best: false }))).toBeNull();
  });
});
