import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BookingsUnderTest } from './bookings-under-test.fixture.js';

jest.setTimeout(60_000);

describe('booking a time', () => {
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let office: BookingsUnderTest;
  beforeAll(async () => {
    office = await BookingsUnderTest.start(clock);
  });
  afterAll(() => office.close());

  it('without a contact holds it for five minutes; the contact makes it a booking', async () => {
    const held = await office.book({ startAt: '2026-11-24T09:00:00+08:00' });
    expect(held).toMatchObject({
      status: 201,
      body: {
        state: 'held',
        heldUntil: '2026-11-23T00:05:00.000Z',
        startAt: '2026-11-24T01:00:00.000Z',
        endAt: '2026-11-24T01:15:00.000Z',
        siteNameZh: '阳光县政务服务大厅',
        allowed: ['confirm', 'release'],
        phoneMasked: null,
        version: 1,
        sequence: 0,
      },
    });
    expect(held.body.code).toMatch(/^Y[34679CDFGHJKMNPQRTVWXY]{9}$/);
    expect(held.body.material).toMatchObject({ version: 1, materials: [{ nameZh: '居民户口簿' }] });
    const confirmed = await office.post(`/bookings/${held.body.code}/confirm`, {
      contact: office.contact('13812345678'),
    });
    expect(confirmed).toMatchObject({
      status: 200,
      body: {
        state: 'confirmed',
        phoneMasked: '138****5678',
        heldUntil: null,
        allowed: ['move', 'cancel'],
        version: 2,
      },
    });
    expect(await office.get(`/bookings/${held.body.code}`)).toMatchObject({ status: 200, body: confirmed.body });
  });

  it('twice with one key is booked once and answered the same', async () => {
    const key = newId();
    const wish = { startAt: '2026-11-24T09:15:00+08:00', contact: office.contact() };
    const [first, second] = [
      await office.book(wish, { key, address: '10.1.1.1' }),
      await office.book(wish, { key, address: '10.1.1.1' }),
    ];
    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 201, body: first.body });
  });
});
