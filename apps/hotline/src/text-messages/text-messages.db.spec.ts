import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SmsReceived, SmsRequested, type SmsRequestedPayload } from '@app/common/contracts/gateway.events.js';
import { RatingAsked } from '@app/common/contracts/appointments.events.js';
import { TextPassedOn } from '@app/common/contracts/hotline.events.js';
import { newId } from '@app/common/persistence/id.js';
import { HotlineUnderTest, PEOPLE } from '../testing/hotline-under-test.fixture.js';
import { TicketWay } from '../testing/ticket-way.fixture.js';

jest.setTimeout(60_000);

const contact = (phone: string) => ({ name: null, phone, language: 'zh-CN' }) as const;

describe('a citizen’s text message', () => {
  let hotline: HotlineUnderTest;
  let way: TicketWay;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
    way = new TicketWay(hotline);
  });
  afterAll(() => hotline.close());

  const send = (phone: string, text: string, id = newId()): Promise<void> =>
    hotline.hear(
      SmsReceived,
      phone,
      { providerId: id, sealedFrom: hotline.box.seal(phone), text, receivedAt: hotline.clock.now().toISOString() },
      id,
    );
  /** What was sent to a phone: template and values. */
  const received = async (phone: string): Promise<{ template: string; values: unknown }[]> => {
    const rows = await hotline.dataSource.query<{ payload: SmsRequestedPayload }[]>(
      'SELECT payload FROM outbox WHERE subject = $1 ORDER BY seq',
      [SmsRequested.subject],
    );
    return rows
      .filter(({ payload }) => hotline.box.open(payload.sealedTo) === phone)
      .map(({ payload }) => ({
        template: payload.template,
        values: JSON.parse(hotline.box.open(payload.sealedValues)) as unknown,
      }));
  };

  it('rates the last item that asked for it', async () => {
    const phone = '+8613600000001';
    const first = await way.replied({ contact: contact(phone) });
    hotline.clock.advance({ minutes: 5 });
    const second = await way.replied({ contact: contact(phone) });
    await send(phone, '评 5');
    expect((await way.read(PEOPLE.operator, second.id)).state).toBe('closed');
    expect((await way.read(PEOPLE.operator, first.id)).state).toBe('replied');
    expect((await received(phone)).at(-1)).toEqual({ template: 'rated', values: { number: second.number } });
    await send(phone, 'RATE 1');
    expect((await way.read(PEOPLE.operator, first.id)).state).toBe('dissatisfied');
  });

  it('delivered twice rates once', async () => {
    const phone = '+8613600000002';
    const first = await way.replied({ contact: contact(phone) });
    const second = await way.replied({ contact: contact(phone) });
    const id = newId();
    await send(phone, '评4', id);
    await send(phone, '评4', id);
    const states = [await way.read(PEOPLE.operator, first.id), await way.read(PEOPLE.operator, second.id)];
    expect(states.map(({ state }) => state).toSorted()).toEqual(['closed', 'replied']);
  });

  it('asks how a ticket stands, by its query code', async () => {
    const phone = '+8613600000003';
    const { number, queryCode } = await way.dispatched({ contact: contact(phone) });
    await send(phone, `查 ${queryCode.toLowerCase()}`);
    expect((await received(phone)).at(-1)).toEqual({ template: 'progress', values: { number, state: 'dispatched' } });
  });

  it('of another phone tells nothing, even with the right code', async () => {
    const { queryCode } = await way.dispatched({ contact: contact('+8613600000004') });
    await send('+8613600000005', `查 ${queryCode}`);
    expect((await received('+8613600000005')).map(({ template }) => template)).toEqual(['not_understood']);
  });

  it('that is not understood is answered once, and again after one that was', async () => {
    const phone = '+8613600000006';
    const { queryCode } = await way.registered({ contact: contact(phone) });
    for (const text of ['你好', 'hello', '查 999999', '???']) await send(phone, text);
    const templates = async (): Promise<string[]> => (await received(phone)).map(({ template }) => template);
    expect(await templates()).toEqual(['registered', 'not_understood']);
    await send(phone, `STATUS ${queryCode}`);
    await send(phone, '你好');
    expect(await templates()).toEqual(['registered', 'not_understood', 'progress', 'not_understood']);
  });

  it('rates the booking when that asked last, and the ticket with the next', async () => {
    const phone = '+8613600000011';
    const ticket = await way.replied({ contact: contact(phone) });
    const sealedPhone = hotline.box.seal(phone);
    const ask = (): Promise<void> =>
      hotline.hear(RatingAsked, phone, {
        bookingId: newId(),
        sealedPhone,
        askedAt: hotline.clock.now().toISOString(),
      });
    hotline.clock.advance({ minutes: 5 });
    await ask();
    await send(phone, '评5');
    expect(await hotline.told(TextPassedOn, hotline.box.fingerprint(phone))).toHaveLength(1);
    expect((await way.read(PEOPLE.operator, ticket.id)).state).toBe('replied');
    await send(phone, '评4');
    expect((await way.read(PEOPLE.operator, ticket.id)).state).toBe('closed');
    await ask();
    hotline.clock.advance({ minutes: 5 });
    const later = await way.replied({ contact: contact(phone) });
    await send(phone, '评5');
    expect((await way.read(PEOPLE.operator, later.id)).state).toBe('closed');
  });

  it('rates nothing here when no ticket waits, and is passed on once', async () => {
    const phone = '+8613600000008';
    const id = newId();
    await send(phone, 'rate 4', id);
    await send(phone, 'rate 4', id);
    const passedOn = await hotline.told(TextPassedOn, hotline.box.fingerprint(phone));
    expect(passedOn).toMatchObject([{ providerId: id, asked: 'rate', number: 4, language: 'en' }]);
    expect(await received(phone)).toEqual([]);
  });

  it('about a booking is left to appointments', async () => {
    for (const text of ['预约', 'BOOK', '1', '改期 Y346FGHJKM', 'DROP', '查 Y346FGHJKM', '人工']) {
      await send('+8613600000009', text);
    }
    expect(await received('+8613600000009')).toEqual([]);
  });

  it('chooses the language of what comes after it', async () => {
    const phone = '+8613600000010';
    const { queryCode } = await way.registered({ contact: contact(phone) });
    await send(phone, 'EN');
    await send(phone, `查 ${queryCode}`);
    const languages = await hotline.dataSource.query<{ payload: SmsRequestedPayload }[]>(
      'SELECT payload FROM outbox WHERE subject = $1 ORDER BY seq DESC LIMIT 1',
      [SmsRequested.subject],
    );
    expect(languages[0]?.payload).toMatchObject({ template: 'progress', language: 'en' });
  });

  it('that belongs to the carrier is never answered', async () => {
    for (const text of ['STOP', '退订', 'HELP', 'TD']) await send('+8613600000007', text);
    expect(await received('+8613600000007')).toEqual([]);
  });
});
