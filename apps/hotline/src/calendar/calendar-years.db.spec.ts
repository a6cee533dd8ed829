import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RECOUNT } from '@app/common/calendar/recount.js';
import { CalendarYearBroughtIn } from '@app/common/contracts/hotline.events.js';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { eventually } from '@app/common/testing/eventually.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { TimerWorker } from '@app/common/timers/timer-worker.js';
import { HotlineUnderTest, PEOPLE, type Answer } from '../testing/hotline-under-test.fixture.js';
import { TicketWay } from '../testing/ticket-way.fixture.js';
import type { CalendarYearDto, CalendarYearPageDto } from './calendar-year.dto.js';

const ADMIN = staff('admin');
const LAST_MONDAY = '2026-12-28T09:00:00+08:00';
const YEAR = {
  holidays: ['2027-01-03', '2027-01-01', '2027-01-02', '2027-10-01'],
  makeUpDays: ['2027-01-10'],
  source: '国办发明电〔2026〕9号',
};

describe('a year brought in by an administrator', () => {
  let hotline: HotlineUnderTest;
  let way: TicketWay;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
    way = new TicketWay(hotline);
  });
  beforeEach(() => hotline.clock.set(LAST_MONDAY));
  afterAll(() => hotline.close());

  const bringIn = <T = CalendarYearDto>(year: number | string, body: object = YEAR): Promise<Answer<T>> =>
    hotline.send<T>(ADMIN, 'PUT', `/calendar-years/${year}`, { body });
  const dueAt = async (id: string): Promise<string | null> => (await way.read(PEOPLE.inspector, id)).clock.dueAt;

  it('lets limits reach into it, which were refused before', async () => {
    const { id } = await way.registered();
    const { version } = await way.read(PEOPLE.inspector, id);
    const unit = { unitId: DEMO_UNITS.housing };
    expect(await way.try(PEOPLE.operator, id, 'dispatch', version, unit)).toMatchObject({
      status: 503,
      body: { type: '/problems/calendar-year-missing', year: 2027 },
    });
    const broughtIn = {
      year: 2027,
      origin: 'brought_in',
      source: YEAR.source,
      holidays: YEAR.holidays.toSorted(),
      makeUpDays: YEAR.makeUpDays,
      broughtInAt: new Date(LAST_MONDAY).toISOString(),
    };
    expect(await bringIn(2027)).toMatchObject({ status: 200, body: broughtIn });
    await way.step(PEOPLE.operator, id, 'dispatch', unit);
    await way.step(PEOPLE.handler, id, 'accept');
    expect(await dueAt(id)).toBe('2027-01-05T09:30:00.000Z');

    const { body } = await hotline.send<CalendarYearPageDto>(PEOPLE.handler, 'GET', '/calendar-years?limit=2');
    expect(body.items).toMatchObject([broughtIn, { year: 2026, origin: 'packaged', source: 'chinese-days' }]);
    const query = { after: String(body.next), limit: '1' };
    const next = await hotline.send<CalendarYearPageDto>(PEOPLE.handler, 'GET', '/calendar-years', { query });
    expect(next.body.items.map(({ year }) => year)).toEqual([2025]);
  });

  it('moves the open limits when it is corrected, and is told and entered each time', async () => {
    await bringIn(2027);
    const { id } = await way.accepted();
    const before = (await hotline.told(CalendarYearBroughtIn, '2027')).length;
    await bringIn(2027, { ...YEAR, holidays: [...YEAR.holidays, '2027-01-04'] });
    await eventually(async () => {
      await hotline.app.get(TimerWorker).runDue();
      const due: unknown[] = await hotline.dataSource.query('SELECT 1 FROM timer WHERE kind = $1 AND due_at <= $2', [
        RECOUNT,
        hotline.clock.now(),
      ]);
      if (due.length > 0) throw new Error('not counted yet');
    });
    expect(await dueAt(id)).toBe('2027-01-06T09:30:00.000Z');
    const told = await hotline.told(CalendarYearBroughtIn, '2027');
    expect(told).toHaveLength(before + 1);
    expect(told.at(-1)).toMatchObject({ year: 2027, holidays: expect.arrayContaining(['2027-01-04']) });
    const ledger = await hotline.dataSource.query<unknown[]>(
      `SELECT action, reason, actor_role FROM ledger WHERE item_type = 'calendar' AND item_id = '2027'`,
    );
    expect(ledger).toHaveLength(before + 1);
    expect(ledger[0]).toEqual({ action: 'year_brought_in', reason: YEAR.source, actor_role: 'admin' });
  });

  it('corrects what was read, or nothing', async () => {
    const body = { ...YEAR, holidays: ['2029-01-01', '2029-10-01'], makeUpDays: [] };
    const first = await bringIn(2029, { ...body, replaces: null });
    expect(first.status).toBe(200);
    expect(await bringIn(2029, { ...body, replaces: null })).toMatchObject({
      status: 409,
      body: { type: '/problems/calendar-changed', current: first.body.broughtInAt },
    });
    hotline.clock.set(new Date(Date.parse(LAST_MONDAY) + 60_000));
    expect((await bringIn(2029, { ...body, replaces: first.body.broughtInAt })).status).toBe(200);
    expect(await hotline.told(CalendarYearBroughtIn, '2029')).toHaveLength(2);
  });

  it('is refused where the package has it, or something is wrong with it, in words', async () => {
    expect(await bringIn(2026, { ...YEAR, holidays: ['2026-01-01', '2026-10-01'] })).toMatchObject({
      status: 422,
      body: { rule: 'calendar-year-packaged', year: 2026, title: '该年度日历已有' },
    });
    expect(await bringIn(2028, YEAR)).toMatchObject({ status: 422, body: { rule: 'calendar-year-days-elsewhere' } });
    const holidays = ['2028-02-12', '2028-02-13'];
    expect(await bringIn(2028, { ...YEAR, holidays, makeUpDays: [] })).toMatchObject({
      status: 422,
      body: {
        rule: 'calendar-year-incomplete',
        days: ['2028-01-01', '2028-10-01'],
        detail: '元旦和国庆节应列为假日，缺少：2028-01-01、2028-10-01。',
      },
    });
    const { body } = await hotline.send<CalendarYearPageDto>(PEOPLE.operator, 'GET', '/calendar-years?limit=100');
    expect(body.items.map(({ year }) => year)).not.toContain(2028);
  });

  it.each<[string, number | string, object]>([
    ['no year', 'next', YEAR],
    ['a day that does not exist', 2027, { ...YEAR, holidays: ['2027-02-30'] }],
    ['a day twice', 2027, { ...YEAR, makeUpDays: ['2027-01-10', '2027-01-10'] }],
    ['no days', 2027, { source: YEAR.source }],
    ['no source', 2027, { ...YEAR, source: '' }],
  ])('is malformed with %s', async (_, year, body) => {
    expect(await bringIn(year, body)).toMatchObject({ status: 400 });
  });
});
