import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@app/common/auth/actor.js';
import { driveRoutes, routeMatrix, type Callers, type RouteMatrix } from '@app/common/testing/route-matrix.js';
import { DEMO_PEOPLE } from './directory/demo-people.js';
import { GatewayModule } from './gateway.module.js';
import { Sessions } from './sign-in/sessions.js';
import { runGateway, type RunningGateway } from './testing/running-gateway.js';

/** Signed by the provider or refused, whoever is signed in; messaging.db.spec.ts looks after them. */
const WEBHOOKS = {
  'POST /webhooks/twilio/sms': 'public',
  'POST /webhooks/twilio/status': 'public',
} as const satisfies RouteMatrix;

/** Half a document is worse than none: without the services behind the border it answers 503. */
const WHOLE_SUITE = { 'GET /api/docs-json': 'public' } as const satisfies RouteMatrix;

/** Who may call what (domain.md §1); a route that is not here fails. */
const MATRIX: RouteMatrix = {
  'DELETE /api/session': 'staff',
  'GET /api/directory/staff': ['admin'],
  'GET /api/directory/staff/:id': ['admin'],
  'GET /api/directory/units': 'staff',
  'GET /api/docs': 'public',
  'GET /api/docs/start.js': 'public',
  'GET /api/docs/swagger-ui.css': 'public',
  'GET /api/docs/swagger-ui.js': 'public',
  'GET /api/session': 'staff',
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /metrics': 'public',
  'POST /api/directory/staff': ['admin'],
  'POST /api/directory/staff/:id/deactivate': ['admin'],
  'POST /api/directory/staff/:id/password-reset': ['admin'],
  'POST /api/directory/staff/:id/reactivate': ['admin'],
  'POST /api/directory/staff/:id/unlock': ['admin'],
  'POST /api/directory/units': ['admin'],
  'POST /api/directory/units/:id/deactivate': ['admin'],
  'POST /api/directory/units/:id/reactivate': ['admin'],
  'POST /api/session': 'public',
  'PUT /api/directory/staff/:id': ['admin'],
  'PUT /api/directory/units/:id': ['admin'],
};

describe('who may call what at the gateway', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await runGateway({ APPOINTMENTS_URL: 'http://127.0.0.1:1' });
  });
  afterAll(() => gateway.close());

  /** Sessions as a sign-in starts them, of the demo county's people. */
  const signedIn: Callers = {
    async headersFor({ roles }: StaffActor) {
      const person = DEMO_PEOPLE.find((one) => roles.every((role) => one.roles.includes(role)));
      if (person === undefined) throw new Error(`Nobody in the demo county is ${roles.join()}`);
      const { id, displayName, unitId } = person;
      const { manager } = gateway.database.dataSource;
      const account = { id, displayName, roles: [...person.roles], unitId, active: true };
      const token = await gateway.app.get(Sessions).start(manager, account);
      return { cookie: `sunline_session=${token}`, 'x-sunline-csrf': '1' };
    },
  };

  it('stands in the table, every route of it', () => {
    expect(routeMatrix(GatewayModule)).toEqual({ ...MATRIX, ...WEBHOOKS, ...WHOLE_SUITE });
  });

  it('is what the routes answer, for every role', async () => {
    expect(await driveRoutes(gateway.app, MATRIX, signedIn, { prefix: '' })).toEqual([]);
  });

  it('lets nobody’s session or role stand in for the provider’s signature', async () => {
    for (const route of Object.keys(WEBHOOKS)) {
      const answer = await gateway.app.inject({ method: 'POST', url: route.split(' ')[1] ?? '', payload: {} });
      expect(answer.json()).toMatchObject({ status: 403, type: '/problems/bad-signature' });
    }
  });

  it('needs no sign-in for the document of the whole suite', async () => {
    expect((await gateway.app.inject('/api/docs-json')).statusCode).toBe(503);
  });
});
