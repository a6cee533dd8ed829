import type { Role } from '@app/common/auth/actor.js';
import { driveRoutes, routeMatrix, type RouteMatrix } from '@app/common/testing/route-matrix.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InterviewsModule } from './interviews.module.js';
import { InterviewsUnderTest, PREFIX } from './testing/interviews-under-test.fixture.js';

const READERS: readonly Role[] = ['supervisor', 'handler', 'unit_head', 'inspector', 'leader'];
/** With the volunteer, whom the policy keeps to the talks they are assigned to. */
const TALK_READERS: readonly Role[] = [...READERS, 'volunteer'];
const REPORT_READERS: readonly Role[] = ['supervisor', 'inspector', 'leader'];
const UNIT: readonly Role[] = ['handler', 'unit_head'];

/** Who may call what (domain.md §1, §4); a route that is not here fails. */
const MATRIX: RouteMatrix = {
  'GET /cards': READERS,
  'GET /cases': TALK_READERS,
  'GET /cases/:id': TALK_READERS,
  'GET /cases/:id/free-rooms': UNIT,
  'GET /cases/:id/free-volunteers': UNIT,
  'GET /cases/:id/ledger': READERS,
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /instructions': READERS,
  'GET /metrics': 'public',
  'GET /orders': READERS,
  'GET /reports': REPORT_READERS,
  'GET /reports/:id': REPORT_READERS,
  'GET /reports/:id/document': REPORT_READERS,
  'GET /stream': READERS,
  'POST /cases/:id/appointment': UNIT,
  'POST /cases/:id/minutes': UNIT,
  'POST /cases/:id/orders': ['inspector'],
  'POST /cases/:id/plan': UNIT,
  'POST /cases/:id/root-cause': UNIT,
  'POST /cases/:id/verification': ['inspector'],
  'POST /cases/:id/volunteer': UNIT,
  'POST /instructions/:id/report-back': ['unit_head', 'handler'],
  'POST /instructions/:id/strike-off': ['supervisor', 'inspector'],
  'POST /orders/:id/answer': UNIT,
  'POST /reports': ['supervisor'],
  'POST /reports/:id/instructions': ['leader'],
  'POST /reports/:id/sign-off': ['supervisor'],
  'POST /tasks/:id/strike-off': UNIT,
  'PUT /reports/:id': ['supervisor'],
};

describe('who may call what at interviews', () => {
  let interviews: InterviewsUnderTest;
  beforeAll(async () => {
    interviews = await InterviewsUnderTest.start();
  });
  afterAll(() => interviews.close());

  it('stands in the table, every route of it', () => {
    expect(routeMatrix(InterviewsModule)).toEqual(MATRIX);
  });

  it('is what the routes answer, for every role', async () => {
    // Without a broker the service is not ready, and says so.
    const { 'GET /health/ready': _, ...routes } = MATRIX;
    expect(await driveRoutes(interviews.app, routes, interviews.sessions, { prefix: PREFIX })).toEqual([]);
  });
});
