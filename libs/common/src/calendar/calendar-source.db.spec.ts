import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CommonTables1763856000000 } from '../persistence/common-tables.migration.js';
import { FakeClock } from '../testing/fake-clock.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { BroughtInYears, type BroughtInYear } from './brought-in-years.js';
import { CalendarSource } from './calendar-source.js';
import { DeclaredDays } from './declared-days.js';
import { CalendarYearMissing, isWorkingDay } from './calendar.js';

const CLOCK = new FakeClock('2098-12-28T10:00:00+08:00');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ service: 'hotline', entities: [], migrations: [CommonTables1763856000000] });
});
afterEach(() => {
  delete process.env.DEMO;
});
afterAll(() => database.close());

describe('the calendar of a service', () => {
  it('has the overrides it found at its start, and later ones after a reload', async () => {
    const { manager } = database.dataSource;
    const declare = (day: string, working: boolean) =>
      manager.query(`INSERT INTO calendar_override VALUES ($1, $2, '台风停工', now())`, [day, working]);
    await declare('2026-07-06', false);

    const source = new CalendarSource(database.dataSource, 'Asia/Shanghai', CLOCK);
    await source.onModuleInit();
    const atStart = source.current();
    expect(isWorkingDay(atStart, '2026-07-06')).toBe(false);
    expect(isWorkingDay(atStart, '2026-07-07')).toBe(true);

    await declare('2026-07-07', false);
    await source.reload(manager);
    expect(isWorkingDay(source.current(), '2026-07-07')).toBe(false);
    expect(isWorkingDay(atStart, '2026-07-07')).toBe(true);
    const later = source.current();
    await source.reload(manager);
    expect(source.current()).toBe(later);
    source.onModuleDestroy();
  });

  it('read in a transaction has what that has declared, and nobody else’s has', async () => {
    const source = new CalendarSource(database.dataSource, 'Asia/Shanghai', CLOCK);
    await database.dataSource.transaction(async (em) => {
      const day = { day: '2026-07-08', kind: 'free', reason: '停电', declaredAt: new Date() } as const;
      await new DeclaredDays().declare(em, day);
      expect(isWorkingDay(await source.read(em), '2026-07-08')).toBe(false);
      expect(isWorkingDay(await source.read(database.dataSource.manager), '2026-07-08')).toBe(true);
      await new DeclaredDays().declare(em, { ...day, kind: 'as_published' });
      expect(isWorkingDay(await source.read(em), '2026-07-08')).toBe(true);
    });
  });

  it('has a year brought in after a reload, by its newest word', async () => {
    const { manager } = database.dataSource;
    const years = new BroughtInYears();
    const source = new CalendarSource(database.dataSource, 'Asia/Shanghai', CLOCK);
    await source.reload(manager);
    expect(() => isWorkingDay(source.current(), '2099-01-05')).toThrow(CalendarYearMissing);
    const year: BroughtInYear = {
      year: 2099,
      holidays: ['2099-01-01', '2099-10-01'],
      makeUpDays: ['2099-01-10'],
      source: '国办发明电〔2098〕9号',
      broughtInAt: new Date('2098-11-05T02:00:00Z'),
    };
    await years.keep(manager, year);
    const older = new Date('2098-11-04T02:00:00Z');
    await years.keep(manager, { ...year, holidays: [], broughtInAt: older });
    expect(await years.all(manager)).toEqual([year]);
    await source.reload(manager);
    expect(isWorkingDay(source.current(), '2099-01-01')).toBe(false);
    expect(isWorkingDay(source.current(), '2099-01-05')).toBe(true);
    expect(isWorkingDay(source.current(), '2099-01-10')).toBe(true);
  });

  it('has in a demo the years it lives in, but for those an administrator brought in', async () => {
    process.env.DEMO = '1';
    const source = new CalendarSource(database.dataSource, 'Asia/Shanghai', CLOCK);
    await source.onModuleInit();
    source.onModuleDestroy();
    expect([2096, 2097, 2098, 2099, 2100].filter((year) => source.current().years.has(year))).toEqual([2098, 2099]);
    expect(isWorkingDay(source.current(), '2098-10-03')).toBe(false);
    expect(isWorkingDay(source.current(), '2098-10-06')).toBe(true);
    expect(isWorkingDay(source.current(), '2099-01-10')).toBe(true);
  });
});
