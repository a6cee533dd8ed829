import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '../../libs/common/src/testing/eventually.js';
import { MainWay } from '../suite/main-way.js';
import { RunningSuite } from '../suite/running-suite.js';
import { count } from './counts.js';

jest.setTimeout(180_000);

/** Every process of the suite but the simulated phones, which stand for the world outside. */
const PROCESSES = ['gateway', 'hotline', 'appointments', 'interviews', 'nats', 'postgres'] as const;

describe('kill -9 in the middle of the main way', () => {
  let suite: RunningSuite;
  let way: MainWay;
  beforeAll(async () => {
    suite = await RunningSuite.start();
    way = await MainWay.begin(suite);
  });
  afterAll(() => suite.stop());

  it.each(PROCESSES)('of %s: the way completes, nothing is lost, nothing is there twice', async (name) => {
    const phone = `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
    const ticket = await way.register(`水管漏水，${name}`, phone);
    await way.replied(ticket);

    // While the rating is on its way through outbox, stream and inbox.
    const rated = way.dissatisfied(ticket);
    await suite.kill(name);
    await suite.revive(name);
    await rated;
    const opened = await eventually(async () => only(await way.casesOf(ticket)), { timeoutMs: 60_000 });

    // While a room is being booked through appointments.
    const interviewed = way.interviewed(opened.id);
    await suite.killAndHeal(name);
    await interviewed;
    await way.verified(opened.id);

    await eventually(async () => expect(await way.ticketState(ticket)).toMatchObject({ state: 'closed' }), {
      timeoutMs: 60_000,
    });
    expect(await way.casesOf(ticket)).toMatchObject([{ state: 'closed', round: 1 }]);
    const booked = 'SELECT count(*) AS n FROM booking WHERE case_id = $1 AND state = $2';
    expect(await count(suite, 'appointments', booked, [opened.id, 'confirmed'])).toBe(1);
  });

  it.each(['gateway', 'hotline', 'postgres'] as const)(
    'of %s: requests being registered are registered once each',
    async (name) => {
      const mark = `停电 ${randomUUID()}`;
      const registering = Array.from({ length: 12 }, (_, n) =>
        way.register(mark, `1370000${String(n).padStart(4, '0')}`),
      );
      await suite.killAndHeal(name);
      const registered = await Promise.all(registering);

      expect(new Set(registered.map(({ number }) => number)).size).toBe(12);
      const ids = registered.map(({ id }) => id);
      const found = 'SELECT count(*) AS n FROM ticket WHERE id = ANY($1)';
      expect(await count(suite, 'hotline', found, [ids])).toBe(12);
    },
  );
});

function only<T>(items: readonly T[]): T {
  expect(items).toHaveLength(1);
  const [item] = items;
  if (item === undefined) throw new Error('none');
  return item;
}
