import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DialogueUnderTest, type Received } from './dialogue-under-test.fixture.js';
import { DialogueEvents } from './dialogue.events.js';

/** Several processes. */
jest.setTimeout(60_000);

describe('a citizen who books by text message', () => {
  const clock = new FakeClock('2026-11-23T06:00:00+08:00');
  let talks: DialogueUnderTest;
  beforeAll(async () => {
    talks = await DialogueUnderTest.start(clock);
  });
  afterAll(() => talks.close());

  it('is led from the item to the booking, and can look it up, move it and cancel it', async () => {
    const phone = talks.newPhone();
    const [items] = await talks.say(phone, '预约');
    expect(items).toEqual({
      template: 'choose_item',
      language: 'zh-CN',
      values: { option1: 'id-card', option2: 'property-transfer' },
    });
    const [sites] = await talks.say(phone, '1');
    expect(Object.values(sites?.values ?? {})).toEqual([
      expect.stringContaining('政务服务大厅'),
      expect.stringContaining('清河镇'),
    ]);
    const [times] = await talks.say(phone, '1');
    expect(times?.values).toMatchObject({ more: 'yes' });
    const [confirm] = await talks.say(phone, '2');
    expect(confirm).toMatchObject({
      template: 'confirm_booking',
      values: { time: times?.values.time2, place: sites?.values.option1 },
    });
    const [confirmed] = await talks.say(phone, '1');
    const [booking] = await talks.bookings(phone);
    expect(booking).toMatchObject({ state: 'confirmed', channel: 'sms', language: 'zh-CN' });
    expect(booking?.startAt.toISOString()).toBe(times?.values.time2);
    expect(confirmed).toMatchObject({ template: 'booking_confirmed', values: { code: booking?.code } });

    const code = booking?.code ?? '';
    const [status] = await talks.say(phone, `查 ${code}`);
    expect(status).toMatchObject({ template: 'booking_status', values: { code, state: 'confirmed' } });
    const [others] = await talks.say(phone, `改期 ${code}`);
    expect(await talks.templates(phone, '3', '1')).toEqual(['confirm_move', 'booking_moved']);
    expect((await talks.bookings(phone))[0]?.startAt.toISOString()).toBe(others?.values.time3);
    expect(await talks.templates(phone, '取消预约', '2', '取消预约', '1')).toEqual([
      'confirm_drop',
      'booking_kept',
      'confirm_drop',
      'booking_cancelled',
    ]);
    expect((await talks.bookings(phone)).map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('is spoken to in English when that is what they write', async () => {
    const phone = talks.newPhone();
    const talk: Received[] = [];
    for (const text of ['BOOK property', '1', '1']) talk.push(...(await talks.say(phone, text)));
    expect(talk.map(({ template }) => template)).toEqual(['choose_time', 'confirm_booking', 'booking_confirmed']);
    expect(talk[1]?.values.place).toContain('Service Hall');
    const [booking] = await talks.bookings(phone);
    for (const text of [`STATUS ${booking?.code}`, `MOVE ${booking?.code}`, '1', '1', 'DROP', '1']) {
      talk.push(...(await talks.say(phone, text)));
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

  it('may shorten the name of a service', async () => {
    const phone = talks.newPhone();
    expect(await talks.templates(phone, 'BOOK id card', 'BOOK card id', 'BOOK 100%', '预约 _d-c_rd')).toEqual([
      'choose_site',
      'no_such_item',
      'no_such_item',
      'no_such_item',
    ]);
  });

  it('hears why they cannot book for themselves after no-shows, and holds nothing', async () => {
    const phone = talks.newPhone();
    await talks.office.dataSource.query('INSERT INTO phone_block (phone_fingerprint, until) VALUES ($1, $2)', [
      talks.office.box.fingerprint(phone),
      new Date('2026-12-23T06:00:00+08:00'),
    ]);
    const answers = await talks.templates(phone, '预约 id-card', '1', '1', '1');
    expect(answers.at(-1)).toBe('booking_blocked');
    expect(await talks.bookings(phone)).toEqual([]);
  });

  it('gets one effect and one answer for a message that is delivered again and again, to two processes at once', async () => {
    const phone = talks.newPhone();
    for (const text of ['预约 id-card', '1', '1', '1']) {
      clock.advance({ seconds: 10 });
      const id = newId();
      const taken = await Promise.all([0, 1, 0, 1].map((process) => talks.deliver(phone, text, { id, process })));
      expect(taken.filter(Boolean)).toHaveLength(1);
    }
    expect((await talks.received(phone)).map(({ template }) => template)).toEqual([
      'choose_site',
      'choose_time',
      'confirm_booking',
      'booking_confirmed',
    ]);
    expect(await talks.bookings(phone)).toHaveLength(1);
  });

  it('is taken whole or not at all: what fails at its end has booked nothing, and does with the next try', async () => {
    const phone = talks.newPhone();
    await talks.templates(phone, '预约 id-card', '2', '1');
    const before = await talks.received(phone);
    const id = newId();
    await talks.office.dataSource.query('ALTER TABLE text_dialogue ADD CONSTRAINT disk_full CHECK (false) NOT VALID');
    await expect(talks.deliver(phone, '1', { id })).rejects.toThrow('disk_full');
    expect(await talks.bookings(phone)).toEqual([]);
    expect(await talks.received(phone)).toEqual(before);
    await talks.office.dataSource.query('ALTER TABLE text_dialogue DROP CONSTRAINT disk_full');
    expect(await talks.deliver(phone, '1', { id, process: 1 })).toBe(true);
    expect((await talks.bookings(phone)).map(({ state }) => state)).toEqual(['confirmed']);
    expect((await talks.received(phone)).slice(before.length).map(({ template }) => template)).toEqual([
      'booking_confirmed',
    ]);
  });

  it('is called back after two misunderstandings, or when asking for it; one call at a time', async () => {
    const phone = talks.newPhone();
    expect(await talks.templates(phone, '预约', '9', '9', '人工')).toEqual([
      'choose_item',
      'choose_item',
      'callback_arranged',
      'callback_arranged',
    ]);
    const requests = await talks.office.dataSource.query<{ kind: string; channel: string }[]>(
      'SELECT kind, channel FROM contact_request WHERE phone_fingerprint = $1',
      [talks.office.box.fingerprint(phone)],
    );
    expect(requests).toEqual([{ kind: 'callback', channel: 'sms' }]);
  });

  it('is over after half an hour, and goes on where they were for a day', async () => {
    const phone = talks.newPhone();
    await talks.templates(phone, '预约 id-card', '2');
    clock.advance({ minutes: 31 });
    expect(await talks.templates(phone, '1', '1', '预约', '1')).toEqual([
      'dialogue_idle',
      'resume_booking',
      'choose_time',
    ]);
    clock.advance({ hours: 25 });
    await talks.office.dataSource.transaction((em) =>
      talks.processNo(0).get(DialogueEvents).forget(em, {
        kind: 'dialogue.forget',
        key: '',
        dueAt: clock.now(),
        payload: {},
        now: clock.now(),
      }),
    );
    expect(await talks.templates(phone, '预约')).toEqual(['choose_item']);
  });

  it('is not answered here when the message is the hotline’s or the carrier’s', async () => {
    const phone = talks.newPhone();
    await talks.templates(phone, '预约');
    expect(await talks.templates(phone, 'STOP', '退订', 'HELP', '路灯坏了', '评5', '查 K7M4QX', '帮助')).toEqual([]);
    expect(await talks.templates(phone, '1')).toEqual(['choose_site']);
  });
});
