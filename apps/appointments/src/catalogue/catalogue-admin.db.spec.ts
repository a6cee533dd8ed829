import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { LightMyRequestResponse } from 'fastify';
import { CLOSED_ACCOUNT, HANDLER_ACCOUNT, VOLUNTEER_ACCOUNT } from '../accounts/directory.fixture.js';
import { appointmentsUnderTest, PREFIX, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { HALL, HALL_ONE, HALL_POST, HALL_SEVEN, ID_CARD, PROPERTY, TOWNSHIP } from '../seed/small-county.fixture.js';

jest.setTimeout(60_000);

const ITEM = {
  nameZh: '社会保障卡申领',
  nameEn: 'Social security card',
  class: 'immediate',
  durationMinutes: 20,
  feeCents: 0,
  limitDays: 0,
  legalBasisZh: '《社会保障卡管理办法》第九条',
  legalBasisEn: 'Measures on Social Security Cards, art. 9',
  greenChannel: true,
  representative: true,
  homeVisit: false,
  groups: false,
  active: true,
};
const MATERIAL = { nameZh: '居民身份证', nameEn: 'Identity card', originals: 1, copies: 1, noteZh: '', noteEn: '' };
const SITE = {
  nameZh: '柳林镇便民服务中心',
  nameEn: 'Liulin Township',
  address: '柳林镇府前街12号',
  directionsZh: '镇政府对面',
  directionsEn: 'Opposite the government',
  accessibility: ['ramp'],
  phone: '0500-60012408',
  active: true,
};

describe('the catalogue, kept by an administrator', () => {
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  const admin = staff('admin');
  let service: AppointmentsUnderTest;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock);
  });
  afterAll(() => service.close());

  async function call(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const [app] = service.apps;
    if (!app) throw new Error('no process');
    const signedIn = await service.sessions.headersFor(admin);
    return app.inject({
      method,
      url: `${PREFIX}${path}`,
      headers: { ...signedIn, ...headers },
      ...(payload ? { payload } : {}),
    });
  }
  const put = (path: string, version: number, payload: object) =>
    call('PUT', path, payload, { 'if-match': `"${version}"` });
  const stampOf = async (siteId: string): Promise<number> => {
    const [row] = await service.dataSource.query<{ stamp: string }[]>(
      'SELECT stamp FROM schedule_stamp WHERE site_id = $1',
      [siteId],
    );
    return Number(row?.stamp);
  };

  it('an item comes into being once, is offered at sites, and its lists of what to bring are never altered', async () => {
    const body = { code: 'social-card', ...ITEM, materials: [MATERIAL] };
    const key = { 'idempotency-key': 'one' };
    const made = await call('POST', '/items', body, key);
    expect(made.statusCode).toBe(201);
    expect(made.headers.etag).toBe('"1"');
    expect((await call('POST', '/items', body, key)).statusCode).toBe(201);
    expect((await call('POST', '/items', body)).json()).toMatchObject({ status: 409, code: 'social-card' });

    const offered = await put('/items/social-card/sites', 1, { sites: [{ siteId: HALL, channels: ['web', 'sms'] }] });
    expect(offered.json()).toMatchObject({ version: 2, sites: [{ siteId: HALL, channels: ['web', 'sms'] }] });
    const second = { materials: [MATERIAL, { ...MATERIAL, nameZh: '照片', nameEn: 'Photograph' }] };
    const issued = await call('POST', '/items/social-card/material-lists', second, { 'if-match': '"2"' });
    expect(issued.json()).toMatchObject({
      version: 3,
      materialLists: [{ version: 2 }, { version: 1, materials: [MATERIAL] }],
    });
    expect((await call('GET', '/items/social-card')).json()).toMatchObject({ material: { version: 2, ...second } });
    await expect(service.dataSource.query(`UPDATE material_list SET materials = '[]'`)).rejects.toThrow(
      /never altered/,
    );
    await expect(service.dataSource.query('DELETE FROM material_list')).rejects.toThrow(/never altered/);

    const changed = await put('/items/social-card', 3, { ...ITEM, durationMinutes: 25, active: false });
    expect(changed.json()).toMatchObject({ version: 4, durationMinutes: 25, active: false });
    expect((await call('GET', '/items/social-card')).statusCode).toBe(404);
    expect((await call('GET', '/catalogue/items/social-card')).json()).toMatchObject({ active: false });
    const actions = await service.dataSource.query(
      `SELECT action FROM ledger WHERE item_type = 'service-item' AND item_id = 'social-card' ORDER BY seq`,
    );
    expect(actions.map(({ action }: { action: string }) => action)).toEqual([
      'created',
      'sites-changed',
      'materials-issued',
      'changed',
    ]);
  });

  it('a change that touches bookable times raises the stamps of the sites concerned', async () => {
    const [hall, township] = [await stampOf(HALL), await stampOf(TOWNSHIP)];
    const { nameZh, nameEn } = ITEM;
    const window = { nameZh, nameEn, kind: 'counter', travelMinutes: 0, postId: HALL_POST, active: true };
    expect((await put(`/windows/${HALL_ONE}`, 1, window)).statusCode).toBe(200);
    expect([await stampOf(HALL), await stampOf(TOWNSHIP)]).toEqual([hall + 1, township]);
    const offered = { sites: [{ siteId: TOWNSHIP, channels: ['phone'] }] };
    expect((await put(`/items/${ID_CARD}/sites`, 1, offered)).statusCode).toBe(200);
    expect([await stampOf(HALL), await stampOf(TOWNSHIP)]).toEqual([hall + 2, township + 1]);
  });

  it('a site with a window, its items and its week can be booked', async () => {
    const site = (await call('POST', '/sites', SITE)).json();
    const post = (
      await call('POST', '/posts', { siteId: site.id, nameZh: '综合岗', nameEn: 'General', qualifications: ['social'] })
    ).json();
    const window = (
      await call('POST', '/windows', {
        siteId: site.id,
        code: '1',
        nameZh: '1号窗口',
        nameEn: 'Window 1',
        kind: 'counter',
        travelMinutes: 0,
        postId: post.id,
        active: true,
      })
    ).json();
    await put(`/windows/${window.id}/items`, 1, { items: [ID_CARD] });
    const sessions = [
      { weekday: 3, session: 'morning', fromMinute: 540, toMinute: 600, capacity: 2, greenMinutes: 15 },
    ];
    const week = await put(`/windows/${window.id}/pattern`, 2, { sessions });
    expect(week.json()).toMatchObject({ items: [ID_CARD], pattern: sessions, version: 3 });
    const { sites, version } = (await call('GET', `/catalogue/items/${ID_CARD}`)).json();
    await put(`/items/${ID_CARD}/sites`, version, { sites: [...sites, { siteId: site.id, channels: ['web'] }] });
    const slots = await call('GET', `/slots?item=${ID_CARD}&site=${site.id}&from=2026-11-25&to=2026-11-25`);
    expect(slots.json().days[0].slots.map(({ placesLeft }: { placesLeft: number }) => placesLeft)).toEqual([2, 2, 2]);
    expect((await call('GET', `/windows?site=${site.id}`)).json().items).toHaveLength(1);
    expect((await call('GET', `/posts?site=${site.id}`)).json().items).toEqual([
      expect.objectContaining({ id: post.id }),
    ]);
    const closed = await put(`/sites/${site.id}`, 1, { ...SITE, active: false });
    expect(closed.json()).toMatchObject({ version: 2, active: false });
    expect((await call('GET', '/catalogue/sites')).json().items).toHaveLength(4);
    expect((await call('GET', '/sites')).json().items).toHaveLength(3);
  });

  it('who has booked a time that a window’s new week leaves out is told, and keeps the booking to move it', async () => {
    const id = newId();
    const [from, to] = ['2026-11-27T01:00:00Z', '2026-11-27T01:30:00Z'];
    await service.dataSource.query(
      `INSERT INTO booking (id, resource_kind, resource_id, during, state, held_until, code, site_id, item_code, day,
         start_at, end_at, channel, created_at, sealed_phone, receives_text, language)
       VALUES ($1, 'window', $2, tstzrange($3, $4), 'confirmed', $3, 'YMOVE', $5, $6, '2026-11-27', $3, $4, 'web', now(), $7,
         true, 'zh-CN')`,
      [id, HALL_SEVEN, from, to, HALL, PROPERTY, service.box.seal('+8613800000001')],
    );
    const sessions = [
      { weekday: 5, session: 'afternoon', fromMinute: 810, toMinute: 1050, capacity: 7, greenMinutes: 0 },
    ];
    expect((await put(`/windows/${HALL_SEVEN}/pattern`, 1, { sessions })).statusCode).toBe(200);
    const told = await service.dataSource.query(
      `SELECT payload->>'template' AS template FROM outbox WHERE payload->>'aboutId' = $1`,
      [id],
    );
    expect(told).toEqual([{ template: 'booking_closed' }]);
    expect(await service.dataSource.query('SELECT state FROM booking WHERE id = $1', [id])).toEqual([
      { state: 'confirmed' },
    ]);
  });

  it('a volunteer has hours', async () => {
    const body = {
      name: '方正平',
      fields: ['land'],
      active: true,
      hours: [{ weekday: 1, fromMinute: 540, toMinute: 720 }],
    };
    const made = (await call('POST', '/volunteers', body)).json();
    const hours = [{ weekday: 2, fromMinute: 810, toMinute: 1050 }];
    expect((await put(`/volunteers/${made.id}`, 1, { ...body, hours })).json()).toMatchObject({ hours, version: 2 });
    expect((await call('GET', '/volunteers')).json()).toMatchObject({ items: [{ id: made.id, hours }], next: null });
  });

  it('a volunteer is linked to an account of a volunteer only, and stays linked when it goes out of use', async () => {
    const body = { name: '沈若兰', fields: [], active: true, hours: [] };
    const made = (await call('POST', '/volunteers', { ...body, staffId: VOLUNTEER_ACCOUNT.id })).json();
    expect(made).toMatchObject({ staffId: VOLUNTEER_ACCOUNT.id, version: 1 });
    for (const [staffId, rule] of [
      [HANDLER_ACCOUNT.id, 'account-without-role'],
      [CLOSED_ACCOUNT.id, 'no-such-account'],
      [newId(), 'no-such-account'],
    ]) {
      expect((await put(`/volunteers/${made.id}`, 1, { ...body, staffId })).json()).toMatchObject({
        status: 422,
        rule,
      });
      expect((await call('POST', '/volunteers', { ...body, staffId })).json()).toMatchObject({ status: 422, rule });
    }
    await service.dataSource.query('UPDATE volunteer SET staff_id = $1 WHERE id = $2', [CLOSED_ACCOUNT.id, made.id]);
    const kept = await put(`/volunteers/${made.id}`, 1, { ...body, staffId: CLOSED_ACCOUNT.id });
    expect(kept.json()).toMatchObject({ staffId: CLOSED_ACCOUNT.id, version: 2 });
  });

  it('what cannot be is refused, and nothing is changed', async () => {
    const pattern = { weekday: 1, session: 'morning', fromMinute: 540, toMinute: 720, capacity: 1, greenMinutes: 0 };
    const overlapping = { ...pattern, session: 'noon', fromMinute: 700, toMinute: 800 };
    const volunteer = {
      name: '方正平',
      fields: [],
      active: true,
      hours: [{ weekday: 1, fromMinute: 720, toMinute: 540 }],
    };
    const { version } = (await call('GET', `/windows?site=${HALL}`)).json().items[0];
    const refusals: [LightMyRequestResponse, object][] = [
      [await call('PUT', `/items/${ID_CARD}`, ITEM), { status: 428 }],
      [await put(`/items/${ID_CARD}`, 77, ITEM), { status: 412 }],
      [await put('/items/unknown', 1, ITEM), { status: 404 }],
      [await put(`/sites/${newId()}`, 1, SITE), { status: 404 }],
      [await call('POST', '/items', { code: 'No Capitals', ...ITEM, materials: [] }), { status: 400 }],
      [
        await call('POST', '/items', { code: 'too-long', ...ITEM, durationMinutes: 500, materials: [] }),
        { status: 400 },
      ],
      [await call('POST', '/sites', { ...SITE, accessibility: ['wings'] }), { status: 400 }],
      [await put(`/windows/${HALL_ONE}/items`, version, { items: ['unknown'] }), { status: 422, rule: 'unknown-item' }],
      [
        await put(`/windows/${HALL_ONE}/pattern`, version, { sessions: [pattern, overlapping] }),
        { status: 422, rule: 'pattern-faulty', session: 'noon' },
      ],
      [
        await call('POST', '/windows', {
          siteId: TOWNSHIP,
          code: '9',
          nameZh: '九',
          nameEn: 'nine',
          kind: 'counter',
          travelMinutes: 0,
          postId: HALL_POST,
          active: true,
        }),
        { status: 422, rule: 'unknown-post' },
      ],
      [await call('POST', '/volunteers', volunteer), { status: 422, rule: 'hours-faulty' }],
    ];
    for (const [answer, problem] of refusals) expect(answer.json()).toMatchObject(problem);
    expect((await call('GET', `/windows?site=${HALL}`)).json().items[0]).toMatchObject({ id: HALL_ONE, version });
  });
});
