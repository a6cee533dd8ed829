import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DialogueUnderTest } from './dialogue-under-test.fixture.js';

/** Several processes, and a crowd. */
jest.setTimeout(60_000);

describe('citizens who book by text message at once', () => {
  const clock = new FakeClock('2026-11-23T06:00:00+08:00');
  let talks: DialogueUnderTest;
  beforeAll(async () => {
    talks = await DialogueUnderTest.start(clock);
  });
  afterAll(() => talks.close());

  it('books once when they press 1 again and again, whichever process hears it', async () => {
    const phone = talks.newPhone();
    await talks.templates(phone, '预约 id-card', '1', '1');
    const before = (await talks.received(phone)).length;
    await Promise.all(Array.from({ length: 8 }, (_, i) => talks.deliver(phone, '1', { process: i % 2 })));
    expect(await talks.bookings(phone)).toHaveLength(1);
    expect(
      (await talks.received(phone))
        .slice(before)
        .map(({ template }) => template)
        .toSorted(),
    ).toEqual(['booking_confirmed', 'not_understood']);
  });

  it('is offered other times when somebody was faster', async () => {
    const [slow, fast] = [talks.newPhone(), talks.newPhone()];
    await talks.templates(slow, '预约 id-card', '1');
    const [offered] = await talks.received(slow).then((all) => all.slice(-1));
    await talks.templates(fast, '预约 id-card', '1', '1', '1');
    const [again] = await talks.say(slow, '1');
    expect(again?.template).toBe('choose_time_again');
    expect(again?.values.time1).not.toBe(offered?.values.time1);
    expect(await talks.templates(slow, '1', '1')).toEqual(['confirm_booking', 'booking_confirmed']);
  });

  it('who race for the last place: one has it, the other is offered other times', async () => {
    const racers = [talks.newPhone(), talks.newPhone(), talks.newPhone(), talks.newPhone()];
    for (const phone of racers) await talks.templates(phone, '预约 id-card', '2');
    const answers = await Promise.all(
      racers.map(async (phone, i) => {
        await talks.deliver(phone, '1', { process: i % 2 });
        return (await talks.received(phone)).at(-1)?.template;
      }),
    );
    expect(answers.map(String).toSorted()).toEqual([
      'choose_time_again',
      'choose_time_again',
      'choose_time_again',
      'confirm_booking',
    ]);
    expect(await talks.overlaps()).toEqual([]);
  });

  it('many at once: no message has two answers, and no time is sold twice', async () => {
    const crowd = Array.from({ length: 24 }, () => talks.newPhone());
    const texts = ['预约 id-card', '1', '1', '1', '1', '1'];
    await Promise.all(
      crowd.map(async (phone, i) => {
        for (const text of texts) await talks.deliver(phone, text, { process: i % 2 });
      }),
    );
    const made = await Promise.all(crowd.map((phone) => talks.bookings(phone)));
    expect(made.flat().length).toBeGreaterThan(0);
    for (const [i, phone] of crowd.entries()) {
      expect(made[i]?.length).toBeLessThanOrEqual(1);
      expect((await talks.received(phone)).length).toBeLessThanOrEqual(texts.length);
    }
    expect(await talks.overlaps()).toEqual([]);
  });
});
