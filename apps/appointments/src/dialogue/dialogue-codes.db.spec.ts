import { CITIZEN } from '@app/common/auth/actor.js';
import { TextPassedOn } from '@app/common/contracts/hotline.events.js';
import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ContactRequests } from '../contact-requests/contact-requests.service.js';
import { HALL } from '../seed/small-county.fixture.js';
import { fillDay } from '../waitlist/full-day.fixture.js';
import { Waitlist } from '../waitlist/waitlist.service.js';
import { DialogueUnderTest } from './dialogue-under-test.fixture.js';

/** Several processes. */
jest.setTimeout(60_000);

describe('a code in a text message', () => {
  const clock = new FakeClock('2026-11-23T06:00:00+08:00');
  let talks: DialogueUnderTest;
  beforeAll(async () => {
    talks = await DialogueUnderTest.start(clock);
  });
  afterAll(() => talks.close());

  /** Puts a phone on the waiting list for an id card at the hall, on a day on which all else is booked. @returns its code */
  const joined = async (phone: string, at: Date): Promise<string> => {
    const day = at.toISOString().slice(0, 10);
    const wish = { itemCode: 'id-card', siteId: HALL, fromDay: day, toDay: day };
    await fillDay(talks.office.dataSource, { ...wish, day });
    const entry = await talks.office.dataSource.transaction((em) =>
      talks
        .processNo(0)
        .get(Waitlist)
        .join(em, { ...wish, contact: { phone, language: 'zh-CN' } }),
    );
    return entry.code;
  };

  /** What the ledger says was done with an entry of the waiting list or a request, by its code. */
  const ledgerOf = async (table: 'waitlist_entry' | 'contact_request', code: string): Promise<string[]> => {
    const rows = await talks.office.dataSource.query<{ action: string }[]>(
      `SELECT l.action FROM ledger l JOIN ${table} t ON t.id::text = l.item_id WHERE t.code = $1 ORDER BY l.seq`,
      [code],
    );
    return rows.map(({ action }) => action);
  };

  it('neither sees nor changes another phone’s booking', async () => {
    const code = await talks.booked(talks.newPhone());
    const stranger = talks.newPhone();
    expect(await talks.templates(stranger, `查 ${code}`, `改期 ${code}`, `取消预约 ${code}`, `预约 ${code}`)).toEqual(
      Array.from({ length: 4 }, () => 'booking_unknown'),
    );
  });

  it('takes up an offer of the waiting list with its code', async () => {
    const [first, waiting, stranger] = [talks.newPhone(), talks.newPhone(), talks.newPhone()];
    const code = await talks.booked(first);
    const [booking] = await talks.bookings(first);
    await joined(waiting, booking?.startAt ?? clock.now());
    await talks.templates(first, `取消预约 ${code}`, '1');
    const offer = (await talks.received(waiting)).at(-1);
    expect(offer?.template).toBe('booking_offer');
    expect(await talks.templates(stranger, `预约 ${offer?.values.code}`)).toEqual(['booking_unknown']);
    expect(await talks.templates(waiting, `预约 ${offer?.values.code}`)).toEqual(['booking_confirmed']);
    expect((await talks.bookings(waiting)).map(({ state }) => state)).toEqual(['confirmed']);
  });

  it('taken up a second time, or too late, is told how it stands', async () => {
    const [first, waiting, late] = [talks.newPhone(), talks.newPhone(), talks.newPhone()];
    const code = await talks.booked(first);
    const [booking] = await talks.bookings(first);
    for (const phone of [waiting, late]) await joined(phone, booking?.startAt ?? clock.now());
    await talks.templates(first, `取消预约 ${code}`, '1');
    const offer = (await talks.received(waiting)).at(-1)?.values.code;
    await talks.templates(waiting, `预约 ${offer}`);
    expect((await talks.say(waiting, `预约 ${offer}`))[0]).toMatchObject({
      template: 'booking_status',
      values: { code: offer, state: 'confirmed' },
    });
    await talks.templates(waiting, `取消预约 ${offer}`, '1');
    const second = (await talks.received(late)).at(-1)?.values.code;
    clock.advance({ minutes: 31 });
    expect((await talks.say(late, `BOOK ${second}`))[0]).toMatchObject({
      template: 'booking_status',
      values: { code: second, state: 'expired' },
    });
  });

  it('of an offer gives the time up that was kept', async () => {
    clock.set('2026-11-24T06:00:00+08:00');
    const [first, waiting, next] = [talks.newPhone(), talks.newPhone(), talks.newPhone()];
    const code = await talks.booked(first);
    const [booking] = await talks.bookings(first);
    for (const phone of [waiting, next]) await joined(phone, booking?.startAt ?? clock.now());
    await talks.templates(first, `取消预约 ${code}`, '1');
    const offer = (await talks.received(waiting)).at(-1)?.values.code;
    expect(await talks.templates(waiting, `取消预约 ${offer}`)).toEqual(['confirm_drop']);
    expect((await talks.say(waiting, '1'))[0]).toMatchObject({
      template: 'booking_status',
      values: { code: offer, state: 'cancelled' },
    });
    expect((await talks.received(next)).at(-1)?.template).toBe('booking_offer');
  });

  it('rates the last service, once, when the hotline has passed the rating on', async () => {
    const phone = talks.newPhone();
    const code = await talks.booked(phone);
    await talks.office.dataSource.query(`UPDATE booking SET state = 'served' WHERE code = $1`, [code]);
    const before = (await talks.received(phone)).length;
    const id = newId();
    for (const each of [id, id, newId(), newId()]) {
      await talks.take(TextPassedOn, phone, { asked: 'rate', number: 4 }, { id: each, process: 1 });
    }
    expect((await talks.received(phone)).slice(before).map(({ template }) => template)).toEqual([
      'booking_rated',
      'not_understood',
    ]);
    expect(
      await talks.office.dataSource.query(
        'SELECT score, via FROM booking_rating JOIN booking ON id = booking_id WHERE code = $1',
        [code],
      ),
    ).toEqual([{ score: 4, via: 'sms' }]);
  });

  it('of the waiting list tells its phone of the offer, and of what became of it', async () => {
    const [first, waiting, stranger] = [talks.newPhone(), talks.newPhone(), talks.newPhone()];
    const code = await talks.booked(first);
    const [booking] = await talks.bookings(first);
    const entry = await joined(waiting, booking?.startAt ?? clock.now());
    const ask = async (phone: string, text = `查 ${entry}`) => (await talks.say(phone, text)).at(-1);
    expect(await ask(waiting)).toMatchObject({
      template: 'waitlist_status',
      values: { code: entry, state: 'waiting' },
    });
    await talks.templates(first, `取消预约 ${code}`, '1');
    const offered = await ask(waiting, `STATUS ${entry.toLowerCase()}`);
    expect(offered).toMatchObject({
      template: 'waitlist_status',
      language: 'en',
      values: { state: 'offered', time: booking?.startAt.toISOString(), until: expect.any(String) },
    });
    expect(await ask(stranger)).toMatchObject({ template: 'booking_unknown' });
    await talks.templates(waiting, `预约 ${offered?.values.booking}`);
    expect((await ask(waiting))?.values).toEqual({ code: entry, state: 'taken', booking: offered?.values.booking });
  });

  it('of an offer that has run out says so before the timer does', async () => {
    const [first, waiting] = [talks.newPhone(), talks.newPhone()];
    const code = await talks.booked(first);
    const [booking] = await talks.bookings(first);
    const entry = await joined(waiting, booking?.startAt ?? clock.now());
    await talks.templates(first, `取消预约 ${code}`, '1');
    clock.advance({ minutes: 31 });
    expect((await talks.say(waiting, `查 ${entry}`)).at(-1)?.values).toEqual({ code: entry, state: 'over' });
  });

  it('of a request to be contacted tells its phone by when it is called, and what was agreed', async () => {
    const [phone, stranger] = [talks.newPhone(), talks.newPhone()];
    const wish = { kind: 'callback', channel: 'web', siteId: HALL, contact: { phone, language: 'zh-CN' } } as const;
    const { code, contactDueAt } = await talks.office.dataSource.transaction((em) =>
      talks.processNo(0).get(ContactRequests).request(em, wish, CITIZEN),
    );
    const ask = async (by = phone) => (await talks.say(by, `查 ${code}`))[0];
    expect(await ask()).toMatchObject({
      template: 'contact_status',
      values: { code, state: 'requested', until: contactDueAt.toISOString() },
    });
    expect(await ask(stranger)).toMatchObject({ template: 'booking_unknown' });
    const agreedAt = '2026-12-01T10:00:00.000Z';
    await talks.office.dataSource.query(
      `UPDATE contact_request SET state = 'agreed', agreed_start_at = $2, agreed_end_at = $2::timestamptz + interval '30 minutes'
        WHERE code = $1`,
      [code, agreedAt],
    );
    expect((await ask())?.values).toMatchObject({ state: 'agreed', time: agreedAt });
    await talks.office.dataSource.query(`UPDATE contact_request SET state = 'requested' WHERE code = $1`, [code]);
    clock.advance({ hours: 25 });
    expect((await ask())?.values).toMatchObject({ state: 'overdue' });
  });

  it('gives the phone’s own place on the waiting list up, once, whichever process hears it', async () => {
    clock.set('2026-11-25T06:00:00+08:00');
    const [first, waiting, stranger] = [talks.newPhone(), talks.newPhone(), talks.newPhone()];
    const code = await talks.booked(first);
    const [booking] = await talks.bookings(first);
    const entry = await joined(waiting, booking?.startAt ?? clock.now());
    expect(await talks.templates(stranger, `取消预约 ${entry}`)).toEqual(['booking_unknown']);
    const id = newId();
    await Promise.all([0, 1, 0, 1].map((process) => talks.deliver(waiting, `取消预约 ${entry}`, { id, process })));
    expect((await talks.received(waiting)).map(({ template, values }) => [template, values])).toEqual([
      ['waitlist_status', { code: entry, state: 'withdrawn' }],
    ]);
    expect((await talks.say(waiting, `DROP ${entry}`))[0]?.values).toEqual({ code: entry, state: 'withdrawn' });
    expect(await ledgerOf('waitlist_entry', entry)).toEqual(['joined', 'withdrawn']);
    await talks.templates(first, `取消预约 ${code}`, '1');
    expect((await talks.received(waiting)).map(({ template }) => template)).not.toContain('booking_offer');
  });

  it('gives an offer back to the next in line; what became a booking stays one', async () => {
    clock.set('2026-11-26T06:00:00+08:00');
    const [first, waiting, next] = [talks.newPhone(), talks.newPhone(), talks.newPhone()];
    const code = await talks.booked(first);
    const [booking] = await talks.bookings(first);
    const entry = await joined(waiting, booking?.startAt ?? clock.now());
    const nextEntry = await joined(next, booking?.startAt ?? clock.now());
    await talks.templates(first, `取消预约 ${code}`, '1');
    expect((await talks.say(waiting, `DROP ${entry}`)).at(-1)?.values).toEqual({ code: entry, state: 'withdrawn' });
    const offer = (await talks.received(next)).at(-1);
    expect(offer).toMatchObject({ template: 'booking_offer', values: { time: booking?.startAt.toISOString() } });
    await talks.templates(next, `预约 ${offer?.values.code}`);
    expect((await talks.say(next, `取消预约 ${nextEntry}`))[0]?.values).toEqual({
      code: nextEntry,
      state: 'taken',
      booking: offer?.values.code,
    });
    expect((await talks.bookings(next)).map(({ state }) => state)).toEqual(['confirmed']);
  });

  it('withdraws the phone’s own request to be contacted, once; a citizen who was served stays served', async () => {
    const [phone, stranger] = [talks.newPhone(), talks.newPhone()];
    const wish = {
      kind: 'outside-hours',
      channel: 'web',
      itemCode: 'id-card',
      siteId: HALL,
      contact: { phone, language: 'zh-CN' },
    } as const;
    const { code } = await talks.office.dataSource.transaction((em) =>
      talks.processNo(0).get(ContactRequests).request(em, wish, CITIZEN),
    );
    expect(await talks.templates(stranger, `取消预约 ${code}`)).toEqual(['booking_unknown']);
    const id = newId();
    await Promise.all([0, 1, 0, 1].map((process) => talks.deliver(phone, `取消预约${code}`, { id, process })));
    expect(await talks.received(phone)).toMatchObject([
      { template: 'contact_status', values: { code, state: 'withdrawn' } },
    ]);
    expect((await talks.say(phone, `drop ${code}`))[0]?.values).toMatchObject({ state: 'withdrawn' });
    expect(await ledgerOf('contact_request', code)).toEqual(['requested', 'withdrawn']);
    await talks.office.dataSource.query(`UPDATE contact_request SET state = 'served' WHERE code = $1`, [code]);
    expect((await talks.say(phone, `drop ${code}`))[0]?.values).toMatchObject({ state: 'served' });
  });
});
