import { ContactOverdue } from '@app/common/contracts/appointments.events.js';
import { SmsRequested } from '@app/common/contracts/gateway.events.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { AppointmentsCalls, type Answer } from '../appointments-calls.fixture.js';
import { appointmentsUnderTest, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { HALL, ID_CARD, OFFICER_A, OFFICER_B, PROPERTY, TOWNSHIP } from '../seed/small-county.fixture.js';
import { CONTACT_CLOCK } from './contact-clock.jobs.js';
import type {
  ContactRequestPage,
  ContactRequestProgressDto,
  ContactRequestRow,
  FiledContactRequestDto,
  RevealedRequesterDto,
} from './contact-request.dto.js';
import { ContactRequests } from './contact-requests.service.js';

jest.setTimeout(60_000);

const CLERK = staff('operator');
const FRIDAY_EVENING = '2026-11-20T19:00:00+08:00';
type Problem = { type: string; rule?: string; state?: string; allowed?: string[]; errors?: { pointer: string }[] };

describe('预约服务: a citizen asks to be contacted', () => {
  const clock = new FakeClock(FRIDAY_EVENING);
  let service: AppointmentsUnderTest;
  let calls: AppointmentsCalls;
  let dataSource: DataSource;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock, 2);
    calls = new AppointmentsCalls(service, clock);
    ({ dataSource } = service);
  });
  beforeEach(() => clock.set(FRIDAY_EVENING));
  afterEach(async () => {
    await dataSource.query('DELETE FROM timer WHERE kind = $1', [CONTACT_CLOCK]);
    await dataSource.query('TRUNCATE contact_request, absence');
  });
  afterAll(() => service.close());

  const contact = { name: '张三', phone: '13812345678', language: 'zh-CN' };
  const wish = { kind: 'outside-hours', itemCode: ID_CARD, siteId: HALL, contact };
  const file = <T = FiledContactRequestDto>(over: object = {}, key?: string): Promise<Answer<T>> =>
    calls.send<T>(null, 'POST', '/contact-requests', { body: { ...wish, ...over }, key });
  const list = async (query: Record<string, string> = {}): Promise<ContactRequestPage> =>
    (await calls.send<ContactRequestPage>(CLERK, 'GET', '/contact-requests', { query })).body;
  const filed = async (over: object = {}): Promise<ContactRequestRow> => {
    const { code } = (await file(over)).body;
    const row = (await list()).items.find((one) => one.code === code);
    if (!row) throw new Error('what was filed is on the list');
    return row;
  };
  const step = <T = ContactRequestRow>(id: string, name: string, body: object = {}): Promise<Answer<T>> =>
    calls.send<T>(CLERK, 'POST', `/contact-requests/${id}/${name}`, { body });
  const at = (time: string): string => `${time}:00+08:00`;
  const agreed = { startAt: at('2026-11-22T10:00'), endAt: at('2026-11-22T10:30') };

  it('gets a code and the instant until when: 24 hours of real time, over the weekend too', async () => {
    const { status, body } = await file();
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { state: 'requested', contactDueAt: '2026-11-21T11:00:00.000Z' },
    });
    expect(body.code).toMatch(/^Q[0-9A-Z]{9}$/);
    const progress = await calls.send<ContactRequestProgressDto>(
      null,
      'GET',
      `/contact-requests/${body.code.toLowerCase()}`,
    );
    expect(progress.body).toMatchObject({
      state: 'requested',
      siteNameZh: expect.stringContaining('政务服务大厅'),
      phoneMasked: '138****5678',
    });
    for (const other of ['QAAAAAAAAA', 'nonsense', '%00']) {
      expect((await calls.send(null, 'GET', `/contact-requests/${other}`)).status).toBe(404);
    }
    const [row] = await dataSource.query<object[]>('SELECT * FROM contact_request');
    expect(JSON.stringify(row)).not.toMatch(/13812345678|张三/);
  });

  it('answers a repeated submit the same, and a second wish for the same with 409', async () => {
    const [first, again] = [await file({}, 'k1'), await file({}, 'k1')];
    expect(again.body).toEqual(first.body);
    expect(await file<Problem>()).toMatchObject({ status: 409, body: { type: '/problems/already-requested' } });
    expect((await file({ itemCode: PROPERTY })).status).toBe(201);
    expect((await file({ contact: { ...contact, phone: '13912345678' } })).status).toBe(201);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => file({ contact: { ...contact, phone: '13712345678' } })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array(7).fill(409)]);
  });

  it('is refused with what is wrong, and nothing is kept', async () => {
    const refusals: [object, number, object][] = [
      [{ itemCode: undefined }, 400, { errors: [expect.objectContaining({ pointer: '/itemCode' })] }],
      [{ contact: { ...contact, phone: '12' } }, 400, { type: '/problems/malformed' }],
      [{ more: 1 }, 400, { type: '/problems/malformed' }],
      [{ itemCode: 'no-such-item' }, 422, { rule: 'no-such-item' }],
      [{ siteId: '0190a000-0000-7000-8000-000000000999' }, 422, { rule: 'no-such-site' }],
      [{ itemCode: PROPERTY, siteId: TOWNSHIP }, 422, { rule: 'not-done-at-site' }],
      [{ wishFrom: at('2026-11-22T10:00'), wishTo: at('2026-11-22T09:00') }, 422, { rule: 'wish-out-of-order' }],
      [{ wishFrom: at('2026-11-20T09:00') }, 422, { rule: 'wish-in-the-past' }],
      [{ wishFrom: at('2099-11-22T09:00') }, 422, { rule: 'wish-too-far-ahead', days: 60 }],
      [{ wishFrom: at('2026-11-22T09:00'), wishTo: at('2027-01-20T00:00') }, 422, { rule: 'wish-too-far-ahead' }],
    ];
    for (const [over, status, body] of refusals) expect(await file<Problem>(over)).toMatchObject({ status, body });
    expect((await list()).items).toEqual([]);
    expect((await file({ wishFrom: at('2027-01-19T09:00'), wishTo: at('2027-01-19T10:00') })).status).toBe(201);
  });

  it('is contacted, agrees on a time and is told of it, gets an officer, is served', async () => {
    const { id, code, allowed } = await filed();
    expect(allowed).toEqual(['contacted', 'withdraw']);
    clock.set(at('2026-11-21T09:00'));
    expect((await step(id, 'contacted')).body).toMatchObject({
      state: 'contacted',
      clock: { state: 'done' },
      card: null,
    });
    expect((await step(id, 'agree', agreed)).body).toMatchObject({
      state: 'agreed',
      agreedStartAt: '2026-11-22T02:00:00.000Z',
    });
    expect((await step(id, 'arrange', { officerId: OFFICER_A })).body).toMatchObject({
      state: 'arranged',
      officerName: '王芳',
    });
    const seen = await calls.send<ContactRequestProgressDto>(null, 'GET', `/contact-requests/${code}`);
    expect(seen.body).toMatchObject({ state: 'arranged', agreedEndAt: '2026-11-22T02:30:00.000Z' });
    expect(seen.body).not.toHaveProperty('officerName');
    const [message] = await calls.told(SmsRequested, id);
    expect(message).toMatchObject({ template: 'contact_agreed', language: 'zh-CN' });
    expect(JSON.parse(service.box.open(message?.sealedValues ?? ''))).toEqual({
      time: '2026-11-22T02:00:00.000Z',
      place: expect.stringContaining('政务服务大厅'),
    });
    clock.set(at('2026-11-22T10:30'));
    expect((await step(id, 'serve')).body).toMatchObject({ state: 'served', allowed: [] });
    expect(await calls.done('contact-request', id)).toEqual(['requested', 'contacted', 'agreed', 'arranged', 'served']);
    expect((await list()).items).toEqual([]);
    expect((await list({ state: 'served' })).items).toHaveLength(1);
    expect((await file()).status).toBe(201);
  });

  it('brings 催办, a yellow card and a red one, and the next tier, also over a restart', async () => {
    const { id } = await filed();
    const read = async (): Promise<ContactRequestRow | undefined> => (await list()).items[0];
    clock.set(at('2026-11-21T12:59'));
    await calls.runTimers(CONTACT_CLOCK);
    expect(await read()).toMatchObject({ card: null, tier: 1, clock: { state: 'running' } });
    clock.set(at('2026-11-21T13:00'));
    await calls.runTimers(CONTACT_CLOCK);
    expect(await read()).toMatchObject({ card: null, clock: { state: 'near' } });
    clock.set(at('2026-11-21T17:00'));
    await calls.runTimers(CONTACT_CLOCK);
    expect(await read()).toMatchObject({ card: 'yellow', tier: 1 });
    expect(await calls.told(ContactOverdue, id)).toEqual([]);
    await service.restart();
    clock.set(at('2026-11-22T08:00'));
    await calls.runTimers(CONTACT_CLOCK);
    expect(await read()).toMatchObject({ card: 'red', tier: 2, clock: { state: 'over' } });
    expect(await calls.told(ContactOverdue, id)).toEqual([
      expect.objectContaining({ requestId: id, kind: 'outside-hours', siteId: HALL, tier: 2 }),
    ]);
    expect(await calls.done('contact-request', id)).toEqual([
      'requested',
      'reminded',
      'reminded',
      'yellow_card',
      'red_card',
      'escalated',
    ]);
    expect((await step(id, 'contacted')).body).toMatchObject({ card: 'red', tier: 2, clock: { state: 'done' } });
  });

  it('counts for nothing once the citizen was contacted, or has withdrawn', async () => {
    const [reached, given] = [await filed(), await filed({ itemCode: PROPERTY })];
    clock.set(at('2026-11-21T18:59'));
    await calls.runTimers(CONTACT_CLOCK);
    expect((await step(reached.id, 'contacted')).body).toMatchObject({ state: 'contacted', card: null });
    expect((await step(given.id, 'withdraw', { reason: '已自行办理' })).body).toMatchObject({ state: 'withdrawn' });
    clock.set(at('2026-11-23T09:00'));
    await calls.runTimers(CONTACT_CLOCK);
    expect([
      ...(await calls.told(ContactOverdue, reached.id)),
      ...(await calls.told(ContactOverdue, given.id)),
    ]).toEqual([]);
  });

  it('goes its steps in order, others are refused with the states they need', async () => {
    const { id } = await filed();
    expect(await step<Problem>(id, 'serve')).toMatchObject({
      status: 409,
      body: { allowed: ['contacted', 'arranged'] },
    });
    expect(await step<Problem>(id, 'agree', agreed)).toMatchObject({ status: 409, body: { state: 'requested' } });
    expect(await step<Problem>(id, 'arrange', { officerId: OFFICER_A })).toMatchObject({ status: 409 });
    await step(id, 'contacted');
    expect(await step<Problem>(id, 'contacted')).toMatchObject({ status: 409, body: { state: 'contacted' } });
    const wrong: [object, string][] = [
      [{ startAt: agreed.endAt, endAt: agreed.startAt }, 'agreed-time-out-of-order'],
      [{ startAt: at('2026-11-22T23:50'), endAt: at('2026-11-23T00:10') }, 'agreed-time-out-of-order'],
      [{ startAt: at('2026-11-20T10:00'), endAt: at('2026-11-20T10:30') }, 'agreed-time-in-the-past'],
      [{ ...agreed, siteId: '0190a000-0000-7000-8000-000000000999' }, 'no-such-site'],
    ];
    for (const [body, rule] of wrong) {
      expect(await step<Problem>(id, 'agree', body)).toMatchObject({ status: 422, body: { rule } });
    }
    expect((await step('0190a000-0000-7000-8000-000000000999', 'serve')).status).toBe(404);
    const nowhere = await filed({ siteId: undefined, itemCode: PROPERTY });
    await step(nowhere.id, 'contacted');
    expect(await step<Problem>(nowhere.id, 'agree', agreed)).toMatchObject({ body: { rule: 'site-needed' } });
    expect((await step(nowhere.id, 'agree', { ...agreed, siteId: HALL })).status).toBe(200);
  });

  it('has an officer of the site who is there and not on duty for another citizen', async () => {
    const ready = async (over: object): Promise<string> => {
      const { id } = await filed(over);
      await step(id, 'contacted');
      await step(id, 'agree', { ...agreed, ...('siteId' in over ? {} : { siteId: HALL }) });
      return id;
    };
    const [one, two, township] = [
      await ready({}),
      await ready({ itemCode: PROPERTY }),
      await ready({ siteId: TOWNSHIP, contact: { ...contact, phone: '13912345678' } }),
    ];
    const arrange = (id: string, officerId: string): Promise<Answer<Problem>> => step(id, 'arrange', { officerId });
    expect(await arrange(township, OFFICER_A)).toMatchObject({ status: 422, body: { rule: 'officer-elsewhere' } });
    expect(await arrange(one, '0190a000-0000-7000-8000-000000000999')).toMatchObject({
      body: { rule: 'officer-unknown' },
    });
    const answers = await Promise.all([arrange(one, OFFICER_A), arrange(two, OFFICER_A)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.rule).toBe('officer-taken');
    await dataSource.query(
      `INSERT INTO absence (id, officer_id, from_day, to_day, reason, reported_at)
       VALUES (gen_random_uuid(), $1, '2026-11-22', '2026-11-22', '病假', now())`,
      [OFFICER_B],
    );
    expect(await arrange(two, OFFICER_B)).toMatchObject({ body: { rule: 'officer-absent' } });
  });

  it('shows number and name to staff only with a reason, which stays in the ledger', async () => {
    const { id, ...row } = await filed();
    expect(row).toMatchObject({ phoneMasked: '138****5678', named: true });
    expect(JSON.stringify(row)).not.toMatch(/13812345678|张三|sealed/);
    expect((await step(id, 'contact/reveal')).status).toBe(400);
    const revealed = await step<RevealedRequesterDto>(id, 'contact/reveal', { reason: '按约定回电' });
    expect(revealed.body).toEqual({ name: '张三', phone: '13812345678' });
    expect(await calls.done('contact-request', id)).toEqual(['requested', 'contact_revealed']);
    const leader = await calls.send(staff('leader'), 'POST', `/contact-requests/${id}/contact/reveal`, {
      body: { reason: '按约定回电' },
    });
    expect(leader.status).toBe(403);
  });

  it('lists whom to contact first at the top, page by page', async () => {
    for (let n = 0; n < 5; n++) {
      clock.advance({ minutes: -10 });
      await file({ contact: { ...contact, phone: `1381234000${n}` } });
    }
    const seen: ContactRequestRow[] = [];
    let after: string | null = null;
    do {
      const page: ContactRequestPage = await list({ limit: '2', ...(after === null ? {} : { after }) });
      seen.push(...page.items);
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(5);
    expect(seen.map(({ contactDueAt }) => contactDueAt)).toEqual(
      seen.map(({ contactDueAt }) => contactDueAt).toSorted(),
    );
    expect((await calls.send(CLERK, 'GET', '/contact-requests', { query: { after: 'x' } })).status).toBe(400);
    expect((await list({ site: TOWNSHIP })).items).toEqual([]);
  });

  it('by text message (人工) starts one clock, however often it is asked for', async () => {
    const requests = service.apps[0]?.get(ContactRequests);
    const ask = () =>
      dataSource.transaction((em) => {
        if (!requests) throw new Error('one process is needed');
        const caller = { phone: '+8613812345678', language: 'zh-CN' } as const;
        return requests.request(em, { kind: 'callback', channel: 'sms', contact: caller }, { kind: 'citizen' });
      });
    const [first, again] = [await ask(), await ask()];
    expect(first.isNew).toBe(true);
    expect(again).toMatchObject({ id: first.id, code: first.code, isNew: false });
    const [row] = (await list()).items;
    expect(row).toMatchObject({ kind: 'callback', channel: 'sms', named: false, siteId: null });
    await step(first.id, 'contacted');
    expect((await step(first.id, 'serve')).body).toMatchObject({ state: 'served' });
  });
});
