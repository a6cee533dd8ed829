import type { Role } from '@app/common/auth/actor.js';
import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { LightMyRequestResponse } from 'fastify';
import { appointmentsUnderTest, PREFIX, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { HALL, HALL_ONE, ID_CARD, TOWNSHIP } from '../seed/small-county.fixture.js';

jest.setTimeout(60_000);

const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

describe('the schedule, kept by planners', () => {
  // A Monday.
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let service: AppointmentsUnderTest;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock);
  });
  afterAll(() => service.close());

  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    { payload, as = 'supervisor', ifMatch }: { payload?: object; as?: Role; ifMatch?: string } = {},
  ): Promise<LightMyRequestResponse> {
    const [app] = service.apps;
    if (!app) throw new Error('no process');
    const headers = {
      ...(await service.sessions.headersFor(staff(as))),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    };
    return app.inject({ method, url: `${PREFIX}${path}`, headers, ...(payload ? { payload } : {}) });
  }

  const freeOn = async (day: string, site = HALL): Promise<string[]> => {
    const answer = await call('GET', `/slots?item=${ID_CARD}&site=${site}&from=${day}&to=${day}`);
    return answer.json().days.flatMap(({ slots }: { slots: { startAt: string }[] }) => slots.map((s) => s.startAt));
  };

  async function book(day: string, from: string, to: string): Promise<string> {
    const phone = `+86138${String(Math.trunc(performance.now() * 1000) % 100_000_000).padStart(8, '0')}`;
    const id = newId();
    await service.dataSource.query(
      `INSERT INTO booking (id, resource_kind, resource_id, during, state, held_until, code, site_id, item_code, day,
         start_at, end_at, channel, created_at, sealed_phone, phone_fingerprint, receives_text, language)
       VALUES ($1, 'window', $2, tstzrange($3, $4), 'confirmed', $3, $10, $5, $6, $7, $3, $4, 'web', now(), $8, $9,
         true, 'zh-CN')`,
      [
        id,
        HALL_ONE,
        at(day, from),
        at(day, to),
        HALL,
        ID_CARD,
        day,
        service.box.seal(phone),
        service.box.fingerprint(phone),
        id,
      ],
    );
    return id;
  }

  it('a closure takes the times of its days, and whoever had booked one is listed and told', async () => {
    const booked = await book('2026-11-26', '09:00', '09:15');
    expect(await freeOn('2026-11-26')).toContain(at('2026-11-26', '10:00'));
    const closure = {
      siteId: HALL,
      fromDay: '2026-11-26',
      toDay: '2026-11-26',
      reasonZh: '设备检修',
      reasonEn: 'Repairs',
    };
    const made = await call('POST', '/closures', { payload: closure });
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({
      ...closure,
      affected: [{ code: booked, startAt: at('2026-11-26', '09:00'), phoneMasked: expect.stringMatching(/^138\*{4}/) }],
    });
    expect(await freeOn('2026-11-26')).toEqual([]);
    const told = await service.dataSource.query(
      `SELECT payload->>'template' AS template FROM outbox WHERE payload->>'aboutId' = $1`,
      [booked],
    );
    expect(told).toEqual([{ template: 'booking_closed' }]);
    const check = await call('GET', `/schedule/check?site=${HALL}&from=2026-11-23&to=2026-11-29`);
    expect(check.json()).toMatchObject({ violations: [], withoutTime: [{ code: booked }] });
    expect((await call('GET', `/closures?site=${HALL}`)).json()).toMatchObject({
      items: [{ id: made.json().id }],
      next: null,
    });
    expect((await call('DELETE', `/closures/${made.json().id}`)).json()).toMatchObject({ affected: [] });
    expect(await freeOn('2026-11-26')).toContain(at('2026-11-26', '10:00'));
    expect((await call('DELETE', `/closures/${made.json().id}`)).statusCode).toBe(404);
  });

  it('a closure of the whole office shuts every site', async () => {
    const closure = { siteId: null, fromDay: '2026-12-02', toDay: '2026-12-03', reasonZh: '大雪', reasonEn: 'Snow' };
    expect((await call('POST', '/closures', { payload: closure })).statusCode).toBe(201);
    expect(await freeOn('2026-12-02')).toEqual([]);
    expect(await freeOn('2026-12-03', TOWNSHIP)).toEqual([]);
    expect(await freeOn('2026-12-04', TOWNSHIP)).not.toEqual([]);
  });

  it('the same days of the same site are closed once; the second entry reads which closure stands', async () => {
    const days = { fromDay: '2027-03-01', toDay: '2027-03-02' };
    const closure = { siteId: HALL, ...days, reasonZh: '设备检修', reasonEn: 'Repairs' };
    const made = await call('POST', '/closures', { payload: closure });
    expect(made.statusCode).toBe(201);
    const again = await call('POST', '/closures', { payload: { ...closure, reasonZh: '检修', reasonEn: 'Works' } });
    expect(again.json()).toMatchObject({
      status: 422,
      rule: 'closure-exists',
      closureId: made.json().id,
      detail: expect.stringContaining('设备检修'),
    });
    const office = { ...closure, siteId: null };
    const many = await Promise.all([office, office, office].map((payload) => call('POST', '/closures', { payload })));
    expect(many.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 422, 422]);
    const list = (await call('GET', `/closures?site=${HALL}&from=2027-03-01`)).json();
    expect(list.items).toHaveLength(2);
    for (const { id } of list.items) await call('DELETE', `/closures/${id}`);
    expect((await call('POST', '/closures', { payload: closure })).statusCode).toBe(201);
  });

  it('an exception changes one session of one day, and once only', async () => {
    const exception = {
      siteId: HALL,
      windowId: HALL_ONE,
      day: '2026-11-27',
      session: 'evening',
      open: true,
      fromMinute: 1050,
      toMinute: 1140,
      capacity: 1,
      reasonZh: '加开',
      reasonEn: 'One more',
    };
    const made = await call('POST', '/schedule-exceptions', { payload: exception });
    expect(made.json()).toMatchObject({ ...exception, affected: [] });
    expect(await freeOn('2026-11-27')).toContain(at('2026-11-27', '18:00'));
    const again = await call('POST', '/schedule-exceptions', { payload: exception });
    expect(again.json()).toMatchObject({ status: 422, rule: 'exception-exists' });
    const list = await call('GET', `/schedule-exceptions?site=${HALL}&from=2026-11-27`);
    expect(list.json().items).toEqual([expect.objectContaining({ id: made.json().id, session: 'evening' })]);
    const booked = await book('2026-11-27', '18:00', '18:15');
    const back = await call('DELETE', `/schedule-exceptions/${made.json().id}`);
    expect(back.json()).toMatchObject({ affected: [{ code: booked }] });
  });

  it('a week that breaks commitments is refused with each of them named, and published when it keeps them', async () => {
    const monday = '2026-12-14';
    await service.dataSource.query('DELETE FROM published_week WHERE monday = $1', [monday]);
    const body = { siteId: HALL, day: monday, session: 'noon', open: false, reasonZh: '检修', reasonEn: 'Repairs' };
    const noon = await call('POST', '/schedule-exceptions', { payload: body });
    const saturday = await call('POST', '/schedule-exceptions', {
      payload: { ...body, day: '2026-12-19', session: 'morning' },
    });
    const week = { siteId: HALL, monday };
    const refused = await call('POST', '/schedule/publications', { payload: week });
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      rule: 'extended-service',
      violations: [
        { rule: 'noon-unbroken', day: monday, siteId: HALL, textZh: expect.stringContaining('2026年12月14日') },
        { rule: 'weekend-half-day', day: '2026-12-19', textEn: expect.stringContaining('19 Dec 2026') },
      ],
    });
    for (const one of [noon, saturday]) await call('DELETE', `/schedule-exceptions/${one.json().id}`);
    const published = await call('POST', '/schedule/publications', { payload: week });
    expect(published.statusCode).toBe(201);
    expect((await call('POST', '/schedule/publications', { payload: week })).json()).toEqual(published.json());
    const list = await call('GET', `/schedule/publications?site=${HALL}&from=2026-12-16`);
    expect(list.json().items[0]).toMatchObject({ monday });
  });

  it('what cannot be is refused', async () => {
    const closure = { siteId: HALL, fromDay: '2026-11-26', toDay: '2026-11-26', reasonZh: '检修', reasonEn: 'Repairs' };
    const exception = {
      siteId: HALL,
      day: '2026-11-26',
      session: 'noon',
      open: true,
      reasonZh: '加',
      reasonEn: 'more',
    };
    const refusals: [string, object, number, object][] = [
      ['/closures', { ...closure, siteId: newId() }, 422, { rule: 'unknown-site' }],
      ['/closures', { ...closure, toDay: '2026-11-25' }, 422, { rule: 'days-out-of-order' }],
      ['/closures', { ...closure, toDay: '2027-11-26' }, 422, { rule: 'days-out-of-order' }],
      ['/closures', { ...closure, fromDay: '2026-11-20', toDay: '2026-11-22' }, 422, { rule: 'day-is-over' }],
      ['/closures', { ...closure, toDay: '2026-02-30' }, 400, {}],
      ['/closures', { ...closure, unknown: 1 }, 400, {}],
      ['/schedule-exceptions', exception, 422, { rule: 'times-missing' }],
      ['/schedule-exceptions', { ...exception, open: false, windowId: newId() }, 422, { rule: 'unknown-window' }],
      ['/schedule-exceptions', { ...exception, open: false, day: '2026-11-22' }, 422, { rule: 'day-is-over' }],
      ['/schedule/publications', { siteId: HALL, monday: '2026-11-24' }, 422, { rule: 'not-a-monday' }],
      ['/schedule/publications', { siteId: HALL, monday: '2027-01-11' }, 503, { year: 2027 }],
    ];
    for (const [path, payload, status, problem] of refusals) {
      const answer = await call('POST', path, { payload });
      expect({ path, payload, ...answer.json() }).toMatchObject({ path, payload, status, ...problem });
    }
    expect((await call('GET', `/schedule/check?site=${HALL}&from=2026-11-23&to=2027-11-29`)).statusCode).toBe(422);
    expect((await call('GET', `/schedule/check?site=${newId()}&from=2026-11-23&to=2026-11-29`)).statusCode).toBe(422);
  });
});
