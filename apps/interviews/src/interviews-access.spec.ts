import type { Role } from '@app/common/auth/actor.js';
import { routeMatrix } from '@app/common/testing/route-matrix.js';
import { describe, expect, it } from '@jest/globals';
import { InterviewsModule } from './interviews.module.js';

const READERS: readonly Role[] = ['supervisor', 'handler', 'unit_head', 'inspector', 'leader'];
const REPORT_READERS: readonly Role[] = ['supervisor', 'inspector', 'leader'];
const UNIT: readonly Role[] = ['handler', 'unit_head'];

describe('who may call what at interviews', () => {
  it('is as listed here, and every route is listed', () => {
    const matrix = routeMatrix(InterviewsModule);
    expect(matrix).toEqual({
      'GET /cards': READERS,
      'GET /cases': READERS,
      'GET /cases/:id': READERS,
      'GET /cases/:id/free-rooms': UNIT,
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
      'POST /instructions/:id/report-back': ['unit_head', 'handler'],
      'POST /instructions/:id/strike-off': ['supervisor', 'inspector'],
      'POST /orders/:id/answer': UNIT,
      'POST /reports': ['supervisor'],
      'POST /reports/:id/instructions': ['leader'],
      'POST /reports/:id/sign-off': ['supervisor'],
      'POST /tasks/:id/strike-off': UNIT,
      'PUT /reports/:id': ['supervisor'],
    });
  });
});
