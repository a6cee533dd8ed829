import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { SmsRequested, type SmsRequestedPayload } from '@app/common/contracts/gateway.events.js';
import { EventTaker } from '@app/common/messaging/event-taker.js';
import { newId } from '@app/common/persistence/id.js';
import { eventually } from '@app/common/testing/eventually.js';
import { withoutRandom } from '@app/common/testing/without-random.js';
import { Clock } from '@app/common/time/clock.js';
import { AUTH_TOKEN, OFFICE_NUMBER, runGateway, type RunningGateway } from '../testing/running-gateway.js';

// Each step goes through a process boundary or two, and machines are busy.
jest.setTimeout(30_000);

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await runGateway();
});
afterAll(() => gateway.close());

/** The office's clock runs with the machine's, but may be put forward: nobody waits for a look-up here. */
let secondsLater = 0;
beforeEach(() => {
  secondsLater = 0;
  jest.spyOn(gateway.app.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + secondsLater * 1000));
});
afterEach(() => fetch(`${gateway.simulatorUrl}/control/faults`, { method: 'DELETE' }));

let phones = 0;
const newPhone = (): string => `138${String(++phones).padStart(8, '0')}`;

interface Shown {
  readonly sid: string;
  readonly phone: string;
  readonly body: string;
  readonly status: string;
}

async function onPhone(phone: string): Promise<Shown[]> {
  const state: { messages: Shown[] } = JSON.parse(await (await fetch(`${gateway.simulatorUrl}/phones`)).text());
  return state.messages.filter((message) => message.phone === `+86${phone}`);
}

