import { describe, expect, it } from '@jest/globals';
import { SharedAnswers } from './shared-answers.js';

/** Answers that come when they are told to. */
function looking() {
  const shared = new SharedAnswers<number>();
  const begun: ((error?: Error) => void)[] = [];
  const ask = (question = 'here') =>
    shared.answer(question, () => {
      const number = begun.length + 1;
      return new Promise((done, failed) => begun.push((error) => (error ? failed(error) : done(number))));
    });
  const finish = async (at: number, error?: Error) => {
    while (begun.length <= at) await new Promise(setImmediate);
    begun[at]?.(error);
  };
  return { ask, begun, finish };
}

describe('an answer that many ask for at once', () => {
  it('is begun after each of them asked, and looked for once for all who wait', async () => {
    const { ask, begun, finish } = looking();
    const first = ask();
    const others = [ask(), ask(), ask()];
    await finish(0);
    expect(await first).toBe(1);
    await finish(1);
    expect(await Promise.all(others)).toEqual([2, 2, 2]);
    expect(begun).toHaveLength(2);
  });

  it('is looked for again by who asks later', async () => {
    const { ask, finish } = looking();
    const first = ask();
    await finish(0);
    await first;
    const second = ask();
    await finish(1);
    expect(await second).toBe(2);
  });

  it('does not wait for the answer to another question', async () => {
    const { ask, begun, finish } = looking();
    const both = [ask('here'), ask('there')];
    expect(begun).toHaveLength(2);
    await finish(0);
    await finish(1);
    expect(await Promise.all(both)).toEqual([1, 2]);
  });

  it('that fails, fails for those who share it, and not for the next', async () => {
    const { ask, finish } = looking();
    const first = ask();
    const second = ask();
    await finish(0, new Error('away'));
    await expect(first).rejects.toThrow('away');
    await finish(1);
    expect(await second).toBe(2);
  });
});
