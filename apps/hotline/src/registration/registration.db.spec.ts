import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TicketRegistered } from '@app/common/contracts/hotline.events.js';
import { SmsRequested } from '@app/common/contracts/gateway.events.js';
import { newId } from '@app/common/persistence/id.js';
import { HotlineUnderTest, PEOPLE } from '../testing/hotline-under-test.fixture.js';
import { request } from '../testing/ticket-way.fixture.js';
import { isTicketNumber } from './domain/ticket-number.js';
import type { FiledTicketDto, RegisteredTicketDto } from './registration.dto.js';

describe('registering a request', () => {
  let hotline: HotlineUnderTest;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
  });
  afterAll(() => hotline.close());

  const register = (body: object, key?: string) =>
    hotline.send<RegisteredTicketDto>(PEOPLE.operator, 'POST', '/tickets', { body, key });
  const count = async (table: string, where = 'true', values: unknown[] = []): Promise<number> => {
    const [row] = await hotline.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
      values,
    );
    return row?.n ?? 0;
  };

  it('gives number and query code, and writes ticket, contact, clock, timer, ledger and events at once', async () => {
    const { status, body, headers } = await register(request());
    expect(status).toBe(201);
    expect(headers.etag).toBe('"1"');
    expect(isTicketNumber(body.number)).toBe(true);
    expect(body.number.startsWith('26')).toBe(true);
    expect(body).toMatchObject({ state: 'registered', version: 1, missing: ['when', 'who', 'why', 'result'] });
    expect(await count('ticket_contact', 'ticket_id = $1', [body.id])).toBe(1);
    expect(await count('ticket_clock', `ticket_id = $1 AND kind = 'transfer'`, [body.id])).toBe(1);
    expect(await count('timer', 'key LIKE $1', [`${body.id}/%`])).toBe(1);
    expect(await count('ledger', `item_id = $1 AND action = 'registered'`, [body.id])).toBe(1);
    expect(await hotline.told(TicketRegistered, body.id)).toEqual([
      expect.objectContaining({ number: body.number, kind: 'help', confidential: false }),
    ]);
    const [sms] = await hotline.told(SmsRequested, body.id);
    expect(JSON.parse(hotline.box.open(sms?.sealedValues ?? ''))).toEqual({
      number: body.number,
      code: body.queryCode,
    });
  });

  it('keeps name, number and query code nowhere in clear', async () => {
    const body = request({ contact: { name: '欧阳不隐', phone: '13987654321', language: 'zh-CN' } });
    const { body: ticket } = await register(body, newId());
    const tables = await hotline.dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    for (const { name } of tables) {
      for (const secret of ['欧阳不隐', '13987654321', ticket.queryCode]) {
        expect({ name, found: await count(name, `${name}::text LIKE $1`, [`%${secret}%`]) }).toEqual({
          name,
          found: 0,
        });
      }
    }
  });

  it('twenty times at once with the same key registers one ticket and tells the same number', async () => {
    const body = request();
    const key = newId();
    const before = await count('ticket');
    const answers = await Promise.all(Array.from({ length: 20 }, () => register(body, key)));
    expect(await count('ticket')).toBe(before + 1);
    for (const { status } of answers) expect([201, 409]).toContain(status);
    const told = answers.filter(({ status }) => status === 201).map(({ body: ticket }) => ticket);
    expect(told.length).toBeGreaterThan(0);
    const again = await register(body, key);
    expect(again.status).toBe(201);
    for (const ticket of told) expect(ticket).toEqual(again.body);
  });

  it('with a used key and another body is refused', async () => {
    const key = newId();
    await register(request(), key);
    const { status, body } = await register(request(), key);
    expect(status).toBe(422);
    expect(body).toMatchObject({ type: expect.stringContaining('idempotency-key-reused') });
  });

  it('without a key twice registers two, for two people may ask for the same', async () => {
    const body = request();
    const [first, second] = [await register(body), await register(body)];
    expect(first.body.number).not.toBe(second.body.number);
  });

  it('of a report is confidential unless the citizen says otherwise, and takes the identity out of the matter', async () => {
    const contact = { name: '赵子龙', phone: '13512345678', language: 'zh-CN' } as const;
    const elements = { ...request().elements, what: '我叫赵子龙，电话135-1234-5678，举报某局长收礼' };
    const { body } = await register(request({ kind: 'report', contact, elements }));
    const [row] = await hotline.dataSource.query<{ confidential: boolean; elements: { what: string } }[]>(
      'SELECT confidential, elements FROM ticket WHERE id = $1',
      [body.id],
    );
    expect(row?.confidential).toBe(true);
    expect(row?.elements.what).toContain('举报某局长收礼');
    expect(row?.elements.what).not.toMatch(/赵子龙|1234/);
    const open = await register(request({ kind: 'report', contact, confidential: false }));
    expect(await count('ticket', 'id = $1 AND NOT confidential', [open.body.id])).toBe(1);
  });

  it('of a danger must be with a unit in minutes', async () => {
    const { body } = await register(request({ serviceItemCode: 'gas-leak' }));
    const [clock] = await hotline.dataSource.query<{ minutes: number }[]>(
      'SELECT extract(epoch FROM due_at - started_at)::int / 60 AS minutes FROM ticket_clock WHERE ticket_id = $1',
      [body.id],
    );
    expect(clock?.minutes).toBe(15);
  });

  it('from a landline sends no text message', async () => {
    const contact = { name: null, phone: '0571-88886666', language: 'zh-CN' } as const;
    const { body } = await register(request({ contact }));
    expect(await hotline.told(SmsRequested, body.id)).toEqual([]);
  });

  it.each([
    ['no 何事', { elements: { ...request().elements, what: '' } }, 400],
    ['no 何地', { elements: { ...request().elements, where: undefined } }, 400],
    ['no phone', { contact: { language: 'zh-CN' } }, 400],
    ['a phone that is none', { contact: { phone: '12', language: 'zh-CN' } }, 400],
    ['an unknown kind', { kind: 'wish' }, 400],
    ['an unknown field', { colour: 'red' }, 400],
    ['an unknown service item', { serviceItemCode: 'nothing' }, 422],
  ])('with %s changes nothing', async (_, fault, status) => {
    const before = await count('ticket');
    const answer = await register({ ...request(), ...fault });
    expect(answer.status).toBe(status);
    expect(await count('ticket')).toBe(before);
  });

  it('by a citizen on the portal needs no account and tells no id', async () => {
    const { kind, elements, contact } = request();
    const { status, body } = await hotline.send<FiledTicketDto>(null, 'POST', '/citizen/tickets', {
      body: { kind, elements, contact },
      key: newId(),
    });
    expect(status).toBe(201);
    expect(Object.keys(body).toSorted()).toEqual(['missing', 'number', 'queryCode', 'registeredAt']);
    expect(await count('ticket', `number = $1 AND channel = 'web' AND registered_by IS NULL`, [body.number])).toBe(1);
  });
});
