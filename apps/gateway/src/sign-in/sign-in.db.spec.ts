import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../directory/demo-people.js';
import { runGateway, type RunningGateway } from '../testing/running-gateway.js';
import { MachineClock } from './machine-clock.js';

// Passwords are slow on purpose, and machines are busy.
jest.setTimeout(30_000);

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await runGateway();
});
afterAll(() => gateway.close());

let minutesLater = 0;
beforeEach(async () => {
  minutesLater = 0;
  jest
    .spyOn(gateway.app.get(MachineClock), 'now')
    .mockImplementation(() => new Date(Date.now() + minutesLater * 60_000));
  await gateway.database.dataSource.query('DELETE FROM sign_in_attempts');
});

function signIn(name: string, password: string): Promise<Response> {
  return fetch(`${gateway.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
}

function cookieOf(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function cookieFor(name: string): Promise<string> {
  const answer = await signIn(name, DEMO_PASSWORD);
  expect(answer.status).toBe(200);
  return cookieOf(answer);
}

const who = (cookie: string): Promise<Response> => fetch(`${gateway.url}/api/session`, { headers: { cookie } });

async function jsonOf<T>(answer: Response): Promise<T> {
  const json: T = JSON.parse(await answer.text());
  return json;
}

async function ledgerActions(): Promise<string[]> {
  const rows = await gateway.database.dataSource.query<{ action: string }[]>('SELECT action FROM ledger ORDER BY seq');
  return rows.map((row) => row.action);
}

describe('signing in', () => {
  it('gives a cookie that no script can read and no foreign page can use, and says who one is', async () => {
    const answer = await signIn(' Handler1 ', DEMO_PASSWORD);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    const shown = { name: 'handler1', roles: ['handler'], unitNameZh: '住房和城乡建设局' };
    expect(await answer.json()).toMatchObject(shown);
    expect(await (await who(cookieOf(answer))).json()).toMatchObject(shown);
  });

  it('is refused alike for a wrong password, an unknown name and an account out of use', async () => {
    await gateway.database.dataSource.query(`UPDATE staff SET active = false WHERE sign_in_name = 'volunteer1'`);
    const answers = await Promise.all([
      signIn('operator1', 'wrong'),
      signIn('nobody', DEMO_PASSWORD),
      signIn('volunteer1', DEMO_PASSWORD),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(await answer.json()).toMatchObject({ type: '/problems/sign-in-refused' });
    }
    await gateway.database.dataSource.query(`UPDATE staff SET active = true WHERE sign_in_name = 'volunteer1'`);
  });

  it('keeps what was typed as a name out of the ledger', async () => {
    await signIn('my-secret-password', 'x');
    const rows = await gateway.database.dataSource.query<unknown[]>('SELECT * FROM ledger');
    expect(JSON.stringify(rows)).not.toContain('my-secret-password');
  });

  it('works for everyone in the demo county', async () => {
    for (const { signInName, displayName, roles } of DEMO_PEOPLE) {
      const answer = await who(await cookieFor(signInName));
      expect(await answer.json()).toMatchObject({ displayName, roles });
    }
  });
});

describe('lock-out', () => {
  it('locks an account after five wrong passwords, even for the right one, and opens after 15 minutes', async () => {
    for (let n = 0; n < 5; n++) expect((await signIn('leader1', 'wrong')).status).toBe(401);
    const locked = await signIn('leader1', DEMO_PASSWORD);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    expect(await locked.json()).toMatchObject({ type: '/problems/locked-out' });
    expect((await ledgerActions()).slice(-2)).toEqual(['sign_in_refused', 'locked_out']);
    minutesLater = 15;
    expect((await signIn('leader1', DEMO_PASSWORD)).status).toBe(200);
  });

  it('cannot be outrun by many attempts at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('leader1', 'wrong')));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(7);
  });

  it('locks unknown names like known ones', async () => {
    for (let n = 0; n < 5; n++) expect((await signIn('nobody', 'wrong')).status).toBe(401);
    expect((await signIn('nobody', 'wrong')).status).toBe(429);
  });

  it('forgets wrong passwords with the right one', async () => {
    for (let n = 0; n < 4; n++) await signIn('leader1', 'wrong');
    expect((await signIn('leader1', DEMO_PASSWORD)).status).toBe(200);
    for (let n = 0; n < 4; n++) await signIn('leader1', 'wrong');
    expect((await signIn('leader1', DEMO_PASSWORD)).status).toBe(200);
  });

  it('locks an address that tries many names', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => signIn(`name${n}`, 'wrong')));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 401));
    expect((await signIn('operator1', DEMO_PASSWORD)).status).toBe(429);
  });
});

describe('a session', () => {
  it('is renewed silently while it is used', async () => {
    const cookie = await cookieFor('operator1');
    expect((await who(cookie)).headers.get('set-cookie')).toBeNull();
    minutesLater = 6;
    const renewed = await who(cookie);
    expect(renewed.status).toBe(200);
    expect(cookieOf(renewed)).toMatch(/^sunline_session=.{50}/);
    expect(cookieOf(renewed)).not.toBe(cookie);
    minutesLater = 90;
    expect((await who(cookie)).status).toBe(200);
  });

  it('ends after two hours without use and after twelve hours in any case', async () => {
    const idle = await cookieFor('operator1');
    const busy = await cookieFor('supervisor1');
    for (minutesLater = 100; minutesLater < 720; minutesLater += 100) {
      expect((await who(busy)).status).toBe(200);
    }
    expect((await who(idle)).status).toBe(401);
    minutesLater = 720;
    const over = await who(busy);
    expect(over.status).toBe(401);
    expect(over.headers.get('set-cookie')).toContain('Max-Age=0');
  });

  it('ends at sign-out, at once and for every copy of the cookie', async () => {
    const cookie = await cookieFor('operator1');
    const signOut = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${gateway.url}/api/session`, { method: 'DELETE', headers: { cookie, ...headers } });
    const forged = await signOut({});
    expect(forged.status).toBe(403);
    expect(await forged.json()).toMatchObject({ type: '/problems/csrf' });
    const done = await signOut({ 'X-Sunline-Csrf': '1' });
    expect(done.status).toBe(204);
    expect(done.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await who(cookie)).status).toBe(401);
    expect((await ledgerActions()).at(-1)).toBe('signed_out');
  });

  it('with a changed or foreign token is none', async () => {
    const cookie = await cookieFor('operator1');
    const changed = `${cookie.slice(0, -4)}AAAA`;
    for (const bad of [changed, 'sunline_session=x.y.z', `sunline_session=${'a'.repeat(5000)}`]) {
      expect((await who(bad)).status).toBe(401);
    }
  });
});

