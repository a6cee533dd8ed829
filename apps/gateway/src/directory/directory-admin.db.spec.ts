import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { runGateway, type RunningGateway } from '../testing/running-gateway.js';
import { DEMO_PASSWORD } from './demo-people.js';
import type { StaffWithPasswordDto } from './directory-admin.dto.js';
import type { StaffAccountDto, StaffMemberDto, StaffPageDto, UnitDto } from './directory.dto.js';

// Passwords are slow on purpose, and machines are busy.
jest.setTimeout(30_000);

const OWN_PASSWORD = 'Long River 2026';

let gateway: RunningGateway;
let admin: Record<string, string>;
beforeAll(async () => {
  gateway = await runGateway();
  const answer = await signIn({ name: 'admin1', password: DEMO_PASSWORD });
  admin = { cookie: cookieOf(answer), 'X-Sunline-Csrf': '1' };
});
afterAll(() => gateway.close());

interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

async function send<T>(
  method: string,
  path: string,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const answer = await fetch(`${gateway.url}/api/directory/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...admin, ...headers },
    body: JSON.stringify(body),
  });
  const given: T = JSON.parse(await answer.text());
  return { status: answer.status, body: given };
}

const post = <T>(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer<T>> =>
  send<T>('POST', path, body, headers);

/** Changes something on a version of it. */
const put = <T>(path: string, version: number, body: object): Promise<Answer<T>> =>
  send<T>('PUT', path, body, { 'If-Match': `"${version}"` });

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(`${gateway.url}/api/directory/${path}`, { headers: admin });
  const given: T = JSON.parse(await answer.text());
  return given;
}

function signIn(body: { name: string; password: string; newPassword?: string }): Promise<Response> {
  return fetch(`${gateway.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function cookieOf(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const who = (cookie: string): Promise<Response> => fetch(`${gateway.url}/api/session`, { headers: { cookie } });

async function ledgerOf(itemId: string): Promise<string[]> {
  const rows = await gateway.database.dataSource.query<{ action: string }[]>(
    'SELECT action FROM ledger WHERE item_id = $1 ORDER BY seq',
    [itemId],
  );
  return rows.map(({ action }) => action);
}

let made = 0;
function newAccount(over: object = {}): { name: string; displayName: string; roles: string[]; unitId: string } {
  made += 1;
  return { name: `person${made}`, displayName: '林一', roles: ['handler'], unitId: DEMO_UNITS.labour, ...over };
}

async function added(over: object = {}): Promise<{ id: string; name: string; password: string }> {
  const { status, body } = await post<StaffWithPasswordDto>('staff', newAccount(over));
  expect(status).toBe(201);
  return { id: body.staff.id, name: body.staff.name, password: body.oneTimePassword ?? '' };
}

describe('a new account', () => {
  it('opens nothing until its one-time password is exchanged; afterwards only the own one does', async () => {
    const { id, name, password } = await added({ roles: ['handler', 'unit_head'] });
    const half = await signIn({ name, password });
    expect(half.headers.get('set-cookie')).toBeNull();
    expect(await half.json()).toMatchObject({ status: 422, rule: 'new-password-needed' });
    expect(await (await signIn({ name, password, newPassword: password })).json()).toMatchObject({
      rule: 'password-not-new',
    });

    const whole = await signIn({ name, password, newPassword: OWN_PASSWORD });
    expect(await whole.json()).toMatchObject({ name, roles: ['handler', 'unit_head'] });
    expect((await who(cookieOf(whole))).status).toBe(200);
    expect((await signIn({ name, password })).status).toBe(401);
    expect((await signIn({ name, password: OWN_PASSWORD })).status).toBe(200);
    expect(await ledgerOf(id)).toEqual([
      'staff_added',
      'password_changed',
      'signed_in',
      'sign_in_refused',
      'signed_in',
    ]);
  });

  it('does not count the right one-time password as a wrong one', async () => {
    const { name, password } = await added();
    for (let n = 0; n < 6; n++) expect((await signIn({ name, password })).status).toBe(422);
  });

  it('with a one-time password nobody used in its week needs another', async () => {
    const { id, name, password } = await added();
    await gateway.database.dataSource.query('UPDATE staff SET one_time_until = now() WHERE id = $1', [id]);
    const answer = await signIn({ name, password, newPassword: OWN_PASSWORD });
    expect(await answer.json()).toMatchObject({ status: 422, rule: 'one-time-password-over' });
  });

  it('is made once, however often it is asked for, and its password is told once and kept nowhere', async () => {
    const body = newAccount();
    const key = { 'Idempotency-Key': 'an-account' };
    const first = await post<StaffWithPasswordDto>('staff', body, key);
    const again = await post<StaffWithPasswordDto>('staff', body, key);
    expect(again).toEqual({ status: 201, body: { staff: first.body.staff, oneTimePassword: null, validUntil: null } });
    const kept: unknown = await gateway.database.dataSource.query(
      'SELECT (SELECT json_agg(k) FROM idempotency_key k), (SELECT json_agg(l) FROM ledger l), (SELECT json_agg(s) FROM staff s)',
    );
    expect(JSON.stringify(kept)).not.toContain(first.body.oneTimePassword);
  });

  it('is refused with a name that is taken, in a unit that is not there, without a role', async () => {
    expect(await post('staff', newAccount({ name: 'operator1' }))).toMatchObject({
      status: 409,
      body: { type: '/problems/sign-in-name-taken', name: 'operator1' },
    });
    const nowhere = newAccount({ unitId: '0190a000-0000-7000-8000-00000000ffff' });
    expect(await post('staff', nowhere)).toMatchObject({ status: 422, body: { rule: 'unit-unknown' } });
    expect(await post('staff', newAccount({ roles: [] }))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/roles' }] },
    });
    expect(await post('staff', newAccount({ name: 'Capital' }))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/name', rule: 'matches' }] },
    });
  });
});

describe('an account', () => {
  it('out of use signs nobody in and has no session any more; back in use, one signs in anew', async () => {
    const { id, name, password } = await added();
    const cookie = cookieOf(await signIn({ name, password, newPassword: OWN_PASSWORD }));
    expect(await post<StaffMemberDto>(`staff/${id}/deactivate`)).toMatchObject({
      status: 200,
      body: { active: false },
    });
    await post(`staff/${id}/deactivate`);
    expect((await who(cookie)).status).toBe(401);
    expect((await signIn({ name, password: OWN_PASSWORD })).status).toBe(401);
    expect(await post<StaffMemberDto>(`staff/${id}/reactivate`)).toMatchObject({ body: { active: true } });
    expect((await who(cookie)).status).toBe(401);
    expect((await signIn({ name, password: OWN_PASSWORD })).status).toBe(200);
    const ledger = (await ledgerOf(id)).filter((action) => action.startsWith('staff_'));
    expect(ledger).toEqual(['staff_added', 'staff_deactivated', 'staff_reactivated']);
  });

  it('is not taken out of use by its own owner', async () => {
    const self = await (await who(admin.cookie ?? '')).json();
    expect(self).toMatchObject({ name: 'admin1' });
    const { id }: { id: string } = JSON.parse(JSON.stringify(self));
    expect(await post(`staff/${id}/deactivate`)).toMatchObject({ status: 422, body: { rule: 'own-account' } });
    expect((await who(admin.cookie ?? '')).status).toBe(200);
  });

  it('whose password is forgotten gets another, also while it is locked; old password and sessions are over', async () => {
    const { id, name, password } = await added();
    const cookie = cookieOf(await signIn({ name, password, newPassword: OWN_PASSWORD }));
    for (let n = 0; n < 5; n++) await signIn({ name, password: 'wrong' });
    expect((await signIn({ name, password: OWN_PASSWORD })).status).toBe(429);
    const { body } = await post<StaffWithPasswordDto>(`staff/${id}/password-reset`);
    expect((await who(cookie)).status).toBe(401);
    expect((await signIn({ name, password: OWN_PASSWORD })).status).toBe(401);
    const oneTime = body.oneTimePassword ?? '';
    expect((await signIn({ name, password: oneTime, newPassword: 'Another River 7' })).status).toBe(200);
  });
});

describe('the facts of an account', () => {
  const facts = { displayName: '林一', roles: ['handler'], unitId: DEMO_UNITS.labour };

  it('change on the version that was read; with another role the person signs in anew', async () => {
    const { id, name, password } = await added();
    const cookie = cookieOf(await signIn({ name, password, newPassword: OWN_PASSWORD }));
    expect(await put<StaffMemberDto>(`staff/${id}`, 1, { ...facts, displayName: ' 林一一 ' })).toMatchObject({
      status: 200,
      body: { displayName: '林一一', roles: ['handler'], version: 2 },
    });
    expect((await who(cookie)).status).toBe(200);
    // Not looked at yet: one that was may pass for some seconds more.
    const other = cookieOf(await signIn({ name, password: OWN_PASSWORD }));
    const roles = ['handler', 'unit_head'];
    expect(await put(`staff/${id}`, 1, { ...facts, roles })).toMatchObject({ status: 412, body: { current: 2 } });
    expect(await put(`staff/${id}`, 2, { ...facts, roles })).toMatchObject({ status: 200, body: { roles } });
    expect((await who(other)).status).toBe(401);
    expect(await (await signIn({ name, password: OWN_PASSWORD })).json()).toMatchObject({ roles });
    expect(await put(`staff/${id}`, 3, { ...facts, roles, unitId: DEMO_UNITS.housing })).toMatchObject({
      body: { unitId: DEMO_UNITS.housing, version: 4 },
    });
    const changes = (await ledgerOf(id)).filter((action) => action === 'staff_changed');
    expect(changes).toHaveLength(3);
  });

  it('are refused without a version, without a role, with a unit that is not there', async () => {
    const { id } = await added();
    expect(await send('PUT', `staff/${id}`, facts)).toMatchObject({ status: 428 });
    expect(await put(`staff/${id}`, 1, { ...facts, roles: [] })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/roles' }] },
    });
    const unitId = '0190a000-0000-7000-8000-00000000ffff';
    expect(await put(`staff/${id}`, 1, { ...facts, unitId })).toMatchObject({ status: 422 });
    expect(await put('staff/0190a000-0000-7000-8000-00000000ffff', 1, facts)).toMatchObject({ status: 404 });
    expect(await read(`staff/${id}`)).toMatchObject({ ...facts, version: 1 });
  });

  it('leave an administrator their own role', async () => {
    const { id, version } = await read<StaffPageDto>('staff?q=admin1').then(({ items: [self] }) => {
      if (self === undefined) throw new Error('admin1 is not there');
      return self;
    });
    const body = { displayName: '何晓东', roles: ['supervisor'], unitId: DEMO_UNITS.hotline };
    expect(await put(`staff/${id}`, version, body)).toMatchObject({ status: 422, body: { rule: 'own-role' } });
  });
});

describe('how somebody comes in', () => {
  it('is shown: a one-time password, a lock; the lock is lifted and the password stays', async () => {
    const { id, name, password } = await added();
    const fresh = await read<StaffAccountDto>(`staff/${id}`);
    expect(fresh).toMatchObject({ name, lockedUntil: null, oneTimeUntil: expect.any(String) });
    expect(JSON.stringify(fresh)).not.toContain('argon2');
    await signIn({ name, password, newPassword: OWN_PASSWORD });
    for (let n = 0; n < 5; n++) await signIn({ name, password: 'wrong' });
    expect(await read(`staff/${id}`)).toMatchObject({ oneTimeUntil: null, lockedUntil: expect.any(String) });
    expect((await signIn({ name, password: OWN_PASSWORD })).status).toBe(429);
    expect(await post<StaffAccountDto>(`staff/${id}/unlock`)).toMatchObject({
      status: 200,
      body: { lockedUntil: null },
    });
    expect((await signIn({ name, password: OWN_PASSWORD })).status).toBe(200);
    expect(await ledgerOf(id)).toContain('staff_unlocked');
    expect(await post('staff/0190a000-0000-7000-8000-00000000ffff/unlock')).toMatchObject({ status: 404 });
  });
});

describe('the list of accounts', () => {
  const names = async (query: string): Promise<string[]> =>
    (await read<StaffPageDto>(`staff?${query}`)).items.map(({ name }) => name);

  it('is searched by either name, and narrowed to a unit, a role and those out of use', async () => {
    const one = await added({ displayName: '欧阳Ming', roles: ['volunteer'], unitId: DEMO_UNITS.commission });
    expect(await names(`q=${one.name.toUpperCase()}`)).toContain(one.name);
    expect(await names(`q=${encodeURIComponent('阳ming')}`)).toEqual([one.name]);
    expect(await names(`q=${encodeURIComponent('阳_ing')}`)).toEqual([]);
    const narrowed = `unitId=${DEMO_UNITS.commission}&role=volunteer`;
    expect(await names(narrowed)).toEqual([one.name]);
    await post(`staff/${one.id}/deactivate`);
    expect(await names(`${narrowed}&standing=active`)).toEqual([]);
    expect(await names(`${narrowed}&standing=inactive`)).toEqual([one.name]);
  });

  it('goes on where a page ended', async () => {
    const first = await read<StaffPageDto>('staff?role=handler&limit=2');
    expect(first.items).toHaveLength(2);
    const second = await read<StaffPageDto>(`staff?role=handler&limit=2&after=${first.next ?? ''}`);
    expect((second.items[0]?.name ?? '') > (first.items[1]?.name ?? '')).toBe(true);
  });

  it.each(['q=', 'role=king', 'unitId=1', 'standing=gone'])('is not narrowed by %s', async (query) => {
    expect(await read(`staff?${query}`)).toMatchObject({ status: 400 });
  });
});

describe('a unit', () => {
  const unit = (code: string): object => {
    return {
      code,
      nameZh: '水利局',
      nameEn: 'Water Bureau',
      kind: 'unit',
      address: '滨江路1号',
      phone: '0500-60012499',
    };
  };

  it('is added once per code, and listed', async () => {
    const { status, body } = await post<UnitDto>('units', unit('water'));
    expect([status, body.active]).toEqual([201, true]);
    expect(await post('units', unit('water'))).toMatchObject({
      status: 409,
      body: { type: '/problems/unit-code-taken' },
    });
    const listed = await fetch(`${gateway.url}/api/directory/units`, { headers: admin });
    expect(await listed.text()).toContain(body.id);
    expect(await ledgerOf(body.id)).toEqual(['unit_added']);
  });

  it('goes out of use when nobody of it signs in any more, and takes nobody new while it is', async () => {
    const { body } = await post<UnitDto>('units', unit('parks'));
    const person = await added({ unitId: body.id });
    expect(await post(`units/${body.id}/deactivate`)).toMatchObject({ status: 422, body: { rule: 'unit-has-staff' } });
    await post(`staff/${person.id}/deactivate`);
    expect(await post(`units/${body.id}/deactivate`)).toMatchObject({ status: 200, body: { active: false } });
    expect(await post(`staff/${person.id}/reactivate`)).toMatchObject({ status: 422, body: { rule: 'unit-unknown' } });
    expect(await post('staff', newAccount({ unitId: body.id }))).toMatchObject({ status: 422 });
    expect(await post(`units/${body.id}/reactivate`)).toMatchObject({ status: 200, body: { active: true } });
    expect((await post(`staff/${person.id}/reactivate`)).status).toBe(200);
    expect(await ledgerOf(body.id)).toEqual(['unit_added', 'unit_deactivated', 'unit_reactivated']);
  });

  it('is renamed and moves on the version that was read; its code and kind stay', async () => {
    const { body } = await post<UnitDto>('units', unit('forests'));
    const facts = { nameZh: '林业局', nameEn: 'Forestry Bureau', address: '林荫路2号', phone: '0500-60012498' };
    expect(await put<UnitDto>(`units/${body.id}`, 1, facts)).toMatchObject({
      status: 200,
      body: { ...facts, code: 'forests', kind: 'unit', version: 2 },
    });
    expect(await put(`units/${body.id}`, 1, facts)).toMatchObject({ status: 412, body: { current: 2 } });
    expect(await put(`units/${body.id}`, 2, { ...facts, nameZh: '' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/nameZh' }] },
    });
    expect(await put(`units/${body.id}`, 2, { ...facts, code: 'trees' })).toMatchObject({ status: 400 });
    expect(await ledgerOf(body.id)).toEqual(['unit_added', 'unit_changed']);
  });
});
