import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SmsReceived, SmsRequested, type SmsRequestedPayload } from '@app/common/contracts/gateway.events.js';
import { ReviewAsked, ReviewDecided, TicketReopened } from '@app/common/contracts/hotline.events.js';
import { newId } from '@app/common/persistence/id.js';
import { staff } from '@app/common/testing/test-sessions.js';
import type { TicketProgressDto } from '../citizens/citizen.dto.js';
import type { RegisteredTicketDto } from '../registration/registration.dto.js';
import { HotlineUnderTest, PEOPLE } from '../testing/hotline-under-test.fixture.js';
import { TicketWay } from '../testing/ticket-way.fixture.js';
import type { TicketLedgerPageDto, TicketPageDto } from '../tickets/ticket.dto.js';

jest.setTimeout(60_000);

const BASIS = '《信访工作条例》第二十条';

describe('a review (复议)', () => {
  let hotline: HotlineUnderTest;
  let way: TicketWay;
  let phones = 0;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
    way = new TicketWay(hotline);
  });
  afterAll(() => hotline.close());

  const newPhone = (): string => {
    phones += 1;
    return `+86135${String(phones).padStart(8, '0')}`;
  };
  const contactOf = (phone: string) => ({ name: null, phone, language: 'zh-CN' }) as const;
  const refused = async (phone = newPhone(), over: object = {}): Promise<RegisteredTicketDto> => {
    const ticket = await way.registered({ contact: contactOf(phone), ...over });
    await way.step(PEOPLE.operator, ticket.id, 'refuse', { legalBasis: BASIS });
    return ticket;
  };
  const ask = ({ number, queryCode: code }: RegisteredTicketDto, reason = '法规理解有误', key?: string) =>
    hotline.send<TicketProgressDto>(null, 'POST', '/citizen/reviews', { body: { number, code, reason }, key });
  const send = (phone: string, text: string, id = newId()): Promise<void> =>
    hotline.hear(
      SmsReceived,
      phone,
      { providerId: id, sealedFrom: hotline.box.seal(phone), text, receivedAt: hotline.clock.now().toISOString() },
      id,
    );
  /** What a phone was told of reviews, and the line of help. */
  const received = async (phone: string): Promise<unknown[]> => {
    const rows = await hotline.dataSource.query<{ payload: SmsRequestedPayload }[]>(
      'SELECT payload FROM outbox WHERE subject = $1 ORDER BY seq',
      [SmsRequested.subject],
    );
    return rows
      .filter(({ payload }) => hotline.box.open(payload.sealedTo) === phone)
      .map(({ payload }) => [payload.template, JSON.parse(hotline.box.open(payload.sealedValues))])
      .filter(([template]) => /review|not_understood/.test(template));
  };
  const ledger = async (id: string): Promise<string[]> => {
    const { body } = await hotline.send<TicketLedgerPageDto>(PEOPLE.inspector, 'GET', `/tickets/${id}/ledger`);
    return body.items.map(({ action }) => action);
  };
  const waiting = async (): Promise<string[]> => {
    const query = { review: 'asked', limit: '100' };
    const { body } = await hotline.send<TicketPageDto>(PEOPLE.supervisor, 'GET', '/tickets', { query });
    return body.items.map(({ id }) => id);
  };

  it('of a refusal is asked for by text message, once whatever the duplicates', async () => {
    const phone = newPhone();
    const { id, number, queryCode } = await refused(phone);
    const message = newId();
    for (const each of [message, message, newId()]) await send(phone, `申诉 ${queryCode} 法规理解有误`, each);
    expect(await received(phone)).toEqual([
      ['review_asked', { number }],
      ['review_asked', { number }],
    ]);
    expect(await hotline.told(ReviewAsked, id)).toMatchObject([{ number }]);
    expect((await ledger(id)).filter((action) => action === 'review_asked')).toHaveLength(1);
    const detail = await way.read(PEOPLE.supervisor, id);
    expect(detail).toMatchObject({
      state: 'refused',
      reviewAsked: true,
      review: { via: 'sms', reason: '法规理解有误', outcome: null },
    });
    expect(detail.allowed).toEqual(expect.arrayContaining(['uphold', 'set_aside']));
    expect(await waiting()).toContain(id);
  });

  it('is for the ticket’s own phone, with a reason, and once it is struck off', async () => {
    const [phone, stranger] = [newPhone(), newPhone()];
    const { id, queryCode } = await refused(phone);
    await send(stranger, `申诉 ${queryCode} 没有解决`);
    expect(await received(stranger)).toEqual([['not_understood', {}]]);
    await send(phone, `APPEAL ${queryCode}`);
    expect(await received(phone)).toEqual([['review_reason', {}]]);
    const open = await way.dispatched({ contact: contactOf(phone) });
    await send(phone, `申诉 ${open.number} 太慢`);
    expect((await received(phone)).at(-1)).toEqual(['review_not_open', { number: open.number }]);
    expect(await ask(open)).toMatchObject({ status: 409, body: { state: 'dispatched' } });
    expect((await way.read(PEOPLE.supervisor, id)).review).toBeNull();
    expect((await way.read(PEOPLE.supervisor, open.id)).review).toBeNull();
  });

  it('is asked for on the web with number and query code, once however fast', async () => {
    const ticket = await refused();
    const [first, again] = [await ask(ticket, '请再看', ticket.number), await ask(ticket, '请再看', ticket.number)];
    expect(first).toMatchObject({
      status: 201,
      body: { state: 'refused', mayAskReview: false, review: { outcome: null } },
    });
    expect(again).toMatchObject({ status: 201, body: first.body });
    const other = await refused();
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(other)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
    expect((await ask({ ...other, queryCode: 'AAAAAA' })).status).toBe(404);
    expect((await ask(await refused(), ' ')).status).toBe(400);
  });

  it('upheld stands, is told, and is not asked for again', async () => {
    const phone = newPhone();
    const ticket = await refused(phone);
    await ask(ticket);
    const detail = await way.step(PEOPLE.supervisor, ticket.id, 'review/uphold', { reason: '不属受理范围' });
    expect(detail).toMatchObject({
      state: 'refused',
      reviewAsked: false,
      review: { outcome: 'upheld', decisionReason: '不属受理范围' },
    });
    expect(detail.allowed).not.toContain('uphold');
    expect(await received(phone)).toEqual([['review_upheld', { number: ticket.number }]]);
    expect(await hotline.told(ReviewDecided, ticket.id)).toMatchObject([{ outcome: 'upheld' }]);
    const { number, queryCode: code } = ticket;
    const { body } = await hotline.send<TicketProgressDto>(null, 'POST', '/citizen/lookup', { body: { number, code } });
    expect(body).toMatchObject({ mayAskReview: false, review: { outcome: 'upheld', reason: '不属受理范围' } });
    expect(await ask(ticket)).toMatchObject({ status: 409, body: { type: '/problems/already-reviewed' } });
    await send(phone, `申诉 ${code} 还是不服`);
    expect((await received(phone)).at(-1)).toEqual(['review_not_open', { number }]);
    expect(await waiting()).not.toContain(ticket.id);
  });

  it('set aside opens the ticket again, with a clock; struck off anew, it may be reviewed anew', async () => {
    const phone = newPhone();
    const ticket = await refused(phone);
    await ask(ticket);
    const reopened = await way.step(PEOPLE.supervisor, ticket.id, 'review/set-aside', { reason: '应当受理' });
    expect(reopened).toMatchObject({ state: 'reopened', closedAt: null, clock: { state: 'running' } });
    expect(reopened).toMatchObject({ reviewAsked: false, review: { outcome: 'set_aside' } });
    expect(reopened.allowed).toContain('dispatch');
    expect(await hotline.told(TicketReopened, ticket.id)).toHaveLength(1);
    expect(await received(phone)).toEqual([['review_set_aside', { number: ticket.number }]]);
    expect((await ledger(ticket.id)).slice(-2)).toEqual(['review_asked', 'review_set_aside']);
    hotline.clock.advance({ minutes: 5 });
    await way.step(PEOPLE.supervisor, ticket.id, 'answer', { text: '已当面说明。' });
    expect((await ask(ticket)).status).toBe(201);
  });

  it('of a closed ticket that a unit had handled goes its whole way again', async () => {
    const ticket = await way.replied({ contact: contactOf(newPhone()) });
    const { number, queryCode: code } = ticket;
    await hotline.send(null, 'POST', '/citizen/ratings', { body: { number, code, score: 5 } });
    expect((await ask(ticket, '又坏了')).status).toBe(201);
    await way.step(PEOPLE.supervisor, ticket.id, 'review/set-aside', { reason: '确实又坏' });
    const { unitId } = await way.read(PEOPLE.supervisor, ticket.id);
    await way.step(PEOPLE.operator, ticket.id, 'dispatch', { unitId });
    await way.step(PEOPLE.handler, ticket.id, 'accept');
    await way.step(PEOPLE.handler, ticket.id, 'reply', { text: '已重新修复。' });
    expect((await way.read(PEOPLE.supervisor, ticket.id)).state).toBe('replied');
  });

  it('is settled by itself when a low rating opens the ticket before it is decided', async () => {
    const ticket = await way.registered();
    await way.step(PEOPLE.operator, ticket.id, 'answer', { text: '请看网站。' });
    await ask(ticket);
    const { number, queryCode: code } = ticket;
    await hotline.send(null, 'POST', '/citizen/ratings', { body: { number, code, score: 1 } });
    expect(await way.read(PEOPLE.supervisor, ticket.id)).toMatchObject({
      state: 'reopened',
      reviewAsked: false,
      review: { outcome: 'set_aside', decisionReason: null },
    });
  });

  it('is decided by the supervisor, once, on what they have read; of a confidential report by the inspector', async () => {
    const ticket = await refused();
    const body = { reason: '不属受理范围' };
    const { version } = await way.read(PEOPLE.supervisor, ticket.id);
    expect((await way.try(PEOPLE.supervisor, ticket.id, 'review/uphold', version, body)).status).toBe(409);
    await ask(ticket);
    expect((await way.try(PEOPLE.supervisor, ticket.id, 'review/uphold', version, body)).status).toBe(412);
    expect((await way.try(PEOPLE.inspector, ticket.id, 'review/uphold', version + 1, body)).status).toBe(403);
    expect((await way.try(PEOPLE.supervisor, ticket.id, 'review/uphold', version + 1, {})).status).toBe(400);
    const both = await Promise.all(
      ['review/uphold', 'review/set-aside'].map((step) =>
        way.try(PEOPLE.supervisor, ticket.id, step, version + 1, body),
      ),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const secret = await way.registered({ kind: 'report' });
    await way.step(PEOPLE.inspector, secret.id, 'refuse', { legalBasis: BASIS });
    await ask(secret);
    expect(await waiting()).not.toContain(secret.id);
    const inspected = await way.step(staff('inspector'), secret.id, 'review/set-aside', body);
    expect(inspected.state).toBe('reopened');
  });

  it('of what a supervisor or an inspector decided themselves is another’s to decide', async () => {
    const body = { reason: '不属受理范围' };
    for (const [kind, decider, other] of [
      ['help', PEOPLE.supervisor, staff('supervisor')],
      ['report', PEOPLE.inspector, staff('inspector')],
    ] as const) {
      const ticket = await way.registered({ kind });
      await way.step(decider, ticket.id, 'refuse', { legalBasis: BASIS });
      await ask(ticket);
      const own = await way.read(decider, ticket.id);
      expect(own).toMatchObject({ reviewAsked: true, review: { outcome: null, ownDecision: true } });
      expect(own.allowed).toEqual(['reveal']);
      for (const step of ['review/uphold', 'review/set-aside']) {
        expect(await way.try(decider, ticket.id, step, own.version, body)).toMatchObject({
          status: 403,
          body: { type: '/problems/own-decision', title: '不能审核自己的处理' },
        });
      }
      expect(await way.read(decider, ticket.id)).toMatchObject({ version: own.version, review: { outcome: null } });
      const others = await way.read(other, ticket.id);
      expect(others.review).toMatchObject({ ownDecision: false });
      expect(others.allowed).toEqual(expect.arrayContaining(['uphold', 'set_aside']));
      const decided = await way.step(other, ticket.id, 'review/uphold', body);
      expect(decided).toMatchObject({ state: 'refused', review: { outcome: 'upheld', ownDecision: false } });
      expect((await way.read(decider, ticket.id)).review).toMatchObject({ ownDecision: false });
    }
  });
});
