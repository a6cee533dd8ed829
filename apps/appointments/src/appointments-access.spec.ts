import { routeMatrix } from '@app/common/testing/route-matrix.js';
import { describe, expect, it } from '@jest/globals';
import { AppointmentsModule } from './appointments.module.js';

describe('who may call what at appointments', () => {
  it('is as listed here, and every route is listed', () => {
    expect(routeMatrix(AppointmentsModule)).toEqual({
      'GET /contact-requests': ['operator', 'supervisor', 'handler'],
      'GET /contact-requests/:code': 'public',
      'GET /desk/day': ['operator', 'supervisor', 'handler'],
      'GET /displays/:siteId': 'public',
      'GET /figures': ['supervisor', 'inspector', 'leader', 'admin', 'unit_head'],
      'GET /figures/csv': ['supervisor', 'inspector', 'leader', 'admin', 'unit_head'],
      'GET /health/live': 'public',
      'GET /health/ready': 'public',
      'GET /metrics': 'public',
      'GET /rooms': 'staff',
      'GET /rooms/:id/bookings': 'staff',
      'GET /stream': ['operator', 'supervisor', 'handler'],
      'POST /contact-requests': 'public',
      'POST /contact-requests/:id/agree': ['operator', 'supervisor', 'handler'],
      'POST /contact-requests/:id/arrange': ['operator', 'supervisor', 'handler'],
      'POST /contact-requests/:id/contact/reveal': ['operator', 'supervisor', 'handler'],
      'POST /contact-requests/:id/contacted': ['operator', 'supervisor', 'handler'],
      'POST /contact-requests/:id/serve': ['operator', 'supervisor', 'handler'],
      'POST /contact-requests/:id/withdraw': ['operator', 'supervisor', 'handler'],
      'POST /desk/bookings/:code/missed': ['operator', 'supervisor', 'handler'],
      'POST /desk/bookings/:code/served': ['operator', 'supervisor', 'handler'],
      'POST /desk/calls': ['operator', 'supervisor', 'handler'],
      'POST /desk/check-ins': ['operator', 'supervisor', 'handler'],
      'POST /desk/walk-ins': ['operator', 'supervisor', 'handler'],
      'POST /visits/:id/finish': ['operator', 'supervisor', 'handler'],
      'POST /visits/:id/leave': ['operator', 'supervisor', 'handler'],
      'POST /visits/:id/recall': ['operator', 'supervisor', 'handler'],
      'POST /visits/:id/serve': ['operator', 'supervisor', 'handler'],
    });
  });
});
