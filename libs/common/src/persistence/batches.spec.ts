import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Batches } from './batches.js';

const REFUSED = new Error('refused');
const LOST = Object.assign(new Error('gone'), { code: 'ECONNRESET' });

interface Job {
  readonly once: string;
  readonly refused?: boolean;
}

/** A database that takes batches when it is told to. */
function database({ most = 64, sideBySide = 1 } = {}) {
  const arrived: { jobs: string[]; go: (error?: Error) => void }[] = [];
  const batches = new Batches<Job, string>(
    (jobs) =>
      new Promise((done, failed) => {
        arrived.push({
          jobs: jobs.map(({ once }) => once),
          go: (error) => {
            if (error) failed(error);
            else if (jobs.some(({ refused }) => refused)) failed(REFUSED);
            else done(jobs.map(({ once }) => `${once} done`));
          },
        });
      }),
    { most, sideBySide },
  );
  const seen = () => arrived.map(({ jobs }) => jobs);
  const batch = async (at: number) => {
    while (arrived.length <= at) await new Promise(setImmediate);
    const { go } = arrived[at] ?? {};
    if (!go) throw new Error(`no batch ${at}`);
    return go;
  };
  return { batches, seen, batch };
}

const outcomes = async (all: Promise<string>[]): Promise<string[]> =>
  (await Promise.allSettled(all)).map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)));

describe('a batch', () => {
  it('is one job where it comes alone', async () => {
    const { batches, batch } = database();
    const alone = batches.do({ once: 'a' });
    (await batch(0))();
    expect(await alone).toBe('a done');
  });

  it('is all that came while the one before was at work', async () => {
    const { batches, seen, batch } = database();
    const all = [batches.do({ once: 'a' })];
    const first = await batch(0);
    all.push(batches.do({ once: 'b' }), batches.do({ once: 'c' }));
    first();
    (await batch(1))();
    expect(await outcomes(all)).toEqual(['a done', 'b done', 'c done']);
    expect(seen()).toEqual([['a'], ['b', 'c']]);
  });

  it('is no larger than allowed, and no more of them are at work than allowed', async () => {
    const { batches, seen, batch } = database({ most: 2, sideBySide: 2 });
    const all = ['a', 'b', 'c', 'd', 'e'].map((once) => batches.do({ once }));
    const [first, second] = [await batch(0), await batch(1)];
    await new Promise(setImmediate);
    expect(seen()).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    first();
    second();
    (await batch(2))();
    expect(await outcomes(all)).toEqual(['a done', 'b done', 'c done', 'd done', 'e done']);
  });

  it('never holds the same twice', async () => {
    const { batches, seen, batch } = database();
    const all = ['a', 'a', 'b'].map((once) => batches.do({ once }));
    (await batch(0))();
    (await batch(1))();
    await outcomes(all);
    expect(seen()).toEqual([['a', 'b'], ['a']]);
  });

  it('that is refused is done one by one, and only the one at fault is refused', async () => {
    const { batches, batch } = database();
    const all = outcomes([{ once: 'a' }, { once: 'b', refused: true }, { once: 'c' }].map((job) => batches.do(job)));
    for (let at = 0; at < 4; at += 1) (await batch(at))();
    expect(await all).toEqual(['a done', 'Error: refused', 'c done']);
  });

  it('whose connection was lost is not done again: it may have been committed', async () => {
    const { batches, seen, batch } = database();
    const all = outcomes(['a', 'b'].map((once) => batches.do({ once })));
    (await batch(0))(LOST);
    expect(await all).toEqual(['Error: gone', 'Error: gone']);
    expect(seen()).toHaveLength(1);
  });

  it('gives each job its own answer, whatever comes together', async () => {
    const jobs = fc.array(fc.record({ once: fc.string({ maxLength: 2 }), refused: fc.boolean() }), { maxLength: 30 });
    const limits = fc.record({ most: fc.integer({ min: 1, max: 5 }), sideBySide: fc.integer({ min: 1, max: 3 }) });
    await fc.assert(
      fc.asyncProperty(jobs, limits, async (all, bounds) => {
        const batches = new Batches<Job, string>(async (together) => {
          await new Promise(setImmediate);
          expect(new Set(together.map(({ once }) => once)).size).toBe(together.length);
          if (together.some(({ refused }) => refused)) throw REFUSED;
          return together.map(({ once }) => once);
        }, bounds);
        const got = await outcomes(all.map((job) => batches.do(job)));
        expect(got).toEqual(all.map(({ once, refused }) => (refused ? String(REFUSED) : once)));
      }),
    );
  });
});
