import { routeMatrix } from '@app/common/testing/route-matrix.js';
import { describe, expect, it } from '@jest/globals';
import { AppointmentsModule } from './appointments.module.js';

describe('who may call what at appointments', () => {
  it('is as listed here, and every route is listed', () => {
    expect(routeMatrix(AppointmentsModule)).toEqual({
      'GET /health/live': 'public',
      'GET /health/ready': 'public',
      'GET /metrics': 'public',
      'GET /rooms': 'staff',
      'GET /rooms/:id/bookings': 'staff',
    });
  });
});
