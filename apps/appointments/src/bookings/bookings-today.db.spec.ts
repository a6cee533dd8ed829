import { EventStream, type StreamEvent } from '@app/common/http/event-stream.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HALL } from '../seed/small-county.fixture.js';
import { BookingsUnderTest } from './bookings-under-test.fixture.js';

jest.setTimeout(60_000);

const CLERK = staff('operator');
const TODAY = '2026-11-23';
const TOMORROW = '2026-11-24';

describe('the clerk’s screen', () => {
  const clock = new FakeClock(`${TODAY}T08:00:00+08:00`);
  const told: StreamEvent[] = [];
  let office: BookingsUnderTest;
  beforeAll(async () => {
    office = await BookingsUnderTest.start(clock);
    office.service.apps[0]?.get(EventStream).passOnBy((event) => told.push(event));
  });
  beforeEach(() => void told.splice(0));
  afterAll(() => office.close());

  const at = (day: string, time: string): string => `${day}T${time}:00+08:00`;
  const todayHasChanged = [
    {
      type: 'desk',
      data: { siteId: HALL, day: TODAY },
      audience: { roles: ['operator', 'supervisor', 'handler'] },
    },
  ];
  const deskNews = (): StreamEvent[] => told.filter(({ type }) => type === 'desk');

  it('is told of a booking for today: made, moved within the day, cancelled', async () => {
    const { code } = await office.booked(at(TODAY, '14:00'));
    expect(deskNews()).toMatchObject(todayHasChanged);
    told.splice(0);
    expect((await office.post(`/bookings/${code}/move`, { startAt: at(TODAY, '15:00') }, { version: 1 })).status).toBe(
      200,
    );
    expect(deskNews()).toMatchObject(todayHasChanged);
    told.splice(0);
    expect((await office.post(`/bookings/${code}/cancel`)).status).toBe(200);
    expect(deskNews()).toMatchObject(todayHasChanged);
  });

  it('is told of a booking that is moved into today and out of it', async () => {
    const { code } = await office.booked(at(TOMORROW, '14:00'));
    expect(deskNews()).toEqual([]);
    await office.post(`/bookings/${code}/move`, { startAt: at(TODAY, '15:30') }, { version: 1 });
    expect(deskNews()).toMatchObject(todayHasChanged);
    told.splice(0);
    await office.post(`/bookings/${code}/move`, { startAt: at(TOMORROW, '15:30') }, { version: 2 });
    expect(deskNews()).toMatchObject(todayHasChanged);
  });

  it('is not told of a hold before it is confirmed, nor of the days ahead', async () => {
    const held = await office.book({ startAt: at(TODAY, '16:00') });
    await office.booked(at(TOMORROW, '16:00'));
    expect(deskNews()).toEqual([]);
    await office.post(`/bookings/${held.body.code}/confirm`, { contact: office.contact() });
    expect(deskNews()).toMatchObject(todayHasChanged);
  });

  it('is told of what the operator books for a caller', async () => {
    const body = { itemCode: 'id-card', siteId: HALL, startAt: at(TODAY, '16:30'), contact: office.contact() };
    const answer = await office.post('/desk/bookings', body, { actor: CLERK });
    expect(answer.status).toBe(201);
    expect(deskNews()).toMatchObject(todayHasChanged);
  });
});
