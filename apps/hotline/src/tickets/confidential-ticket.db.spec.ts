import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@app/common/auth/actor.js';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { TicketDissatisfied } from '@app/common/contracts/hotline.events.js';
import { withoutRandom } from '@app/common/testing/without-random.js';
import type { RegisteredTicketDto } from '../registration/registration.dto.js';
import { HotlineUnderTest, PEOPLE } from '../testing/hotline-under-test.fixture.js';
import { request, TicketWay } from '../testing/ticket-way.fixture.js';
import { TicketSummaryAnswers } from './ticket-summary.answers.js';
import type { TicketPageDto } from './ticket.dto.js';

const NAME = '司马不言';
const PHONE = '13566667777';
const MATTER = '某所长收受礼金';
/** What would tell who it was: the name, the number, its last digits. */
const IDENTITY = /司马|不言|13566667777|6666-?7777|7777/;

describe('a confidential report', () => {
  let hotline: HotlineUnderTest;
  let way: TicketWay;
  let ticket: RegisteredTicketDto;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
    way = new TicketWay(hotline);
    const elements = {
      ...request().elements,
      who: `举报人${NAME}与某所长`,
      what: `${MATTER}，我是${NAME}，请回电${PHONE}`,
      result: `联系 135-6666-7777`,
    };
    ticket = await way.registered({
      kind: 'report',
      elements,
      contact: { name: NAME, phone: PHONE, language: 'zh-CN' },
    });
  });
  afterAll(() => hotline.close());

  const bodies = async (actor: StaffActor, phoneQuery = PHONE): Promise<string> => {
    const answers = [
      await hotline.send(actor, 'GET', '/tickets'),
      await hotline.send(actor, 'GET', '/tickets', { query: { q: phoneQuery } }),
      await hotline.send(actor, 'GET', '/tickets', { query: { q: ticket.number } }),
      await hotline.send(actor, 'GET', '/tickets', { query: { q: '所长' } }),
      await hotline.send(actor, 'GET', `/tickets/${ticket.id}`),
      await hotline.send(actor, 'GET', `/tickets/${ticket.id}/ledger`),
      await hotline.send(actor, 'POST', `/tickets/${ticket.id}/contact/reveal`, { body: { reason: '想知道是谁' } }),
    ];
    return JSON.stringify(answers.map(({ body }) => body));
  };

  const search = async (actor: StaffActor, q: string): Promise<number> => {
    const { body } = await hotline.send<TicketPageDto>(actor, 'GET', '/tickets', { query: { q } });
    return body.items.length;
  };
  const reveal = (actor: StaffActor) =>
    hotline.send(actor, 'POST', `/tickets/${ticket.id}/contact/reveal`, { body: { reason: '核实举报内容' } });

  it('shows the operator a row without content, and no one who it was', async () => {
    const text = await bodies(PEOPLE.operator);
    expect(text).toContain(ticket.number);
    expect(text).not.toContain(MATTER);
    expect(withoutRandom(text)).not.toMatch(IDENTITY);
    const detail = await way.read(PEOPLE.operator, ticket.id);
    expect(detail).toMatchObject({ subject: '', elements: null, contactMasked: { name: null, phone: null } });
    expect(detail.allowed).toEqual(['dispatch']);
  });

  it('does not exist for supervisor and leader', async () => {
    for (const actor of [PEOPLE.supervisor, PEOPLE.leader]) {
      const text = await bodies(actor);
      expect(text).not.toContain(ticket.number);
      expect(text).not.toContain(MATTER);
      expect(withoutRandom(text)).not.toMatch(IDENTITY);
    }
  });

  it('is not found by the phone or by words by those who may not see them', async () => {
    for (const q of [PHONE, '所长']) {
      expect(await search(PEOPLE.operator, q)).toBe(0);
      expect(await search(PEOPLE.inspector, q)).toBe(1);
    }
  });

  it('tells the unit the matter and never who it was, in any answer on its whole way', async () => {
    await way.step(PEOPLE.inspector, ticket.id, 'dispatch', {
      unitId: DEMO_UNITS.housing,
      note: `举报人${NAME}（${PHONE}）要求保密`,
    });
    const seen: string[] = [await bodies(PEOPLE.handler), await bodies(PEOPLE.head)];
    expect(seen[0]).toContain(MATTER);
    seen.push(JSON.stringify(await way.step(PEOPLE.handler, ticket.id, 'accept')));
    await hotline.send(PEOPLE.inspector, 'POST', `/tickets/${ticket.id}/contact/reveal`, {
      body: { reason: `核实${NAME}的举报` },
    });
    seen.push(await bodies(PEOPLE.handler));
    seen.push(JSON.stringify(await way.step(PEOPLE.handler, ticket.id, 'reply', { text: '已立案调查。' })));
    const rating = { number: ticket.number, code: ticket.queryCode, score: 1, comment: `我${NAME}不满意，${PHONE}` };
    const rated = await hotline.send(null, 'POST', '/citizen/ratings', { body: rating });
    expect(rated.status).toBe(201);
    seen.push(await bodies(PEOPLE.handler), await bodies(PEOPLE.head));
    for (const text of seen) expect(withoutRandom(text)).not.toMatch(IDENTITY);
  });

  it('goes out to the other services without content', async () => {
    const [event] = await hotline.told(TicketDissatisfied, ticket.id);
    expect(event).toMatchObject({ confidential: true, subject: '' });
    const summary = await hotline.app.get(TicketSummaryAnswers).summary({ ticketId: ticket.id });
    expect(summary).toMatchObject({ confidential: true, subject: '', lastReply: '', unitId: DEMO_UNITS.housing });
  });

  it('opens the identity to the inspector alone', async () => {
    expect(await reveal(PEOPLE.inspector)).toMatchObject({ status: 200, body: { name: NAME, phone: PHONE } });
    for (const actor of [PEOPLE.operator, PEOPLE.handler, PEOPLE.head]) {
      expect((await reveal(actor)).status).toBe(403);
    }
    expect((await reveal(PEOPLE.supervisor)).status).toBe(404);
    expect((await reveal(PEOPLE.leader)).status).toBe(403);
  });
});
