import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SmsReceived, SmsRequested, type SmsRequestedPayload } from '@app/common/contracts/gateway.events.js';
import { TextPassedOn } from '@app/common/contracts/hotline.events.js';
import { newId } from '@app/common/persistence/id.js';
import { HotlineUnderTest } from '../testing/hotline-under-test.fixture.js';
import { RequestDialogues } from './request-dialogues.js';

jest.setTimeout(60_000);

const COMPLETE = '昨晚清河镇幸福路的路灯坏了';

interface Received {
  readonly template: string;
  readonly language: string;
  readonly values: Readonly<Record<string, string>>;
}
interface Filed {
  readonly number: string;
  readonly kind: string;
  readonly channel: string;
  readonly confidential: boolean;
  readonly elements: Readonly<Record<string, string | null>>;
}

describe('a citizen who reports something by text message', () => {
  let hotline: HotlineUnderTest;
  let phones = 0;
  const newPhone = (): string => `+86135${String((phones += 1)).padStart(8, '0')}`;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
  });
  afterAll(() => hotline.close());

  const deliver = (phone: string, text: string, id = newId()): Promise<void> =>
    hotline.hear(
      SmsReceived,
      phone,
      {
        providerId: id,
        sealedFrom: hotline.box.seal(phone),
        to: '+8657112345678',
        text,
        receivedAt: hotline.clock.now().toISOString(),
      },
      id,
    );
  const received = async (phone: string): Promise<Received[]> => {
    const rows = await hotline.dataSource.query<{ payload: SmsRequestedPayload }[]>(
      'SELECT payload FROM outbox WHERE subject = $1 ORDER BY seq',
      [SmsRequested.subject],
    );
    return rows
      .filter(({ payload }) => hotline.box.open(payload.sealedTo) === phone)
      .map(({ payload: { template, language, sealedValues } }) => ({
        template,
        language,
        values: JSON.parse(hotline.box.open(sealedValues)) as Record<string, string>,
      }));
  };
  /** Sends messages ten seconds apart; the templates of the answers. */
  const say = async (phone: string, ...texts: string[]): Promise<string[]> => {
    const before = (await received(phone)).length;
    for (const text of texts) {
      hotline.clock.advance({ seconds: 10 });
      await deliver(phone, text);
    }
    return (await received(phone)).slice(before).map(({ template }) => template);
  };
  const filed = (phone: string): Promise<Filed[]> =>
    hotline.dataSource.query(
      `SELECT t.number, t.kind, t.channel, t.confidential, t.elements FROM ticket t
         JOIN ticket_contact c ON c.ticket_id = t.id WHERE c.phone_fingerprint = $1 ORDER BY t.registered_at`,
      [hotline.box.fingerprint(phone)],
    );
  const passedOn = (phone: string) => hotline.told(TextPassedOn, hotline.box.fingerprint(phone));

  it('is asked for what is missing, confirms, and gets number and query code', async () => {
    const phone = newPhone();
    expect(await say(phone, '路灯坏了', '清河镇幸福路', '昨天晚上', '1')).toEqual([
      'ask_where',
      'ask_when',
      'confirm_request',
      'registered',
    ]);
    const [ticket] = await filed(phone);
    expect(ticket).toMatchObject({
      kind: 'help',
      channel: 'sms',
      confidential: false,
      elements: { what: '路灯坏了', where: '清河镇幸福路', when: '昨天晚上', who: null },
    });
    const receipt = (await received(phone)).at(-1);
    expect(receipt?.values).toEqual({ number: ticket?.number, code: expect.stringMatching(/^\w{6}$/) });
    expect(await say(phone, `查 ${receipt?.values.code}`)).toEqual(['progress']);
  });

  it('is spoken to in English when that is what they write', async () => {
    const phone = newPhone();
    await say(phone, 'The lamp is broken', 'Station Road', '0', '1');
    const talk = await received(phone);
    expect(talk.map(({ template }) => template)).toEqual(['ask_where', 'ask_when', 'confirm_request', 'registered']);
    expect(new Set(talk.map(({ language }) => language))).toEqual(new Set(['en']));
  });

  it('of misconduct is kept confidential, and what is written rests sealed meanwhile', async () => {
    const phone = newPhone();
    await say(phone, '举报：昨天清河镇幸福路工地的人行贿');
    const [row] = await hotline.dataSource.query<{ text: string }[]>(
      'SELECT text_dialogue::text AS text FROM text_dialogue WHERE phone_fingerprint = $1',
      [hotline.box.fingerprint(phone)],
    );
    expect(row?.text).toContain('confirm');
    expect(row?.text).not.toMatch(/举报|幸福路/);
    expect(await say(phone, '1')).toEqual(['registered']);
    expect(await filed(phone)).toMatchObject([{ kind: 'report', confidential: true }]);
  });

  it('has one request for a message that comes again and again, at once', async () => {
    const phone = newPhone();
    for (const text of [COMPLETE, '1']) {
      hotline.clock.advance({ seconds: 10 });
      const id = newId();
      await Promise.all([deliver(phone, text, id), deliver(phone, text, id), deliver(phone, text, id)]);
    }
    expect(await filed(phone)).toHaveLength(1);
    expect((await received(phone)).map(({ template }) => template)).toEqual(['confirm_request', 'registered']);
  });

  it('has one request however often 1 is pressed; the others are for whoever asked', async () => {
    const phone = newPhone();
    await say(phone, COMPLETE);
    await Promise.all([1, 2, 3, 4].map(() => deliver(phone, '1')));
    expect(await filed(phone)).toHaveLength(1);
    expect((await passedOn(phone)).map(({ asked, number }) => `${asked} ${number}`)).toEqual(Array(3).fill('digit 1'));
  });

  it('many at once: each has the own request, once', async () => {
    const crowd = Array.from({ length: 12 }, newPhone);
    await Promise.all(
      crowd.slice(0, 4).map(async (_, lane) => {
        for (const phone of crowd.slice(lane * 3, lane * 3 + 3)) {
          for (const text of [COMPLETE, '1', '1']) await deliver(phone, text);
        }
      }),
    );
    const counts = await Promise.all(crowd.map(async (phone) => (await filed(phone)).length));
    expect(counts).toEqual(Array(12).fill(1));
  });

  it('is registered once when the talk could not be kept and the message comes again', async () => {
    const phone = newPhone();
    await say(phone, COMPLETE);
    const id = newId();
    const failing = `CREATE FUNCTION disk_full() RETURNS trigger AS $$ BEGIN RAISE 'disk full'; END $$ LANGUAGE plpgsql;
      CREATE CONSTRAINT TRIGGER disk_full AFTER UPDATE ON text_dialogue DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION disk_full()`;
    await hotline.dataSource.query(failing);
    await expect(deliver(phone, '1', id)).rejects.toThrow('disk full');
    await hotline.dataSource.query('DROP TRIGGER disk_full ON text_dialogue; DROP FUNCTION disk_full()');
    expect(await filed(phone)).toHaveLength(1);
    await deliver(phone, '1', id);
    expect(await filed(phone)).toHaveLength(1);
    expect((await received(phone)).map(({ template }) => template)).toEqual(['confirm_request', 'registered']);
    await say(phone, '1');
    expect((await passedOn(phone)).map(({ asked }) => asked)).toEqual(['digit']);
  });

  it('is registered once even if words were added after a confirmation that got lost half-way', async () => {
    const phone = newPhone();
    await say(phone, COMPLETE);
    const stored = 'SELECT state FROM text_dialogue WHERE phone_fingerprint = $1';
    const of = [hotline.box.fingerprint(phone)];
    const [before] = await hotline.dataSource.query<{ state: object }[]>(stored, of);
    await say(phone, '1');
    await hotline.dataSource.query('UPDATE text_dialogue SET state = $2 WHERE phone_fingerprint = $1', [
      ...of,
      JSON.stringify(before?.state),
    ]);
    expect(await say(phone, '旁边的井盖也没有了', '1')).toEqual(['confirm_request']);
    expect(await filed(phone)).toHaveLength(1);
  });

  it('is called back after two misunderstandings', async () => {
    const phone = newPhone();
    expect(await say(phone, '路灯坏了', '不知道', '9')).toEqual(['ask_where', 'ask_where']);
    expect(await passedOn(phone)).toMatchObject([{ asked: 'human', number: 0 }]);
  });

  it('is not disturbed by carriers’ words or a question about another item; a booking takes the numbers', async () => {
    const phone = newPhone();
    expect(await say(phone, '路灯坏了', 'STOP', '查 999999', '查 Y346FGHJKM', '幸福路')).toEqual([
      'ask_where',
      'not_understood',
      'ask_when',
    ]);
    await say(phone, '预约', '1', '人工');
    expect((await passedOn(phone)).map(({ asked, number }) => [asked, number])).toEqual([['digit', 1]]);
    expect(await say(phone, '井盖也没有了', '1')).toEqual(['resume_request', 'ask_when']);
  });

  it('who goes on within a day finds it; after that it is forgotten', async () => {
    const [soon, late] = [newPhone(), newPhone()];
    await say(soon, '路灯坏了');
    await say(late, '路灯坏了');
    hotline.clock.advance({ minutes: 31 });
    expect(await say(soon, '0', '路灯坏了')).toEqual(['request_idle', 'ask_where']);
    hotline.clock.advance({ hours: 23, minutes: 59 });
    const now = hotline.clock.now();
    await hotline.dataSource.transaction((em) =>
      hotline.app
        .get(RequestDialogues)
        .forget(em, { kind: 'text-messages.forget', key: '', dueAt: now, payload: {}, now }),
    );
    const left = await hotline.dataSource.query<{ phone_fingerprint: string }[]>(
      'SELECT phone_fingerprint FROM text_dialogue WHERE phone_fingerprint = ANY ($1)',
      [[soon, late].map((phone) => hotline.box.fingerprint(phone))],
    );
    expect(left).toEqual([{ phone_fingerprint: hotline.box.fingerprint(soon) }]);
  });

  it('from a service number is not answered', async () => {
    await deliver('10086', '您的套餐余量不足，请及时充值');
    expect(await received('10086')).toEqual([]);
  });
});
