import { describe, expect, it } from '@jest/globals';
import { routeMatrix } from '@app/common/testing/route-matrix.js';
import { GatewayModule } from './gateway.module.js';

describe('who may call what at the gateway', () => {
  it('is as listed here, and every route is listed', () => {
    expect(routeMatrix(GatewayModule)).toEqual({
      'DELETE /api/session': 'staff',
      'GET /api/directory/staff': ['admin'],
      'GET /api/directory/units': 'staff',
      'GET /api/docs': 'public',
      'GET /api/docs-json': 'public',
      'GET /api/docs/start.js': 'public',
      'GET /api/docs/swagger-ui.css': 'public',
      'GET /api/docs/swagger-ui.js': 'public',
      'GET /api/session': 'staff',
      'GET /health/live': 'public',
      'GET /health/ready': 'public',
      'GET /metrics': 'public',
      'POST /api/session': 'public',
      'POST /webhooks/twilio/sms': 'public',
      'POST /webhooks/twilio/status': 'public',
    });
  });
});
