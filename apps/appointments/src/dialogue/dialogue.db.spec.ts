import { SmsReceived, SmsRequested, type SmsRequestedPayload } from '@app/common/contracts/gateway.events.js';
import { RatingPassedOn } from '@app/common/contracts/hotline.events.js';
import { EventTaker } from '@app/common/messaging/event-taker.js';
import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import type { INestApplication } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appointmentsUnderTest, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { HALL } from '../seed/small-county.fixture.js';
import { Waitlist } from '../waitlist/waitlist.service.js';
import { DialogueEvents } from './dialogue.events.js';

/** Several processes, and a crowd. */
jest.setTimeout(60_000);

const MONDAY_SIX = '2026-11-23T06:00:00+08:00';
const OFFICE = '+8657112345678';

interface Received {
  readonly template: string;
  readonly language: string;
  readonly values: Readonly<Record<string, string>>;
}

describe('a citizen who books by text message', () => {
  const clock = new FakeClock(MONDAY_SIX);
  let office: AppointmentsUnderTest;
  let phones = 0;
  const newPhone = (): string => `+86137${String((phones += 1)).padStart(8, '0')}`;
  beforeAll(async () => {
    office = await appointmentsUnderTest(clock, 2);
  });
  afterAll(() => office.close());

  const processNo = (number: number): INestApplication => {
    const app = office.apps[number];
    if (!app) throw new Error(`no process ${number}`);
    return app;
  };
  /** Delivers a message to a process, as its consumer does. */
  const deliver = (
    phone: string,
    text: string,
    { id = newId(), process = 0, at = clock.now() } = {},
  ): Promise<boolean> => {
    return processNo(process)
      .get(EventTaker)
      .take({
        id,
        subject: SmsReceived.subject,
        aggregateId: phone,
        occurredAt: at,
        requestId: undefined,
        payload: {
          providerId: `SM${id}`,
          sealedFrom: office.box.seal(phone),
          to: OFFICE,
          text,
          receivedAt: at.toISOString(),
        },
      });
  };
  /** All that was sent to a phone, the oldest first; reminders come by themselves. */
  const received = async (phone: string): Promise<Received[]> => {
    const rows = await office.dataSource.query<{ payload: SmsRequestedPayload }[]>(
      'SELECT payload FROM outbox WHERE subject = $1 ORDER BY seq',
      [SmsRequested.subject],
    );
    return rows
      .filter(({ payload }) => payload.template !== 'booking_reminder' && office.box.open(payload.sealedTo) === phone)
      .map(({ payload: { template, language, sealedValues } }) => ({
        template,
        language,
        values: JSON.parse(office.box.open(sealedValues)) as Record<string, string>,
      }));
  };
  /** Sends a message ten seconds after the one before; what it was answered. */
  const say = async (phone: string, text: string, process = 0): Promise<Received[]> => {
    clock.advance({ seconds: 10 });
    const before = await received(phone);
    await deliver(phone, text, { process });
    return (await received(phone)).slice(before.length);
  };
  const templates = async (phone: string, ...texts: string[]): Promise<string[]> => {
    const all: string[] = [];
    for (const text of texts) all.push(...(await say(phone, text)).map(({ template }) => template));
    return all;
  };
  const bookings = (
    phone: string,
  ): Promise<{ code: string; state: string; startAt: Date; channel: string; language: string }[]> =>
    office.dataSource.query(
      `SELECT code, state, start_at AS "startAt", channel, language FROM booking WHERE phone_fingerprint = $1 ORDER BY created_at`,
      [office.box.fingerprint(phone)],
    );
  /** Pairs of bookings that take the same place at the same time. */
  const overlaps = (): Promise<unknown[]> =>
    office.dataSource.query(
      `SELECT 1 FROM booking a JOIN booking b ON a.id < b.id AND a.resource_id = b.resource_id AND a.place = b.place
          AND a.during && b.during
        WHERE a.state IN ('held', 'confirmed') AND b.state IN ('held', 'confirmed')`,
    );
  /** A booking of an id card at the hall, made by text message. */
  const booked = async (phone: string): Promise<string> => {
    await templates(phone, '预约 ID-CARD', '1', '1', '1');
    return (await bookings(phone)).at(-1)?.code ?? '';
  };

  it('is led from the item to the booking, and can look it up, move it and cancel it', async () => {
    const phone = newPhone();
    const [items] = await say(phone, '预约');
    expect(items).toEqual({
      template: 'choose_item',
      language: 'zh-CN',
      values: { option1: 'id-card', option2: 'property-transfer' },
    });
    const [sites] = await say(phone, '1');
    expect(Object.values(sites?.values ?? {})).toEqual([
      expect.stringContaining('政务服务大厅'),
      expect.stringContaining('清河镇'),
    ]);
    const [times] = await say(phone, '1');
    expect(times?.values).toMatchObject({ more: 'yes' });
    const [confirm] = await say(phone, '2');
    expect(confirm).toMatchObject({
      template: 'confirm_booking',
      values: { time: times?.values.time2, place: sites?.values.option1 },
    });
    const [confirmed] = await say(phone, '1');
    const [booking] = await bookings(phone);
    expect(booking).toMatchObject({ state: 'confirmed', channel: 'sms', language: 'zh-CN' });
    expect(booking?.startAt.toISOString()).toBe(times?.values.time2);
    expect(confirmed).toMatchObject({ template: 'booking_confirmed', values: { code: booking?.code } });

    const code = booking?.code ?? '';
    const [status] = await say(phone, `查 ${code}`);
    expect(status).toMatchObject({ template: 'booking_status', values: { code, state: 'confirmed' } });
    const [others] = await say(phone, `改期 ${code}`);
    expect(await templates(phone, '3', '1')).toEqual(['confirm_move', 'booking_moved']);
    expect((await bookings(phone))[0]?.startAt.toISOString()).toBe(others?.values.time3);
    expect(await templates(phone, '取消预约', '2', '取消预约', '1')).toEqual([
      'confirm_drop',
      'booking_kept',
      'confirm_drop',
      'booking_cancelled',
    ]);
    expect((await bookings(phone)).map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('is spoken to in English when that is what they write', async () => {
    const phone = newPhone();
    const talk: Received[] = [];
    for (const text of ['BOOK property', '1', '1']) talk.push(...(await say(phone, text)));
    expect(talk.map(({ template }) => template)).toEqual(['choose_time', 'confirm_booking', 'booking_confirmed']);
    expect(talk[1]?.values.place).toContain('Service Hall');
    const [booking] = await bookings(phone);
    for (const text of [`STATUS ${booking?.code}`, `MOVE ${booking?.code}`, '1', '1', 'DROP', '1']) {
      talk.push(...(await say(phone, text)));
    }
    expect(talk.slice(3).map(({ template }) => template)).toEqual([
      'booking_status',
      'choose_time',
      'confirm_move',
      'booking_moved',
      'confirm_drop',
      'booking_cancelled',
    ]);
    expect(new Set(talk.map(({ language }) => language))).toEqual(new Set(['en']));
  });

  it('gets one effect and one answer for a message that is delivered again and again, to two processes at once', async () => {
    const phone = newPhone();
    for (const text of ['预约 id-card', '1', '1', '1']) {
      clock.advance({ seconds: 10 });
      const id = newId();
      const taken = await Promise.all([0, 1, 0, 1].map((process) => deliver(phone, text, { id, process })));
      expect(taken.filter(Boolean)).toHaveLength(1);
    }
    expect((await received(phone)).map(({ template }) => template)).toEqual([
      'choose_site',
      'choose_time',
      'confirm_booking',
      'booking_confirmed',
    ]);
    expect(await bookings(phone)).toHaveLength(1);
  });

  it('is taken whole or not at all: what fails at its end has booked nothing, and does with the next try', async () => {
    const phone = newPhone();
    await templates(phone, '预约 id-card', '2', '1');
    const before = await received(phone);
    const id = newId();
    await office.dataSource.query('ALTER TABLE text_dialogue ADD CONSTRAINT disk_full CHECK (false) NOT VALID');
    await expect(deliver(phone, '1', { id })).rejects.toThrow('disk_full');
    expect(await bookings(phone)).toEqual([]);
    expect(await received(phone)).toEqual(before);
    await office.dataSource.query('ALTER TABLE text_dialogue DROP CONSTRAINT disk_full');
    expect(await deliver(phone, '1', { id, process: 1 })).toBe(true);
    expect((await bookings(phone)).map(({ state }) => state)).toEqual(['confirmed']);
    expect((await received(phone)).slice(before.length).map(({ template }) => template)).toEqual(['booking_confirmed']);
  });

  it('books once when they press 1 again and again, whichever process hears it', async () => {
    const phone = newPhone();
    await templates(phone, '预约 id-card', '1', '1');
    const before = (await received(phone)).length;
    await Promise.all(Array.from({ length: 8 }, (_, i) => deliver(phone, '1', { process: i % 2 })));
    expect(await bookings(phone)).toHaveLength(1);
    expect(
      (await received(phone))
        .slice(before)
        .map(({ template }) => template)
        .toSorted(),
    ).toEqual(['booking_confirmed', 'not_understood']);
  });

  it('is offered other times when somebody was faster', async () => {
    const [slow, fast] = [newPhone(), newPhone()];
    await templates(slow, '预约 id-card', '1');
    const [offered] = await received(slow).then((all) => all.slice(-1));
    await templates(fast, '预约 id-card', '1', '1', '1');
    const [again] = await say(slow, '1');
    expect(again?.template).toBe('choose_time_again');
    expect(again?.values.time1).not.toBe(offered?.values.time1);
    expect(await templates(slow, '1', '1')).toEqual(['confirm_booking', 'booking_confirmed']);
  });

  it('who race for the last place: one has it, the other is offered other times', async () => {
    const racers = [newPhone(), newPhone(), newPhone(), newPhone()];
    for (const phone of racers) await templates(phone, '预约 id-card', '2');
    const answers = await Promise.all(
      racers.map(async (phone, i) => {
        await deliver(phone, '1', { process: i % 2 });
        return (await received(phone)).at(-1)?.template;
      }),
    );
    expect(answers.map(String).toSorted()).toEqual([
      'choose_time_again',
      'choose_time_again',
      'choose_time_again',
      'confirm_booking',
    ]);
    expect(await overlaps()).toEqual([]);
  });

  it('many at once: no message has two answers, and no time is sold twice', async () => {
    const crowd = Array.from({ length: 24 }, newPhone);
    const texts = ['预约 id-card', '1', '1', '1', '1', '1'];
    await Promise.all(
      crowd.map(async (phone, i) => {
        for (const text of texts) await deliver(phone, text, { process: i % 2 });
      }),
    );
    const made = await Promise.all(crowd.map(bookings));
    expect(made.flat().length).toBeGreaterThan(0);
    for (const [i, phone] of crowd.entries()) {
      expect(made[i]?.length).toBeLessThanOrEqual(1);
      expect((await received(phone)).length).toBeLessThanOrEqual(texts.length);
    }
    expect(await overlaps()).toEqual([]);
  });

  it('takes up an offer of the waiting list with its code', async () => {
    const [first, waiting, stranger] = [newPhone(), newPhone(), newPhone()];
    const code = await booked(first);
    const [booking] = await bookings(first);
    const day = (booking?.startAt ?? clock.now()).toISOString().slice(0, 10);
    await office.dataSource.transaction((em) =>
      processNo(0)
        .get(Waitlist)
        .join(em, {
          itemCode: 'id-card',
          siteId: HALL,
          fromDay: day,
          toDay: day,
          contact: { phone: waiting, language: 'zh-CN' },
        }),
    );
    await templates(first, `取消预约 ${code}`, '1');
    const offer = (await received(waiting)).at(-1);
    expect(offer?.template).toBe('booking_offer');
    expect(await templates(stranger, `预约 ${offer?.values.code}`)).toEqual(['booking_unknown']);
    expect(await templates(waiting, `预约 ${offer?.values.code}`)).toEqual(['booking_confirmed']);
    expect((await bookings(waiting)).map(({ state }) => state)).toEqual(['confirmed']);
  });

  it('may take longer than the hold lasts, as long as the time is free', async () => {
    const phone = newPhone();
    const [times] = await say(phone, '预约 property');
    await templates(phone, '3');
    clock.advance({ minutes: 12 });
    expect(await templates(phone, '1')).toEqual(['booking_confirmed']);
    expect((await bookings(phone)).map(({ startAt }) => startAt.toISOString())).toEqual([times?.values.time3]);
  });

  it('is offered other times when the time has passed before they answer', async () => {
    const phone = newPhone();
    clock.set('2026-11-23T09:20:00+08:00');
    const [times] = await say(phone, '预约 property');
    await templates(phone, '1');
    clock.set(new Date(Date.parse(times?.values.time1 ?? '') + 60_000));
    expect(await templates(phone, '1', '1', '1')).toEqual([
      'choose_time_again',
      'confirm_booking',
      'booking_confirmed',
    ]);
  });

  it('gives a held time back when they want another', async () => {
    const phone = newPhone();
    await templates(phone, '预约 id-card', '1');
    const held = (): Promise<{ count: number }[]> =>
      office.dataSource.query(`SELECT count(*)::int FROM booking WHERE state = 'held' AND held_until > $1`, [
        clock.now(),
      ]);
    const [before] = await held();
    await templates(phone, '1');
    expect((await held())[0]?.count).toBe((before?.count ?? 0) + 1);
    expect(await templates(phone, '2')).toEqual(['choose_time']);
    expect(await held()).toEqual([before]);
  });

  it('has one booking of an item a day', async () => {
    const phone = newPhone();
    await booked(phone);
    expect(await templates(phone, '预约 id-card', '1', '1', '1')).toEqual([
      'choose_site',
      'choose_time',
      'confirm_booking',
      'booking_exists',
    ]);
  });

  it('neither sees nor changes another phone’s booking', async () => {
    const code = await booked(newPhone());
    const stranger = newPhone();
    expect(await templates(stranger, `查 ${code}`, `改期 ${code}`, `取消预约 ${code}`, `预约 ${code}`)).toEqual(
      Array.from({ length: 4 }, () => 'booking_unknown'),
    );
  });

  it('cannot change a booking that is about to begin', async () => {
    const phone = newPhone();
    const code = await booked(phone);
    const [booking] = await bookings(phone);
    clock.set(new Date((booking?.startAt.getTime() ?? 0) - 30 * 60_000));
    expect(await templates(phone, `改期 ${code}`, '取消预约')).toEqual(['booking_fixed', 'booking_fixed']);
  });

  it('is called back after two misunderstandings, or when asking for it; one call at a time', async () => {
    const phone = newPhone();
    expect(await templates(phone, '预约', '9', '9', '人工')).toEqual([
      'choose_item',
      'choose_item',
      'callback_arranged',
      'callback_arranged',
    ]);
    const requests = await office.dataSource.query<{ kind: string; channel: string }[]>(
      'SELECT kind, channel FROM contact_request WHERE phone_fingerprint = $1',
      [office.box.fingerprint(phone)],
    );
    expect(requests).toEqual([{ kind: 'callback', channel: 'sms' }]);
  });

  it('is over after half an hour, and goes on where they were for a day', async () => {
    const phone = newPhone();
    await templates(phone, '预约 id-card', '2');
    clock.advance({ minutes: 31 });
    expect(await templates(phone, '1', '1', '预约', '1')).toEqual(['dialogue_idle', 'resume_booking', 'choose_time']);
    clock.advance({ hours: 25 });
    await office.dataSource.transaction((em) =>
      processNo(0).get(DialogueEvents).forget(em, {
        kind: 'dialogue.forget',
        key: '',
        dueAt: clock.now(),
        payload: {},
        now: clock.now(),
      }),
    );
    expect(await templates(phone, '预约')).toEqual(['choose_item']);
  });

  it('rates the last service, once, when the hotline has passed the rating on', async () => {
    const phone = newPhone();
    const code = await booked(phone);
    await office.dataSource.query(`UPDATE booking SET state = 'served' WHERE code = $1`, [code]);
    const rate = (id = newId()): Promise<boolean> =>
      processNo(1)
        .get(EventTaker)
        .take({
          id,
          subject: RatingPassedOn.subject,
          aggregateId: phone,
          occurredAt: clock.now(),
          requestId: undefined,
          payload: {
            providerId: `SM${id}`,
            sealedFrom: office.box.seal(phone),
            to: OFFICE,
            score: 4,
            receivedAt: clock.now().toISOString(),
          },
        });
    const before = (await received(phone)).length;
    const id = newId();
    for (const each of [id, id, newId(), newId()]) await rate(each);
    expect((await received(phone)).slice(before).map(({ template }) => template)).toEqual([
      'booking_rated',
      'not_understood',
    ]);
    expect(
      await office.dataSource.query(
        'SELECT score, via FROM booking_rating JOIN booking ON id = booking_id WHERE code = $1',
        [code],
      ),
    ).toEqual([{ score: 4, via: 'sms' }]);
  });

  it('is not answered here when the message is the hotline’s or the carrier’s', async () => {
    const phone = newPhone();
    await templates(phone, '预约');
    expect(await templates(phone, 'STOP', '退订', 'HELP', '路灯坏了', '评5', '查 K7M4QX', '帮助')).toEqual([]);
    expect(await templates(phone, '1')).toEqual(['choose_site']);
  });
});
