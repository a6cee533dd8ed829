import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { LightMyRequestResponse } from 'fastify';
import { driveRoutes, routeMatrix, type RouteMatrix } from '@app/common/testing/route-matrix.js';
import { HotlineModule } from './hotline.module.js';
import { HotlineUnderTest, PREFIX } from './testing/hotline-under-test.fixture.js';

/** Some hundred calls at each public route. */
jest.setTimeout(60_000);

const READERS = ['operator', 'supervisor', 'handler', 'unit_head', 'inspector', 'leader'] as const;

/** Who may call what (domain.md §1); a route that is not here fails. */
const MATRIX: RouteMatrix = {
  'GET /calendar': 'public',
  'GET /calendar-days': 'staff',
  'GET /calendar-years': 'staff',
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /metrics': 'public',
  'GET /service-items': 'public',
  'GET /stream': READERS,
  'GET /tickets': READERS,
  'GET /tickets/:id': READERS,
  'GET /tickets/:id/ledger': READERS,
  'POST /calendar-days': ['admin'],
  'POST /citizen/lookup': 'public',
  'POST /citizen/ratings': 'public',
  'POST /citizen/reviews': 'public',
  'POST /citizen/tickets': 'public',
  'POST /tickets': ['operator', 'supervisor'],
  'POST /tickets/:id/accept': ['handler', 'unit_head'],
  'POST /tickets/:id/answer': ['operator', 'supervisor'],
  'POST /tickets/:id/contact/reveal': ['operator', 'supervisor', 'handler', 'unit_head', 'inspector'],
  'POST /tickets/:id/dispatch': ['operator', 'supervisor', 'inspector'],
  'POST /tickets/:id/refuse': ['operator', 'supervisor', 'inspector'],
  'POST /tickets/:id/reply': ['handler', 'unit_head'],
  'POST /tickets/:id/return': ['handler', 'unit_head'],
  'POST /tickets/:id/review/set-aside': ['supervisor', 'inspector'],
  'POST /tickets/:id/review/uphold': ['supervisor', 'inspector'],
  'PUT /calendar-years/:year': ['admin'],
};

/** Asked by the office's own machines; nothing there can be guessed or flooded with rows. */
const OUR_OWN = new Set(['GET /health/live', 'GET /health/ready', 'GET /metrics']);
const MOST_A_MINUTE = 600;

describe('who may call what of the hotline', () => {
  let hotline: HotlineUnderTest;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
  });
  afterAll(() => hotline.close());

  it('stands in the table, every route of it', () => {
    expect(routeMatrix(HotlineModule)).toEqual(MATRIX);
  });

  it('is what the routes answer, for every role', async () => {
    // Without a broker the service is not ready, and says so.
    const { 'GET /health/ready': _, ...routes } = MATRIX;
    expect(await driveRoutes(hotline.app, routes, hotline.sessions, { prefix: PREFIX })).toEqual([]);
  });

  it('has an end where nobody need sign in: a flood from one address waits, and others do not', async () => {
    const open = Object.keys(MATRIX).filter((route) => MATRIX[route] === 'public' && !OUR_OWN.has(route));
    for (const route of open) {
      const refused = await flood(route, '203.0.113.7');
      expect({ route, status: refused?.statusCode }).toEqual({ route, status: 429 });
      expect(refused?.json()).toMatchObject({ type: '/problems/too-many-requests', status: 429 });
      const wait = Number(refused?.headers['retry-after']);
      expect(wait).toBeGreaterThanOrEqual(1);
      expect(wait).toBeLessThanOrEqual(60);
      expect((await call(route, '203.0.113.8')).statusCode).not.toBe(429);
    }
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
    const [method, path] = route.split(' ');
    const body = method === 'POST' ? { payload: {} } : {};
    return hotline.app.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url: `${PREFIX}${path}`,
      remoteAddress,
      ...body,
    });
  }
});
