import { randomBytes } from 'node:crypto';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { CommonTables1763856000000 } from '@app/common/persistence/common-tables.migration.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { testDatabase, type TestDatabase } from '@app/common/testing/test-database.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { APPOINTMENTS_ENTITIES, APPOINTMENTS_MIGRATIONS } from '../appointments.module.js';
import { AppointmentsSettings } from '../appointments.settings.js';
import { Commitments } from '../schedule/commitments.service.js';
import { ScheduleRepository } from '../schedule/schedules.repository.js';
import { DemoCounty } from './demo-county.js';

jest.setTimeout(60_000);

describe('the demo county', () => {
  const clock = new FakeClock('2026-11-25T10:07:00+08:00');
  let database: TestDatabase;
  let calendars: CalendarSource;
  let county: DemoCounty;
  beforeAll(async () => {
    database = await testDatabase({
      service: 'appointments',
      entities: APPOINTMENTS_ENTITIES,
      migrations: [CommonTables1763856000000, ...APPOINTMENTS_MIGRATIONS],
    });
    calendars = new CalendarSource(database.dataSource, 'Asia/Shanghai', clock);
    const box = new SealedBox(randomBytes(32).toString('base64'));
    county = new DemoCounty(database.dataSource, new ScheduleRepository(), calendars, box, clock);
    await county.make();
  });
  afterAll(() => database.close());

  const count = async (what: string): Promise<number> => {
    const [row] = await database.dataSource.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${what}`);
    return row?.n ?? -1;
  };

  it('has twelve sites, sixty windows, fifty rooms, fifteen volunteers and forty items with what to bring', async () => {
    expect(await count('site')).toBe(12);
    expect(await count('service_window')).toBe(60);
    expect(await count('room')).toBe(50);
    expect(await count('volunteer')).toBe(15);
    expect(await count('service_item')).toBe(40);
    expect(await count('material_list')).toBeGreaterThan(40);
    expect(await count('service_item i WHERE NOT EXISTS (SELECT 1 FROM site_item WHERE item_code = i.code)')).toBe(0);
    expect(await count('service_window w WHERE NOT EXISTS (SELECT 1 FROM window_item WHERE window_id = w.id)')).toBe(0);
    expect(await count('post WHERE a_officer_id IS NULL OR b_officer_id IS NULL')).toBe(0);
  });

  it('keeps the commitments of extended service in every published week', async () => {
    const commitments = new Commitments(new ScheduleRepository(), calendars, new AppointmentsSettings());
    const sites = await database.dataSource.query<{ id: string }[]>('SELECT id FROM site');
    for (const { id } of sites) {
      const weeks = { fromDay: '2026-11-09', toDay: '2026-12-27' };
      expect(await commitments.broken(database.dataSource.manager, id, weeks)).toEqual([]);
    }
  });

  it('has two weeks of bookings: what is over was served, missed or cancelled, what is to come is confirmed', async () => {
    expect(await count('booking')).toBeGreaterThan(3000);
    expect(await count(`booking WHERE state = 'confirmed' AND end_at < '2026-11-25T02:07:00Z'`)).toBe(0);
    expect(await count(`booking WHERE state = 'served' AND end_at > '2026-11-25T02:07:00Z'`)).toBe(0);
    expect(await count('(SELECT DISTINCT day FROM booking) AS days')).toBeGreaterThan(10);
    expect(await count('visit')).toBeGreaterThan(1000);
    expect(await count(`booking WHERE sealed_phone LIKE '+86%'`)).toBe(0);
  });

  it('made again stays as it is, and what an office has changed since is not undone', async () => {
    const before = [await count('booking'), await count('window_pattern'), await count('published_week')];
    await database.dataSource.query(`DELETE FROM window_pattern WHERE session = 'evening'`);
    const patterns = await count('window_pattern');
    await county.make();
    expect([await count('booking'), await count('window_pattern'), await count('published_week')]).toEqual([
      before[0],
      patterns,
      before[2],
    ]);
  });

  it('started a week later has its weeks published on', async () => {
    const before = await count('published_week');
    clock.advance({ days: 7 });
    await county.make();
    expect(await count('published_week')).toBe(before + 12);
  });
});
