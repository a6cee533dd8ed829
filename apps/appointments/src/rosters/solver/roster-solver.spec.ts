import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RosterSolver } from './roster-solver.js';

const LIMITS = { seconds: 20, nodes: 1000, gap: 0 };
/** The least x that is at least 3. */
const PROGRAM = 'Minimize\n obj: + 1 x\nSubject To\n r0: + 1 x >= 3\nBounds\n x <= 9\nEnd\n';

describe('the solver', () => {
  let solver: RosterSolver;
  beforeEach(() => {
    solver = new RosterSolver();
  });
  afterEach(() => solver.onModuleDestroy());

  it('leaves out a question nobody waits for any more, and answers the next', async () => {
    const gone = new AbortController();
    const first = solver.solve(PROGRAM, LIMITS);
    const second = solver.solve(PROGRAM, LIMITS, gone.signal);
    const third = solver.solve(PROGRAM, LIMITS);
    gone.abort();
    expect((await first)?.values).toEqual(new Map([['x', 3]]));
    expect(await second).toBeNull();
    expect((await third)?.best).toBe(true);
  });

  it('gives up what it is working on when nobody waits any more, and is there for the next', async () => {
    const gone = new AbortController();
    const asked = solver.solve(PROGRAM, LIMITS, gone.signal);
    // A turn later the thread is being asked; it has not even loaded the solver.
    await Promise.resolve();
    gone.abort();
    expect(await asked).toBeNull();
    expect((await solver.solve(PROGRAM, LIMITS))?.best).toBe(true);
  });
});
