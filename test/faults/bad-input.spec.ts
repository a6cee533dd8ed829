import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { type BadRequest, badRequests, describedRoutes, type Route } from '../suite/bad-input.js';
import { RunningSuite } from '../suite/running-suite.js';
import { count } from './counts.js';

jest.setTimeout(600_000);

const PER_ROUTE = 6;
/** Each role, so that no route hides behind “not allowed”. */
const PEOPLE = ['operator1', 'supervisor1', 'handler1', 'head1', 'inspector1', 'leader1', 'volunteer1', 'admin1'];
const SERVICES = ['gateway', 'hotline', 'appointments', 'interviews'];
/** What has come from the addresses used here; the suite itself and its demo county go on working meanwhile. */
const CHANGES = `SELECT count(*) AS n FROM ledger WHERE origin LIKE '10.%'`;
/** Asked last, it would sign everybody out or lock the accounts. */
const isSession = ({ path }: Route): boolean => path === '/api/session';
/** Streams without end. */
const isStream = ({ path }: Route): boolean => path.endsWith('/stream');

describe('bad input at any route', () => {
  let suite: RunningSuite;
  const cookies = new Map<string, string>();
  beforeAll(async () => {
    suite = await RunningSuite.start();
    for (const name of PEOPLE) {
      const answer = await fetch(`${suite.url}/api/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Sunline-Csrf': '1' },
        body: JSON.stringify({ name, password: 'sunline-demo' }),
      });
      expect(answer.status).toBe(200);
      cookies.set(
        name,
        answer.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';', 1)[0] ?? '')
          .join('; '),
      );
    }
  });
  afterAll(() => suite.stop());

  /** @param cookie of whom; of nobody in particular when empty */
  async function send(request: BadRequest, cookie: string): Promise<{ status: number; type: string; text: string }> {
    const answer = await fetch(`${suite.url}${request.path}`, {
      method: request.method,
      headers: {
        ...request.headers,
        'X-Sunline-Csrf': '1',
        // From another citizen each time: what is tried here is not how much one address may ask.
        'X-Forwarded-For': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
        ...(cookie ? { Cookie: cookie } : {}),
      },
      body: request.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    });
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
  }

  async function changes(): Promise<number> {
    const counted = await Promise.all(SERVICES.map((service) => count(suite, service, CHANGES, [])));
    return counted.reduce((sum, n) => sum + n, 0);
  }

  /** Somebody whom the route does not refuse for what they are. */
  async function whoMay(route: Route): Promise<string> {
    const { method } = route;
    const path = route.path.replaceAll(/\{[^}]+\}/g, '-');
    const body = method === 'GET' ? undefined : '{';
    const request = { method, path, body, headers: { 'Content-Type': 'application/json' } };
    for (const cookie of ['', ...cookies.values()]) {
      const { status } = await send(request, cookie);
      if (status !== 401 && status !== 403) return cookie;
    }
    throw new Error(`nobody may ${method} ${route.path}`);
  }

  it('is refused with a problem document or understood, never a 500; what is refused changes nothing', async () => {
    const routes = describedRoutes().filter((route) => !isSession(route) && !isStream(route));
    expect(routes.length).toBeGreaterThan(100);
    const faults: string[] = [];
    for (const route of routes) {
      const cookie = await whoMay(route);
      const before = await changes();
      let accepted = 0;
      for (const request of fc.sample(badRequests(route), PER_ROUTE)) {
        const answer = await send(request, cookie).catch((error: unknown) => String(error));
        if (typeof answer === 'string') faults.push(`${answer}: ${inWords(request)}`);
        else if (answer.status < 400) accepted += 1;
        else if (answer.status >= 500 || !answer.type.startsWith('application/problem+json')) {
          faults.push(`${answer.status} ${answer.type} ${answer.text.slice(0, 300)}: ${inWords(request)}`);
        }
      }
      if (accepted === 0 && (await changes()) !== before) faults.push(`changed by ${route.method} ${route.path}`);
    }
    expect(faults).toEqual([]);
  });
});

function inWords({ method, path, headers, body }: BadRequest): string {
  return `${method} ${path.slice(0, 200)} ${JSON.stringify(headers).slice(0, 300)} ${String(body).slice(0, 300)}`;
}
