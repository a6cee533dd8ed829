import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { DEMO_PASSWORD } from '../directory/demo-people.js';
import { runGateway, type RunningGateway } from '../testing/running-gateway.js';
import { MachineClock } from './machine-clock.js';
import { SessionKeyRenewal } from './session-key-renewal.js';
import { SessionKeyStore } from './session-key-store.js';

// Passwords are slow on purpose, and machines are busy.
jest.setTimeout(30_000);

const HOUR_MS = 3600_000;

let gateway: RunningGateway;
let hoursLater = 0;
beforeAll(async () => {
  gateway = await runGateway();
  jest
    .spyOn(gateway.app.get(MachineClock), 'now')
    .mockImplementation(() => new Date(Date.now() + hoursLater * HOUR_MS));
});
beforeEach(() => {
  hoursLater = 0;
});
afterAll(() => gateway.close());

async function signIn(): Promise<string> {
  const answer = await fetch(`${gateway.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'operator1', password: DEMO_PASSWORD }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const keyOf = (cookie: string): string | undefined => decodeProtectedHeader(cookie.split('=')[1] ?? '').kid;

const who = (cookie: string): Promise<Response> => fetch(`${gateway.url}/api/session`, { headers: { cookie } });

function night(): Promise<void> {
  return gateway.database.dataSource.transaction((em) => gateway.app.get(SessionKeyRenewal).renew(em));
}

async function keysTold(): Promise<(string | undefined)[]> {
  const { keys } = await gateway.app.get(SessionKeyStore).list();
  return keys.map(({ kid }) => (typeof kid === 'string' ? kid : undefined));
}

describe('session keys', () => {
  it('stay as they are while they are young', async () => {
    const before = await keysTold();
    await night();
    expect(await keysTold()).toEqual(before);
  });

  it('are followed after a month; sessions of the old key go on, and it is told until the last of them is over', async () => {
    const old = await signIn();
    const madeAMonthAgo = `UPDATE session_key SET created_at = created_at - interval '30 days'`;
    await gateway.database.dataSource.query(madeAMonthAgo);
    await night();

    const fresh = await signIn();
    expect(keyOf(fresh)).not.toBe(keyOf(old));
    expect(await keysTold()).toEqual([keyOf(fresh), keyOf(old)]);
    expect((await who(old)).status).toBe(200);

    hoursLater = 1;
    const renewed = (await who(old)).headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(keyOf(renewed)).toBe(keyOf(fresh));
    await night();
    expect(await keysTold()).toEqual([keyOf(fresh), keyOf(old)]);

    hoursLater = 13;
    await night();
    expect(await keysTold()).toEqual([keyOf(fresh)]);
  });
});
