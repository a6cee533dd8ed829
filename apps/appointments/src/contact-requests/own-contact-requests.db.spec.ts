import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AppointmentsCalls, type Answer } from '../appointments-calls.fixture.js';
import { appointmentsUnderTest, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { HALL, ID_CARD, OFFICER_A } from '../seed/small-county.fixture.js';
import { CONTACT_CLOCK } from './contact-clock.jobs.js';
import type { ContactRequestPage, ContactRequestProgressDto, FiledContactRequestDto } from './contact-request.dto.js';

jest.setTimeout(60_000);

const FRIDAY_EVENING = '2026-11-20T19:00:00+08:00';
const CLERK = staff('operator');
const SUNDAY = { wishFrom: '2026-11-22T08:00:00+08:00', wishTo: '2026-11-22T20:00:00+08:00' };
type Problem = { type: string; rule?: string; allowed?: string[] };

describe('a citizen with the code of the own request', () => {
  const clock = new FakeClock(FRIDAY_EVENING);
  let service: AppointmentsUnderTest;
  let calls: AppointmentsCalls;
  let phones = 0;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock, 2);
    calls = new AppointmentsCalls(service, clock);
  });
  beforeEach(() => clock.set(FRIDAY_EVENING));
  afterAll(() => service.close());

  const filed = async (): Promise<{ code: string; id: string }> => {
    phones += 1;
    const contact = { phone: `1380000${String(phones).padStart(4, '0')}`, language: 'zh-CN' };
    const body = { kind: 'outside-hours', itemCode: ID_CARD, siteId: HALL, contact };
    const { code } = (await calls.send<FiledContactRequestDto>(null, 'POST', '/contact-requests', { body })).body;
    const { items } = (await calls.send<ContactRequestPage>(CLERK, 'GET', '/contact-requests')).body;
    return { code, id: items.find((row) => row.code === code)?.id ?? '' };
  };
  const read = async (code: string): Promise<ContactRequestProgressDto> =>
    (await calls.send<ContactRequestProgressDto>(null, 'GET', `/contact-requests/${code}`)).body;
  const own = <T = ContactRequestProgressDto>(
    code: string,
    step: 'take-back' | 'wish',
    body = {},
  ): Promise<Answer<T>> => calls.send<T>(null, 'POST', `/contact-requests/${code}/${step}`, { body });
  const staffStep = (id: string, step: string, body: object = {}): Promise<Answer<unknown>> =>
    calls.send(CLERK, 'POST', `/contact-requests/${id}/${step}`, { body });

  it('takes it back, once: nobody is reminded to call, and the phone may ask again', async () => {
    const { code, id } = await filed();
    const answers = await Promise.all(Array.from({ length: 4 }, () => own(code.toLowerCase(), 'take-back')));
    expect(answers.map(({ status, body }) => `${status} ${body.state}`)).toEqual(Array(4).fill('200 withdrawn'));
    expect(await read(code)).toMatchObject({ state: 'withdrawn', mayWithdraw: false, mayChangeWish: false });
    expect(await calls.done('contact-request', id)).toEqual(['requested', 'withdrawn']);
    clock.set('2026-11-23T09:00:00+08:00');
    await calls.runTimers(CONTACT_CLOCK);
    expect(await calls.done('contact-request', id)).toEqual(['requested', 'withdrawn']);
  });

  it('takes back what was agreed: the officer is free again', async () => {
    const time = { startAt: '2026-11-22T10:00:00+08:00', endAt: '2026-11-22T10:30:00+08:00' };
    const [one, two] = [await filed(), await filed()];
    for (const { id } of [one, two]) {
      await staffStep(id, 'contacted');
      await staffStep(id, 'agree', time);
    }
    await staffStep(one.id, 'arrange', { officerId: OFFICER_A });
    expect(await staffStep(two.id, 'arrange', { officerId: OFFICER_A })).toMatchObject({ status: 422 });
    expect((await own(one.code, 'take-back')).status).toBe(200);
    expect(await staffStep(two.id, 'arrange', { officerId: OFFICER_A })).toMatchObject({ status: 200 });
    await staffStep(two.id, 'serve');
    expect(await own<Problem>(two.code, 'take-back')).toMatchObject({
      status: 409,
      body: { type: '/problems/wrong-state' },
    });
  });

  it('wishes for another time, or for any, until one is agreed; the clock of the contact runs on', async () => {
    const { code, id } = await filed();
    const { contactDueAt } = await read(code);
    clock.advance({ hours: 2 });
    expect((await own(code, 'wish', SUNDAY)).body).toMatchObject({
      wishFrom: '2026-11-22T00:00:00.000Z',
      wishTo: '2026-11-22T12:00:00.000Z',
      contactDueAt,
      mayChangeWish: true,
    });
    expect((await own(code, 'wish')).body).toMatchObject({ wishFrom: null, wishTo: null });
    await staffStep(id, 'contacted');
    expect((await own(code, 'wish', SUNDAY)).status).toBe(200);
    await staffStep(id, 'agree', { startAt: '2026-11-22T10:00:00+08:00', endAt: '2026-11-22T10:30:00+08:00' });
    expect(await own<Problem>(code, 'wish', SUNDAY)).toMatchObject({
      status: 409,
      body: { allowed: ['requested', 'contacted'] },
    });
    expect(await read(code)).toMatchObject({ state: 'agreed', mayWithdraw: true, mayChangeWish: false });
    expect(await calls.done('contact-request', id)).toEqual([
      'requested',
      'wish_changed',
      'wish_changed',
      'contacted',
      'wish_changed',
      'agreed',
    ]);
  });

  it('is refused with what is wrong, and nothing is changed', async () => {
    const { code } = await filed();
    const refusals: [object, number, object][] = [
      [{ wishFrom: SUNDAY.wishTo, wishTo: SUNDAY.wishFrom }, 422, { rule: 'wish-out-of-order' }],
      [{ wishTo: '2026-11-20T09:00:00+08:00' }, 422, { rule: 'wish-in-the-past' }],
      [{ wishTo: '2099-11-22T09:00:00+08:00' }, 422, { rule: 'wish-too-far-ahead' }],
      [{ wishFrom: 'tomorrow' }, 400, { type: '/problems/malformed' }],
    ];
    for (const [body, status, problem] of refusals) {
      expect(await own<Problem>(code, 'wish', body)).toMatchObject({ status, body: problem });
    }
    expect(await read(code)).toMatchObject({ wishFrom: null, wishTo: null });
    for (const other of ['QAAAAAAAAA', 'nonsense', '%00']) {
      expect((await own(other, 'take-back')).status).toBe(404);
      expect((await own(other, 'wish', SUNDAY)).status).toBe(404);
    }
  });
});
