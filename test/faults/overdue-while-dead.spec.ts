import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../../libs/common/src/testing/eventually.js';
import { MainWay } from '../suite/main-way.js';
import { RunningSuite } from '../suite/running-suite.js';
import { count } from './counts.js';

jest.setTimeout(180_000);

const hoursUntil = (at: string, now: Date): number => Math.ceil((Date.parse(at) - now.getTime()) / 3_600_000);

describe('a limit that runs out while the service is dead', () => {
  let suite: RunningSuite;
  let way: MainWay;
  beforeAll(async () => {
    suite = await RunningSuite.start();
    way = await MainWay.begin(suite);
  });
  afterAll(() => suite.stop());

  it('gives one red card and the next tier as soon as the service is back', async () => {
    const ticket = await way.register('路灯不亮', '13500000001');
    await way.replied(ticket);
    await way.dissatisfied(ticket);
    const opened = await eventually(async () => {
      const [found] = await way.casesOf(ticket);
      if (!found) throw new Error('no case yet');
      return found;
    });

    await suite.kill('interviews');
    // However many holidays lie before its end.
    suite.travel({ hours: hoursUntil(opened.dueAt, suite.now()) + 1 });
    await suite.revive('interviews');

    const later = await eventually(() => MainWay.begin(suite), { timeoutMs: 60_000 });
    await eventually(async () => expect(await later.casesOf(ticket)).toMatchObject([{ tier: 2, card: 'red' }]), {
      timeoutMs: 60_000,
    });
    await suite.killAndHeal('interviews');
    await eventually(async () => expect(await later.casesOf(ticket)).toMatchObject([{ tier: 2, card: 'red' }]), {
      timeoutMs: 60_000,
    });
    const cards = 'SELECT count(*) AS n FROM card WHERE case_id = $1 AND colour = $2';
    expect(await count(suite, 'interviews', cards, [opened.id, 'red'])).toBe(1);
  });
});
