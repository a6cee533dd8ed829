import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appointmentsUnderTest, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { DemoCounty } from '../seed/demo-county.js';
import { DemoRosters } from './demo-rosters.js';

jest.setTimeout(300_000);

describe('the demo county on duty', () => {
  let service: AppointmentsUnderTest;
  beforeAll(async () => {
    service = await appointmentsUnderTest(new FakeClock('2026-11-25T10:07:00+08:00'));
    await service.dataSource.query('TRUNCATE site, service_item CASCADE');
    await service.apps[0]?.get(DemoCounty).make();
  });
  afterAll(() => service.close());

  it('has a roster in force at each site, which keeps what extended service promises', async () => {
    await service.apps[0]?.get(DemoRosters).make();
    const rosters = await service.dataSource.query<{ state: string }[]>(
      `SELECT s.name_en AS site, r.state FROM site s LEFT JOIN roster r ON r.site_id = s.id ORDER BY s.name_en`,
    );
    expect(rosters).toHaveLength(12);
    expect(rosters.filter(({ state }) => state !== 'published')).toEqual([]);
  });
});
