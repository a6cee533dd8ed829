import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appointmentsUnderTest, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { HALL, HALL_SEVEN, PROPERTY } from '../seed/small-county.fixture.js';
import { takenPlaces } from './domain/taken-place.js';
import { TAKEN_STATEMENT } from './taken-places.js';

jest.setTimeout(120_000);

/** 50,000 bookings: half-hours of 357 days around, twenty a time. */
const FILL = `
INSERT INTO booking (id, resource_kind, resource_id, place, during, state, held_until, code, site_id, item_code, day, start_at,
  end_at, channel, created_at)
SELECT gen_random_uuid(), 'window', $1, place, tstzrange(at, at + interval '30 minutes'), 'confirmed', at,
  'T' || row_number() OVER (), $2, $3, (at AT TIME ZONE 'Asia/Shanghai')::date, at, at + interval '30 minutes', 'web', at
FROM generate_series(0, 356) AS d, generate_series(0, 6) AS half, generate_series(1, 20) AS place,
  LATERAL (SELECT timestamptz '2026-06-01 09:00+08' + d * interval '1 day' + half * interval '30 minutes' AS at) AS times`;

describe('a look-up of free slots among 50,000 bookings', () => {
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let service: AppointmentsUnderTest;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock);
    await service.dataSource.query(FILL, [HALL_SEVEN, HALL, PROPERTY]);
    await service.dataSource.query('VACUUM ANALYZE booking');
  });
  afterAll(() => service.close());

  it('reads what is taken on its days from the index of site and day, and no booking', async () => {
    const values = [[HALL], PROPERTY, '2026-11-23', '2026-12-23', clock.now()];
    const plan = await service.dataSource.query(`EXPLAIN (FORMAT JSON) ${TAKEN_STATEMENT}`, values);
    expect(JSON.stringify(plan)).toMatch(
      /"Index Only Scan"[^{}]*"booking_site_day"[^{}]*"Index Cond":"[^"]*site_id = [^"]*day >=[^"]*day <=/,
    );
  });

  it('finds there which place is taken, from when and until when', async () => {
    const [booked] = await service.dataSource.query<
      { packed: string; places: { place: number; from: number; to: number }[] }[]
    >(`
      SELECT array_agg(taken ORDER BY id)::text AS packed, json_agg(json_build_object('place', place,
        'from', extract(epoch FROM lower(during)) * 1000, 'to', extract(epoch FROM upper(during)) * 1000) ORDER BY id) AS places
      FROM booking WHERE site_id IS NOT NULL AND day = '2026-11-23'`);
    expect(booked?.places).toHaveLength(140);
    expect(takenPlaces('2026-11-23', booked?.packed ?? '')).toEqual(
      booked?.places.map(({ place, from, to }) => ({ place, fromMs: from, toMs: to })),
    );
  });
});