describe('the directory', () => {
  it('shows units to any staff, and staff to an admin only, page by page', async () => {
    const operator = { cookie: await cookieFor('operator1') };
    const units = await fetch(`${gateway.url}/api/directory/units`, { headers: operator });
    expect(await jsonOf<{ items: unknown[] }>(units)).toMatchObject({ items: { length: 9 } });
    expect((await fetch(`${gateway.url}/api/directory/units`)).status).toBe(401);
    expect((await fetch(`${gateway.url}/api/directory/staff`, { headers: operator })).status).toBe(403);

    const admin = { cookie: await cookieFor('admin1') };
    const names: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query = new URLSearchParams({ limit: '4', ...(after ? { after } : {}) });
      const answer = await fetch(`${gateway.url}/api/directory/staff?${query.toString()}`, { headers: admin });
      const page = await jsonOf<{ items: { name: string }[]; next: string | null }>(answer);
      names.push(...page.items.map((item) => item.name));
      after = page.next;
    }
    expect(names).toEqual(DEMO_PEOPLE.map((person) => person.signInName).toSorted());
  });

  it('never shows a password hash', async () => {
    const admin = { cookie: await cookieFor('admin1') };
    expect(await (await fetch(`${gateway.url}/api/directory/staff`, { headers: admin })).text()).not.toContain(
      'argon2',
    );
  });
});
