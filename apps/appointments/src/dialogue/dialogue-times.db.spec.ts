import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DialogueUnderTest } from './dialogue-under-test.fixture.js';

/** Several processes. */
jest.setTimeout(60_000);

describe('a time chosen by text message', () => {
  const clock = new FakeClock('2026-11-23T06:00:00+08:00');
  let talks: DialogueUnderTest;
  beforeAll(async () => {
    talks = await DialogueUnderTest.start(clock);
  });
  afterAll(() => talks.close());

  it('may take longer than the hold lasts, as long as the time is free', async () => {
    const phone = talks.newPhone();
    const [times] = await talks.say(phone, '预约 property');
    await talks.templates(phone, '3');
    clock.advance({ minutes: 12 });
    expect(await talks.templates(phone, '1')).toEqual(['booking_confirmed']);
    expect((await talks.bookings(phone)).map(({ startAt }) => startAt.toISOString())).toEqual([times?.values.time3]);
  });

  it('is offered other times when the time has passed before they answer', async () => {
    const phone = talks.newPhone();
    clock.set('2026-11-23T09:20:00+08:00');
    const [times] = await talks.say(phone, '预约 property');
    await talks.templates(phone, '1');
    clock.set(new Date(Date.parse(times?.values.time1 ?? '') + 60_000));
    expect(await talks.templates(phone, '1', '1', '1')).toEqual([
      'choose_time_again',
      'confirm_booking',
      'booking_confirmed',
    ]);
  });

  it('gives a held time back when they want another', async () => {
    const phone = talks.newPhone();
    await talks.templates(phone, '预约 id-card', '1');
    const held = (): Promise<{ count: number }[]> =>
      talks.office.dataSource.query(`SELECT count(*)::int FROM booking WHERE state = 'held' AND held_until > $1`, [
        clock.now(),
      ]);
    const [before] = await held();
    await talks.templates(phone, '1');
    expect((await held())[0]?.count).toBe((before?.count ?? 0) + 1);
    expect(await talks.templates(phone, '2')).toEqual(['choose_time']);
    expect(await held()).toEqual([before]);
  });

  it('has one booking of an item a day', async () => {
    const phone = talks.newPhone();
    await talks.booked(phone);
    expect(await talks.templates(phone, '预约 id-card', '1', '1', '1')).toEqual([
      'choose_site',
      'choose_time',
      'confirm_booking',
      'booking_exists',
    ]);
  });

  it('cannot change a booking that is about to begin', async () => {
    const phone = talks.newPhone();
    const code = await talks.booked(phone);
    const [booking] = await talks.bookings(phone);
    clock.set(new Date((booking?.startAt.getTime() ?? 0) - 30 * 60_000));
    expect(await talks.templates(phone, `改期 ${code}`, '取消预约')).toEqual(['booking_fixed', 'booking_fixed']);
  });
});
