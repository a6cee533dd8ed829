import { eventually } from '@app/common/testing/eventually.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PREFIX } from '../appointments-under-test.fixture.js';
import { HALL } from '../seed/small-county.fixture.js';
import type { RosterPage } from './roster.dto.js';
import { RostersUnderTest } from './rosters-under-test.fixture.js';
import { RosterSolver } from './solver/roster-solver.js';

jest.setTimeout(60_000);

/** Far longer than any test waits. */
const HOURS = { seconds: 3600, nodes: 2_000_000_000, gap: 0 };

describe('a proposal that the planner stops', () => {
  let office: RostersUnderTest;
  let url: string;
  beforeAll(async () => {
    office = await RostersUnderTest.start(new FakeClock('2026-11-23T08:00:00+08:00'));
    const [app] = office.service.apps;
    await app?.listen(0, '127.0.0.1');
    url = `${await app?.getUrl()}${PREFIX}/rosters/proposals`;
  });
  afterAll(() => office.close());

  it('is solved no further: the solver is there for the next one, and no draft is kept', async () => {
    const solver = office.service.apps[0]?.get(RosterSolver);
    if (!solver) throw new Error('no process');
    const solve = solver.solve.bind(solver);
    const answers: unknown[] = [];
    const asked = jest.spyOn(solver, 'solve').mockImplementation(async (_program, _limits, signal) => {
      const answer = await solve(withoutEnd(), HOURS, signal);
      answers.push(answer);
      return answer;
    });

    const planner = new AbortController();
    const body = JSON.stringify({ siteId: HALL, fromDay: '2026-11-26', toDay: '2026-11-28' });
    const headers = {
      ...(await office.service.sessions.headersFor(staff('supervisor'))),
      'content-type': 'application/json',
    };
    const answer = fetch(url, { method: 'POST', headers, body, signal: planner.signal }).catch(() => 'hung up');
    await eventually(() => expect(asked).toHaveBeenCalled());
    planner.abort();
    expect(await answer).toBe('hung up');
    await eventually(() => expect(answers).toEqual([null]));

    asked.mockRestore();
    expect((await office.propose('2026-11-26', '2026-11-28')).roster.state).toBe('draft');
    const page: RosterPage = (await office.call('GET', `/rosters?site=${HALL}`)).json();
    expect(page.items).toHaveLength(1);
  });
});

/** A market split: five sums that forty halves have to meet exactly, which takes a search of hours. */
function withoutEnd(): string {
  let seed = 1;
  const next = (): number => (seed = (seed * 48_271) % 2_147_483_647) % 100;
  const names = Array.from({ length: 40 }, (_, i) => `x${i}`);
  const sums = Array.from({ length: 5 }, (_, row) => {
    const weights = names.map(next);
    const half = Math.floor(weights.reduce((sum, one) => sum + one, 0) / 2);
    return ` r${row}: ${names.map((name, i) => `+ ${weights[i]} ${name}`).join(' ')} = ${half}`;
  });
  return ['Minimize', ' obj: + 1 x0', 'Subject To', ...sums, 'Binary', ` ${names.join(' ')}`, 'End', ''].join('\n');
}
