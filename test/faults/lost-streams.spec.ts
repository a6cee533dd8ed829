import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../../libs/common/src/testing/eventually.js';
import { MainWay, type Registered } from '../suite/main-way.js';
import { RunningSuite } from '../suite/running-suite.js';

/** Issue: catch-up heals a lost stream within two minutes. */
const HEALED_WITHIN_MS = 120_000;

jest.setTimeout(HEALED_WITHIN_MS + 120_000);

describe('stream storage deleted while everything runs', () => {
  let suite: RunningSuite;
  let way: MainWay;
  beforeAll(async () => {
    suite = await RunningSuite.start();
    way = await MainWay.begin(suite);
  });
  afterAll(() => suite.stop());

  it('is healed by catch-up within two minutes: each dissatisfied citizen has one interview', async () => {
    const tickets: Registered[] = [];
    for (const n of [1, 2, 3]) tickets.push(await way.register(`电梯停运 ${n}`, `1360000000${n}`));
    for (const ticket of tickets) await way.replied(ticket);

    // Interviews is down, so the ratings reach the stream and nobody: then the stream is gone for good.
    await suite.kill('interviews');
    for (const ticket of tickets) await way.dissatisfied(ticket);
    suite.deleteStreams();
    await suite.killAndHeal('nats');
    await suite.revive('interviews');

    const healed = async (): Promise<void> => {
      for (const ticket of tickets) expect(await way.casesOf(ticket)).toHaveLength(1);
    };
    await eventually(healed, { timeoutMs: HEALED_WITHIN_MS, everyMs: 500 });

    // New events flow through the streams made anew.
    const later = await way.register('电梯又停运', '13600000009');
    await way.replied(later);
    await way.dissatisfied(later);
    await eventually(async () => expect(await way.casesOf(later)).toHaveLength(1), { timeoutMs: HEALED_WITHIN_MS });
    await healed();
  });
});