async function switchOn(fault: string, times = 1): Promise<void> {
  await fetch(`${gateway.simulatorUrl}/control/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ fault, times }),
  });
}

function request(phone: string, over: Partial<SmsRequestedPayload> = {}): SmsRequestedPayload {
  const box = gateway.app.get(SealedBox);
  return {
    messageId: newId(),
    sealedTo: box.seal(phone),
    template: 'registered',
    language: 'zh-CN',
    sealedValues: box.seal(JSON.stringify({ number: '260000427', code: '739204' })),
    ...over,
  };
}

/** Takes the event as if it came from the hotline's outbox. */
function take(payload: SmsRequestedPayload, id = newId()): Promise<boolean> {
  const { subject } = SmsRequested;
  return gateway.app
    .get(EventTaker)
    .take({ id, subject, aggregateId: newId(), occurredAt: new Date(), requestId: undefined, payload });
}

interface Journaled {
  readonly status: string;
  readonly error_code: string | null;
  readonly attempts: number;
  readonly look_ups: number;
  readonly provider_id: string | null;
  readonly masked_to: string;
}

async function journaled(messageId: string): Promise<Journaled> {
  const rows = await gateway.database.dataSource.query<Journaled[]>('SELECT * FROM outgoing_message WHERE id = $1', [
    messageId,
  ]);
  if (rows[0] === undefined) throw new Error(`${messageId} is not in the journal`);
  return rows[0];
}

async function ends(messageId: string, as: Partial<Journaled>): Promise<void> {
  await eventually(async () => expect(await journaled(messageId)).toMatchObject(as));
}

/** Posts a webhook as Twilio does. */
function post(path: string, fields: Record<string, string>, token = AUTH_TOKEN): Promise<Response> {
  const url = gateway.url + path;
  return fetch(url, {
    method: 'POST',
    headers: { 'X-Twilio-Signature': getExpectedTwilioSignature(token, url, fields) },
    body: new URLSearchParams(fields),
  });
}

/** The fields of a citizen's message. */
const fields = (phone: string, Body: string): Record<string, string> => ({
  MessageSid: `SM${newId()}`,
  From: `+86${phone}`,
  To: OFFICE_NUMBER,
  Body,
  NumMedia: '0',
});

async function received(phone: string): Promise<string[]> {
  const rows = await gateway.database.dataSource.query<{ payload: { sealedFrom: string; text: string } }[]>(
    `SELECT payload FROM outbox WHERE subject = 'gateway.sms.received.v1' ORDER BY seq`,
  );
  const box = gateway.app.get(SealedBox);
  return rows.filter(({ payload }) => box.open(payload.sealedFrom) === phone).map(({ payload }) => payload.text);
}

describe('a text message that a service asks for', () => {
  it('is sent once and ends delivered, however often the event comes', async () => {
    const phone = newPhone();
    const payload = request(phone);
    const event = newId();
    expect(await take(payload, event)).toBe(true);
    expect(await take(payload, event)).toBe(false);
    await take(payload);
    await ends(payload.messageId, { status: 'delivered', attempts: 1 });
    expect(await onPhone(phone)).toMatchObject([
      { body: '【阳光热线】已登记，编号260000427，查询码739204，请妥善保存。' },
    ]);
  });

  it('rests unreadable: the journal holds neither number nor text', async () => {
    const phone = newPhone();
    const payload = request(phone);
    await take(payload);
    await ends(payload.messageId, { status: 'delivered' });
    const row = await journaled(payload.messageId);
    expect(row.masked_to).toBe(`138****${phone.slice(-4)}`);
    expect(JSON.stringify(row)).not.toContain(phone);
    expect(withoutRandom(JSON.stringify(row))).not.toContain('739204');
  });

  it('stands in the journal as failed when it would go to a landline', async () => {
    const payload = request('0500-60012345');
    await take(payload);
    await ends(payload.messageId, { status: 'failed', error_code: 'no-mobile-number' });
  });

  it('leaves after the one asked for before it', async () => {
    const phone = newPhone();
    await switchOn('too-many-requests');
    const first = request(phone);
    const second = request(phone, { template: 'rating' });
    await take(first);
    await take(second);
    await eventually(async () => expect(await journaled(first.messageId)).toMatchObject({ error_code: '20429' }));
    secondsLater = 10;
    await ends(second.messageId, { status: 'delivered' });
    expect((await onPhone(phone)).map((message) => message.body.includes('请评价'))).toEqual([false, true]);
  });
});

describe('when the provider’s answer is lost', () => {
  it('the message is looked up and found, not sent again', async () => {
    const phone = newPhone();
    await switchOn('drop-answer');
    await switchOn('lost-webhook', 100);
    const payload = request(phone);
    await take(payload);
    await ends(payload.messageId, { status: 'uncertain' });
    secondsLater = 10;
    await ends(payload.messageId, { status: 'delivered', attempts: 1 });
    expect(await onPhone(phone)).toHaveLength(1);
  });

  it('a report of the provider settles it without a look-up', async () => {
    const phone = newPhone();
    await switchOn('drop-answer');
    const payload = request(phone);
    await take(payload);
    await ends(payload.messageId, { status: 'delivered', attempts: 1 });
    expect(await onPhone(phone)).toHaveLength(1);
  });

  it('and it is not found twice, it is sent again', async () => {
    const phone = newPhone();
    await switchOn('server-error');
    const payload = request(phone);
    await take(payload);
    await ends(payload.messageId, { status: 'uncertain' });
    expect(await onPhone(phone)).toHaveLength(0);
    secondsLater = 10;
    await eventually(async () => expect(await journaled(payload.messageId)).toMatchObject({ look_ups: 1 }));
    secondsLater = 60;
    await ends(payload.messageId, { status: 'delivered', attempts: 2 });
    expect(await onPhone(phone)).toHaveLength(1);
  });

  it('because our own process died while sending, it is looked up too', async () => {
    const phone = newPhone();
    await switchOn('lost-webhook', 100);
    const payload = request(phone);
    await take(payload);
    await ends(payload.messageId, { status: 'handed_over' });
    const { provider_id: providerId } = await journaled(payload.messageId);
    await gateway.database.dataSource.query(
      `UPDATE outgoing_message SET status = 'sending', provider_id = NULL, due_at = now() WHERE id = $1`,
      [payload.messageId],
    );
    await ends(payload.messageId, { provider_id: providerId, attempts: 1 });
    expect(await onPhone(phone)).toHaveLength(1);
  });

  it('a twin of the same words to the same number is not taken for it', async () => {
    const phone = newPhone();
    const first = request(phone);
    await take(first);
    await ends(first.messageId, { status: 'delivered' });
    await switchOn('server-error');
    const second = request(phone);
    await take(second);
    await ends(second.messageId, { status: 'uncertain' });
    secondsLater = 10;
    await eventually(async () => expect(await journaled(second.messageId)).toMatchObject({ look_ups: 1 }));
    secondsLater = 60;
    await ends(second.messageId, { status: 'delivered' });
    expect(await onPhone(phone)).toHaveLength(2);
  });
});

describe('a number that has opted out', () => {
  it('with the carrier is final: error 21610, and nothing is sent to it any more', async () => {
    const phone = newPhone();
    await switchOn('opted-out');
    const refused = request(phone);
    await take(refused);
    await ends(refused.messageId, { status: 'failed', error_code: '21610', attempts: 1 });
    const next = request(phone);
    await take(next);
    await ends(next.messageId, { status: 'suppressed' });
    expect(await onPhone(phone)).toHaveLength(0);
  });

  it('by a word of its own gets nothing, is never answered, and comes back with START', async () => {
    const phone = newPhone();
    const say = (text: string): Promise<Response> =>
      post('/webhooks/twilio/sms', { MessageSid: `SM${newId()}`, From: `+86${phone}`, To: OFFICE_NUMBER, Body: text });
    await say('退订');
    const payload = request(phone);
    await take(payload);
    await ends(payload.messageId, { status: 'suppressed' });
    await say('START');
    const later = request(phone);
    await take(later);
    await ends(later.messageId, { status: 'delivered' });
    expect(await received(phone)).toEqual([]);
  });
});

describe('a webhook', () => {
  it('with a citizen’s message is passed on once; a replay gets the stored answer', async () => {
    const phone = newPhone();
    const message = fields(phone, '评5');
    const first = await post('/webhooks/twilio/sms', message);
    const answers = [first, await post('/webhooks/twilio/sms', message)];
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map((answer) => [answer.status, answer.headers.get('content-type')])).toEqual([
      [200, 'text/xml; charset=utf-8'],
      [200, 'text/xml; charset=utf-8'],
    ]);
    expect(texts[1]).toBe(texts[0]);
    expect(texts[0]).toContain('<Response/>');
    expect(await received(phone)).toEqual(['评5']);
  });

  it('sent many times at once has one effect', async () => {
    const phone = newPhone();
    const message = fields(phone, 'RATE 4');
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('/webhooks/twilio/sms', message)));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect(await received(phone)).toEqual(['RATE 4']);
  });

  it('that Twilio has not signed for this very address is refused and leaves nothing', async () => {
    const phone = newPhone();
    const message = fields(phone, '评5');
    const otherToken = await post('/webhooks/twilio/sms', message, 'another token');
    const otherAddress = await fetch(`${gateway.url}/webhooks/twilio/sms?more=1`, {
      method: 'POST',
      headers: {
        'X-Twilio-Signature': getExpectedTwilioSignature(AUTH_TOKEN, `${gateway.url}/webhooks/twilio/sms`, message),
      },
      body: new URLSearchParams(message),
    });
    const unsigned = await fetch(`${gateway.url}/webhooks/twilio/sms`, {
      method: 'POST',
      body: new URLSearchParams(message),
    });
    for (const answer of [otherToken, otherAddress, unsigned]) {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ type: '/problems/bad-signature' });
    }
    expect(await received(phone)).toEqual([]);
  });

  it('with an old status changes nothing: statuses only move forward', async () => {
    const phone = newPhone();
    const payload = request(phone);
    await take(payload);
    await ends(payload.messageId, { status: 'delivered' });
    const { provider_id: sid } = await journaled(payload.messageId);
    const late = { MessageSid: sid ?? '', MessageStatus: 'sending', To: `+86${phone}`, From: OFFICE_NUMBER };
    const answer = await post(`/webhooks/twilio/status?key=${payload.messageId}`, late);
    expect(answer.status).toBe(204);
    expect((await journaled(payload.messageId)).status).toBe('delivered');
  });
});

describe('a citizen who types on the simulated phone', () => {
  it('is heard once, also when the carrier sends the webhook twice', async () => {
    const phone = newPhone();
    await fetch(`${gateway.simulatorUrl}/phones`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ number: phone }),
    });
    await switchOn('duplicate-webhook');
    const answer = await fetch(`${gateway.simulatorUrl}/phones/${encodeURIComponent(`+86${phone}`)}/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: '查 739204' }),
    });
    expect(await answer.json()).toMatchObject({ taken: true });
    expect(await received(phone)).toEqual(['查 739204']);
  });
});
