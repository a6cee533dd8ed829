import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { driveRoutes, routeMatrix, type RouteMatrix } from '@app/common/testing/route-matrix.js';
import { HotlineModule } from './hotline.module.js';
import { HotlineUnderTest, PREFIX } from './testing/hotline-under-test.fixture.js';

const READERS = ['operator', 'supervisor', 'handler', 'unit_head', 'inspector', 'leader'] as const;

/** Who may call what (domain.md §1); a route that is not here fails. */
const MATRIX: RouteMatrix = {
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /metrics': 'public',
  'GET /service-items': 'public',
  'GET /stream': READERS,
  'GET /tickets': READERS,
  'GET /tickets/:id': READERS,
  'GET /tickets/:id/ledger': READERS,
  'POST /citizen/lookup': 'public',
  'POST /citizen/ratings': 'public',
  'POST /citizen/tickets': 'public',
  'POST /tickets': ['operator', 'supervisor'],
  'POST /tickets/:id/accept': ['handler', 'unit_head'],
  'POST /tickets/:id/answer': ['operator', 'supervisor'],
  'POST /tickets/:id/contact/reveal': ['operator', 'supervisor', 'handler', 'unit_head', 'inspector'],
  'POST /tickets/:id/dispatch': ['operator', 'supervisor', 'inspector'],
  'POST /tickets/:id/refuse': ['operator', 'supervisor', 'inspector'],
  'POST /tickets/:id/reply': ['handler', 'unit_head'],
  'POST /tickets/:id/return': ['handler', 'unit_head'],
};

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
});
