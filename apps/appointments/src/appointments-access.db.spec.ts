import { driveRoutes, routeMatrix } from '@app/common/testing/route-matrix.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { LightMyRequestResponse } from 'fastify';
import { appointmentsUnderTest, PREFIX, type AppointmentsUnderTest } from './appointments-under-test.fixture.js';
import { AppointmentsModule } from './appointments.module.js';

jest.setTimeout(120_000);

/** As declared; appointments-access.spec.ts holds them against the table. */
const ROUTES = routeMatrix(AppointmentsModule);
/** Asked by the office's own machines; nothing there can be guessed or flooded with rows. */
const OUR_OWN = new Set(['GET /health/live', 'GET /health/ready', 'GET /metrics']);
const MOST_A_MINUTE = 600;

describe('who may call what at appointments', () => {
  let service: AppointmentsUnderTest;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    service = await appointmentsUnderTest(new FakeClock('2026-11-23T09:00:00+08:00'));
    const [first] = service.apps;
    if (!first) throw new Error('no process');
    app = first;
  });
  afterAll(() => service.close());

  it('is what the routes answer, for every role', async () => {
    // Without a broker the service is not ready, and says so.
    const { 'GET /health/ready': _, ...routes } = ROUTES;
    expect(await driveRoutes(app, routes, service.sessions, { prefix: PREFIX })).toEqual([]);
  });

  const open = Object.keys(ROUTES).filter((route) => ROUTES[route] === 'public' && !OUR_OWN.has(route));

  it.each(open)('%s has an end: a flood from one address waits, and others do not', async (route) => {
    const refused = await flood(route, '203.0.113.7');
    expect(refused?.json()).toMatchObject({ type: '/problems/too-many-requests', status: 429 });
    const wait = Number(refused?.headers['retry-after']);
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(60);
    expect((await call(route, '203.0.113.8')).statusCode).not.toBe(429);
  });

  /** @returns the first refusal, if one comes within the most any address may ask in a minute */
  async function flood(route: string, address: string): Promise<LightMyRequestResponse | undefined> {
    for (let n = 0; n <= MOST_A_MINUTE; n++) {
      const answer = await call(route, address);
      if (answer.statusCode === 429) return answer;
    }
    return undefined;
  }

  function call(route: string, remoteAddress: string): Promise<LightMyRequestResponse> {
    const [method, path = ''] = route.split(' ');
    const body = method === 'POST' ? { payload: {} } : {};
    // Nothing real is asked for: what is counted is the asking.
    const url = `${PREFIX}${path.replaceAll(/:\w+/g, 'none')}?unknown=1`;
    return app.inject({ method: method === 'POST' ? 'POST' : 'GET', url, remoteAddress, ...body });
  }
});
