import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ticketNumber } from '../registration/domain/ticket-number.js';
import { HotlineUnderTest, MONDAY_NINE } from '../testing/hotline-under-test.fixture.js';
import { TicketWay } from '../testing/ticket-way.fixture.js';
import type { TicketProgressDto } from './citizen.dto.js';

describe('looking up the own ticket', () => {
  let hotline: HotlineUnderTest;
  let way: TicketWay;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
    way = new TicketWay(hotline);
  });
  beforeEach(() => hotline.clock.set(MONDAY_NINE));
  afterAll(() => hotline.close());

  const lookUp = (number: string, code: string) =>
    hotline.send<TicketProgressDto>(null, 'POST', '/citizen/lookup', { body: { number, code } });

  it('shows how it stands and what has happened, in whatever width the code is typed', async () => {
    const { number, queryCode } = await way.replied();
    const { status, body } = await lookUp(` ${number} `, queryCode.toLowerCase().normalize('NFKC'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ number, state: 'replied', unitNameZh: '住建局', mayRate: true, rating: null });
    expect(body.reply?.text).toBe('已派人修复，请查看。');
    expect(body.steps.map(({ state }) => state)).toEqual(['registered', 'dispatched', 'accepted', 'replied']);
  });

  it('tells nothing of who filed it, nor of who works on it', async () => {
    const { number, queryCode } = await way.replied({
      contact: { name: '诸葛亮', phone: '13312344321', language: 'en' },
    });
    expect(JSON.stringify((await lookUp(number, queryCode)).body)).not.toMatch(/诸葛|4321|handler|operator/);
  });

  it('answers a wrong code and a number that does not exist alike', async () => {
    const { number } = await way.registered();
    const wrong = await lookUp(number, 'AAAAAA');
    const none = await lookUp(ticketNumber(2026, 999_999n), 'AAAAAA');
    const mistyped = await lookUp('123456789', 'AAAAAA');
    const shape = ({ status, body }: typeof wrong): unknown => ({
      status,
      body: Object.assign({}, body, { traceId: undefined }),
    });
    expect(wrong.status).toBe(404);
    expect(shape(none)).toEqual(shape(wrong));
    expect(shape(mistyped)).toEqual(shape(wrong));
  });

  it('is closed for an hour after ten wrong codes, for the right one too, through a restart', async () => {
    const { number, queryCode } = await way.registered();
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await lookUp(number, 'AAAAAA')).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 404), 429]);
    await hotline.restart();
    const closed = await lookUp(number, queryCode);
    expect(closed).toMatchObject({ status: 429, headers: { 'retry-after': '3600' } });
    hotline.clock.advance({ minutes: 61 });
    expect((await lookUp(number, queryCode)).status).toBe(200);
  });

  it('counts guesses side by side as surely as one by one', async () => {
    const { number } = await way.registered();
    const answers = await Promise.all(Array.from({ length: 30 }, () => lookUp(number, 'AAAAAA')));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
  });

  it('is not used up by looking often with the right code', async () => {
    const { number, queryCode } = await way.registered();
    for (let i = 0; i < 15; i++) expect((await lookUp(number, queryCode)).status).toBe(200);
  });
});
