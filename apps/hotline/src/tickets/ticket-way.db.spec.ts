import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { SmsRequested } from '@app/common/contracts/gateway.events.js';
import { TicketClosed, TicketDispatched, TicketReplied } from '@app/common/contracts/hotline.events.js';
import { newId } from '@app/common/persistence/id.js';
import { HotlineUnderTest, MONDAY_NINE, PEOPLE } from '../testing/hotline-under-test.fixture.js';
import { TicketWay } from '../testing/ticket-way.fixture.js';
import type { TicketLedgerPageDto, TicketPageDto } from './ticket.dto.js';

describe('a ticket on its way', () => {
  let hotline: HotlineUnderTest;
  let way: TicketWay;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
    way = new TicketWay(hotline);
  });
  beforeEach(() => hotline.clock.set(MONDAY_NINE));
  afterAll(() => hotline.close());

  const ledger = async (id: string): Promise<string[]> => {
    const page = await hotline.send<TicketLedgerPageDto>(PEOPLE.inspector, 'GET', `/tickets/${id}/ledger`);
    return page.body.items.map(({ action }) => action);
  };

  const list = async (query: Record<string, string>): Promise<TicketPageDto> =>
    (await hotline.send<TicketPageDto>(PEOPLE.operator, 'GET', '/tickets', { query })).body;

  it('is dispatched with a clock from its service item, counted in working days from the dispatch', async () => {
    const { id } = await way.registered();
    hotline.clock.set('2026-11-23T11:00:00+08:00');
    const detail = await way.step(PEOPLE.operator, id, 'dispatch', { unitId: DEMO_UNITS.housing, note: '请尽快' });
    expect(detail).toMatchObject({ state: 'dispatched', version: 2, unitNameZh: '住建局', note: '请尽快' });
    expect(detail.replyDueAt).toBe(new Date('2026-11-30T17:30:00+08:00').toISOString());
    expect(detail.clocks).toMatchObject([
      { kind: 'transfer', state: 'done' },
      { kind: 'accept', state: 'running', dueAt: new Date('2026-11-25T17:30:00+08:00').toISOString() },
      { kind: 'reply', state: 'running' },
    ]);
    expect(await hotline.told(TicketDispatched, id)).toEqual([
      expect.objectContaining({ unitId: DEMO_UNITS.housing, replyDueAt: detail.replyDueAt }),
    ]);
  });

  it('is accepted and replied by its unit; the citizen is asked for a rating', async () => {
    const { id, number } = await way.replied();
    const detail = await way.read(PEOPLE.handler, id);
    expect(detail).toMatchObject({ state: 'replied', reply: { how: 'reply', inTime: true }, allowed: ['reveal'] });
    expect(await hotline.told(TicketReplied, id)).toEqual([expect.objectContaining({ number, inTime: true })]);
    const messages = await hotline.told(SmsRequested, id);
    expect(messages.map(({ template }) => template)).toEqual(['registered', 'rating']);
    expect(await ledger(id)).toEqual(['registered', 'dispatched', 'accepted', 'replied']);
  });

  it('answered on the spot is struck off', async () => {
    const { id } = await way.registered();
    const detail = await way.step(PEOPLE.operator, id, 'answer', { text: '可以在大厅二楼办理。' });
    expect(detail).toMatchObject({ state: 'answered', clock: { state: 'done' } });
    expect(await hotline.told(TicketClosed, id)).toEqual([expect.objectContaining({ how: 'answered' })]);
  });

  it('refused is struck off with its legal basis', async () => {
    const { id } = await way.registered();
    const detail = await way.step(PEOPLE.supervisor, id, 'refuse', { legalBasis: '《信访工作条例》第三十一条' });
    expect(detail).toMatchObject({ state: 'refused', reply: { how: 'refusal' } });
    expect(await hotline.told(TicketClosed, id)).toEqual([expect.objectContaining({ how: 'refused' })]);
  });

  it('returned goes on with the time it had left when the supervisor sends it back', async () => {
    const { id } = await way.accepted();
    hotline.clock.set('2026-11-24T09:00:00+08:00');
    const returned = await way.step(PEOPLE.handler, id, 'return', { reason: '不属于我局职责' });
    expect(returned).toMatchObject({ state: 'returned', note: '不属于我局职责', replyDueAt: null });
    expect(returned.clocks.find(({ kind }) => kind === 'reply')?.state).toBe('stopped');
    expect(
      await way.try(PEOPLE.operator, id, 'dispatch', returned.version, { unitId: DEMO_UNITS.labour }),
    ).toMatchObject({
      status: 403,
    });
    hotline.clock.set('2026-11-25T09:00:00+08:00');
    const back = await way.step(PEOPLE.supervisor, id, 'dispatch', { unitId: DEMO_UNITS.housing });
    // Five working days less the one day that had run; the day it was returned does not count.
    expect(back.replyDueAt).toBe(new Date('2026-12-01T17:30:00+08:00').toISOString());
  });

  it('returned and sent to another unit gets that unit’s full time', async () => {
    const { id } = await way.dispatched();
    await way.step(PEOPLE.head, id, 'return', { reason: '应由人社局办理' });
    hotline.clock.set('2026-11-24T09:00:00+08:00');
    const detail = await way.step(PEOPLE.supervisor, id, 'dispatch', { unitId: DEMO_UNITS.labour });
    expect(detail.replyDueAt).toBe(new Date('2026-12-01T17:30:00+08:00').toISOString());
    expect((await way.read(PEOPLE.stranger, id)).state).toBe('dispatched');
    expect((await hotline.send(PEOPLE.handler, 'GET', `/tickets/${id}`)).status).toBe(404);
  });

  it('does nothing in a state that does not allow it', async () => {
    const { id } = await way.dispatched();
    const before = await ledger(id);
    const answer = await way.try(PEOPLE.handler, id, 'reply', 2, { text: '已办。' });
    expect(answer).toMatchObject({
      status: 409,
      body: { state: 'dispatched', allowed: expect.arrayContaining(['accepted']) },
    });
    expect(await way.read(PEOPLE.handler, id)).toMatchObject({ state: 'dispatched', version: 2, reply: null });
    expect(await ledger(id)).toEqual(before);
  });

  it('does nothing for who has read an older version', async () => {
    const { id } = await way.dispatched();
    expect(await way.try(PEOPLE.handler, id, 'accept', 1)).toMatchObject({ status: 412, body: { current: 2 } });
    expect(await way.read(PEOPLE.handler, id)).toMatchObject({ state: 'dispatched', version: 2 });
    const missing = await hotline.send(PEOPLE.handler, 'POST', `/tickets/${id}/accept`, { body: {} });
    expect(missing.status).toBe(428);
  });

  it('accepted by two people at once is accepted once', async () => {
    const { id } = await way.dispatched();
    const answers = await Promise.all([
      way.try(PEOPLE.handler, id, 'accept', 2),
      way.try(PEOPLE.head, id, 'accept', 2),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('cannot be dispatched to who does not handle requests, or no more', async () => {
    const { id } = await way.registered();
    for (const unitId of [DEMO_UNITS.hotline, DEMO_UNITS.transport, newId()]) {
      expect(await way.try(PEOPLE.operator, id, 'dispatch', 1, { unitId })).toMatchObject({
        status: 422,
        body: { rule: 'not-a-handling-unit' },
      });
    }
    expect(await way.read(PEOPLE.operator, id)).toMatchObject({ state: 'registered', version: 1 });
  });

  it('is nothing to other units', async () => {
    const { id } = await way.dispatched();
    expect((await hotline.send(PEOPLE.stranger, 'GET', `/tickets/${id}`)).status).toBe(404);
    expect((await hotline.send(PEOPLE.stranger, 'GET', `/tickets/${id}/ledger`)).status).toBe(404);
    expect((await way.try(PEOPLE.stranger, id, 'accept', 2)).status).toBe(404);
    const { body } = await hotline.send<TicketPageDto>(PEOPLE.stranger, 'GET', '/tickets', { query: { limit: '100' } });
    expect(body.items.some((row) => row.id === id)).toBe(false);
    expect(body.items.every((row) => row.unitId === DEMO_UNITS.labour)).toBe(true);
  });

  it('reveals who filed it only with a reason, which stands in the ledger', async () => {
    const { id } = await way.dispatched({ contact: { name: '李四', phone: '13711112222', language: 'zh-CN' } });
    expect((await way.read(PEOPLE.operator, id)).contactMasked).toEqual({ name: '李*', phone: '137****2222' });
    const reveal = (reason: string) =>
      hotline.send(PEOPLE.handler, 'POST', `/tickets/${id}/contact/reveal`, { body: { reason } });
    expect((await reveal('')).status).toBe(400);
    expect(await reveal('联系市民看现场')).toMatchObject({ status: 200, body: { name: '李四', phone: '13711112222' } });
    const page = await hotline.send<TicketLedgerPageDto>(PEOPLE.operator, 'GET', `/tickets/${id}/ledger`);
    expect(page.body.items.at(-1)).toMatchObject({ action: 'contact_revealed', reason: '联系市民看现场' });
  });

  it('is found by number, by phone and by words, on pages that neither repeat nor leave out', async () => {
    const contact = { name: null, phone: '13699998888', language: 'zh-CN' } as const;
    const made = [];
    for (let i = 0; i < 5; i++) {
      hotline.clock.advance({ minutes: 1 });
      made.push(await way.registered({ contact }));
    }
    expect((await list({ q: made[0]?.number ?? '' })).items.map(({ id }) => id)).toEqual([made[0]?.id]);
    expect((await list({ q: '坑洼' })).items.length).toBeGreaterThanOrEqual(5);
    expect((await list({ q: '100%' })).items).toEqual([]);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: TicketPageDto = await list({ q: '136 9999 8888', limit: '2', ...(after ? { after } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(made.map(({ id }) => id).toReversed());
  });
});
