import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TicketClosed, TicketDissatisfied, TicketReopened } from '@app/common/contracts/hotline.events.js';
import type { TicketProgressDto } from '../citizens/citizen.dto.js';
import type { FiledTicketDto } from '../registration/registration.dto.js';
import { HotlineUnderTest, PEOPLE } from '../testing/hotline-under-test.fixture.js';
import { TicketWay } from '../testing/ticket-way.fixture.js';

describe('a citizen’s rating', () => {
  let hotline: HotlineUnderTest;
  let way: TicketWay;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
    way = new TicketWay(hotline);
  });
  afterAll(() => hotline.close());

  const rate = ({ number, queryCode }: FiledTicketDto, score: number, comment?: string) =>
    hotline.send<TicketProgressDto>(null, 'POST', '/citizen/ratings', {
      body: { number, code: queryCode, score, comment },
    });

  it('of 3 and more strikes the ticket off', async () => {
    const ticket = await way.replied();
    const { status, body } = await rate(ticket, 3, '还行');
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'closed', mayRate: false, rating: { score: 3, comment: '还行' } });
    expect(await hotline.told(TicketClosed, ticket.id)).toEqual([expect.objectContaining({ how: 'satisfied' })]);
    expect(await hotline.told(TicketDissatisfied, ticket.id)).toEqual([]);
  });

  it('of 1 or 2 is told to the interviews', async () => {
    const ticket = await way.replied();
    expect((await rate(ticket, 2)).body.state).toBe('dissatisfied');
    expect(await hotline.told(TicketDissatisfied, ticket.id)).toEqual([
      expect.objectContaining({ score: 2, confidential: false, subject: '路面坑洼积水' }),
    ]);
  });

  it('is given once, however often and however fast it is sent', async () => {
    const ticket = await way.replied();
    const answers = await Promise.all([1, 5, 4, 2].map((score) => rate(ticket, score)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      type: expect.stringContaining('already-rated'),
    });
  });

  it('sent again with its key is answered as the first time', async () => {
    const { number, queryCode: code } = await way.replied();
    const send = () =>
      hotline.send<TicketProgressDto>(null, 'POST', '/citizen/ratings', {
        body: { number, code, score: 2 },
        key: number,
      });
    const [first, again] = [await send(), await send()];
    expect(first).toMatchObject({ status: 201, body: { state: 'dissatisfied' } });
    expect(again).toMatchObject({ status: 201, body: first.body });
  });

  it('waits for a reply', async () => {
    const ticket = await way.accepted();
    expect(await rate(ticket, 5)).toMatchObject({ status: 409, body: { state: 'accepted' } });
  });

  it('of an answer on the spot that does not content opens the ticket again, with a clock', async () => {
    const ticket = await way.registered();
    await way.step(PEOPLE.operator, ticket.id, 'answer', { text: '请看网站。' });
    expect((await rate(ticket, 1)).body).toMatchObject({ state: 'reopened', mayRate: false });
    expect(await hotline.told(TicketReopened, ticket.id)).toHaveLength(1);
    const detail = await way.read(PEOPLE.operator, ticket.id);
    expect(detail).toMatchObject({ clock: { state: 'running' }, closedAt: null });
    expect(detail.allowed).toContain('dispatch');
    expect((await rate(ticket, 1)).status).toBe(409);
  });

  it.each([0, 6, 2.5, '5'])('of %j is none', async (score) => {
    const ticket = await way.replied();
    const { number, queryCode: code } = ticket;
    const answer = await hotline.send(null, 'POST', '/citizen/ratings', { body: { number, code, score } });
    expect(answer.status).toBe(400);
    expect((await way.read(PEOPLE.operator, ticket.id)).state).toBe('replied');
  });

  it('stands: not even the database lets it be altered', async () => {
    await rate(await way.replied(), 1);
    await expect(hotline.dataSource.query('UPDATE ticket_rating SET score = 5')).rejects.toThrow('A rating stands');
    await expect(hotline.dataSource.query('DELETE FROM ticket_rating')).rejects.toThrow('A rating stands');
  });
});
