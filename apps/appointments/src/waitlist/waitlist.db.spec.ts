import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BookingsUnderTest } from '../bookings/bookings-under-test.fixture.js';
import { CARE, HALL, ID_CARD, PROPERTY, TOWNSHIP } from '../seed/small-county.fixture.js';
import { fillDay } from './full-day.fixture.js';
import type { JoinWaitlistDto, WaitlistEntryDto } from './waitlist.dto.js';

jest.setTimeout(60_000);

describe('the waiting list', () => {
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let office: BookingsUnderTest;
  beforeAll(async () => {
    office = await BookingsUnderTest.start(clock, 2);
  });
  afterAll(() => office.close());

  const join = async (day: string, wish: Partial<JoinWaitlistDto> = {}): Promise<WaitlistEntryDto> => {
    const body = { itemCode: ID_CARD, siteId: HALL, fromDay: day, toDay: day, contact: office.contact(), ...wish };
    const answer = await office.post<WaitlistEntryDto>('/waitlist', body);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  /** Others have booked all that is left of the day. */
  const full = (day: string, { siteId = HALL, itemCode = ID_CARD } = {}): Promise<void> =>
    fillDay(office.service.dataSource, { siteId, itemCode, day });
  const read = async ({ code }: { code: string }): Promise<WaitlistEntryDto> =>
    (await office.get<WaitlistEntryDto>(`/waitlist/${code}`)).body;

  it('offers what a cancellation frees to the first in line for half an hour, by text message', async () => {
    const booked = await office.booked('2026-11-24T09:00:00+08:00');
    await full('2026-11-24');
    const [first, second] = [await join('2026-11-24'), await join('2026-11-24')];
    expect(first).toMatchObject({ state: 'waiting', offer: null, code: expect.stringMatching(/^W\w{9}$/) });
    await office.post(`/bookings/${booked.code}/cancel`);
    const offered = await read(first);
    expect(offered).toMatchObject({
      state: 'offered',
      offer: { startAt: '2026-11-24T01:00:00.000Z', until: '2026-11-23T00:30:00.000Z' },
    });
    expect(await read(second)).toMatchObject({ state: 'waiting' });
    expect((await office.book({ startAt: '2026-11-24T09:00:00+08:00' })).status).toBe(409);
    const bookingCode = offered.offer?.bookingCode ?? '';
    expect(await office.messages(await office.idOf(bookingCode))).toEqual(['booking_offer']);
    const taken = await office.post(`/bookings/${bookingCode}/confirm`);
    expect(taken).toMatchObject({
      status: 200,
      body: { state: 'confirmed', phoneMasked: expect.stringContaining('****') },
    });
    expect(await read(first)).toMatchObject({ state: 'taken' });
  });

  it('while a time is free is no waiting: it is offered at once, for half an hour, and to the next if not taken', async () => {
    const day = '2026-12-09';
    const contact = office.contact();
    const booked = await office.booked(`${day}T10:00:00+08:00`);
    const last = await office.booked(`${day}T09:00:00+08:00`);
    await full(day);
    await office.post(`/bookings/${last.code}/cancel`);
    const body = { itemCode: ID_CARD, siteId: HALL, fromDay: day, toDay: day, contact };
    const once = { key: 'once', address: '10.9.9.9' };
    const first = await office.post<WaitlistEntryDto>('/waitlist', body, once);
    expect(first).toMatchObject({
      status: 201,
      body: {
        state: 'offered',
        offer: {
          startAt: '2026-12-09T01:00:00.000Z',
          until: new Date(clock.now().getTime() + 30 * 60_000).toISOString(),
        },
      },
    });
    expect((await office.post('/waitlist', body, once)).body).toEqual(first.body);
    expect(await office.messages(await office.idOf(first.body.offer?.bookingCode ?? ''))).toEqual(['booking_offer']);
    const second = await join(day);
    expect(second).toMatchObject({ state: 'waiting', offer: null });
    await office.post(`/waitlist/${first.body.code}/withdraw`);
    expect(await read(second)).toMatchObject({
      state: 'offered',
      offer: first.body.offer && { endAt: first.body.offer.endAt },
    });
    await office.post(`/bookings/${booked.code}/cancel`);
    const taken = await office.post(`/bookings/${(await read(second)).offer?.bookingCode}/confirm`);
    expect(taken.body.state).toBe('confirmed');
    const third = await join(day);
    expect(third.offer?.startAt).toBe('2026-12-09T02:00:00.000Z');
    expect(await office.overlaps()).toEqual([]);
  });

  it('offers a time of another day to who has a booking of the item on the first', async () => {
    const contact = office.contact();
    await office.booked('2026-12-10T09:00:00+08:00', { contact });
    const entry = await join('2026-12-10', { toDay: '2026-12-11', session: 'afternoon', contact });
    expect(entry.offer?.startAt).toBe('2026-12-11T05:30:00.000Z');
  });

  it('an offer that runs out goes to the next, one that is given back too', async () => {
    const booked = await office.booked('2026-11-25T09:00:00+08:00');
    await full('2026-11-25');
    const [one, two, three] = [await join('2026-11-25'), await join('2026-11-25'), await join('2026-11-25')];
    await office.post(`/bookings/${booked.code}/cancel`);
    expect(await read(one)).toMatchObject({ state: 'offered' });
    clock.advance({ minutes: 30 });
    await office.timersRun();
    expect(await read(one)).toMatchObject({ state: 'over', offer: null });
    const second = await read(two);
    expect(second).toMatchObject({ state: 'offered', offer: { startAt: '2026-11-25T01:00:00.000Z' } });
    await office.post(`/waitlist/${two.code}/withdraw`);
    expect(await read(two)).toMatchObject({ state: 'withdrawn' });
    const third = await read(three);
    expect(third).toMatchObject({ state: 'offered' });
    await office.post(`/bookings/${third.offer?.bookingCode}/release`);
    expect(await read(three)).toMatchObject({ state: 'withdrawn' });
    expect((await office.book({ startAt: '2026-11-25T09:00:00+08:00' })).status).toBe(201);
  });

  it('a move frees the old time, a hold that lapses its own', async () => {
    const moved = await office.booked('2026-11-26T09:00:00+08:00');
    const held = await office.book({ startAt: '2026-11-26T10:00:00+08:00' });
    expect(held.status).toBe(201);
    await full('2026-11-26');
    const [one, two] = [await join('2026-11-26'), await join('2026-11-26')];
    await office.post(`/bookings/${moved.code}/move`, { startAt: '2026-11-27T09:00:00+08:00' }, { version: 1 });
    expect(await read(one)).toMatchObject({ state: 'offered', offer: { startAt: '2026-11-26T01:00:00.000Z' } });
    clock.advance({ minutes: 5 });
    await office.timersRun();
    expect(await read(two)).toMatchObject({ state: 'offered', offer: { startAt: '2026-11-26T02:00:00.000Z' } });
  });

  it('passes over who waits for another item, site, session or day', async () => {
    const booked = await office.booked('2026-11-30T09:00:00+08:00');
    for (const day of ['2026-11-30', '2026-12-01', '2026-12-02']) await full(day);
    await full('2026-11-30', { itemCode: PROPERTY });
    await full('2026-11-30', { siteId: TOWNSHIP });
    const others = [
      await join('2026-11-30', { itemCode: PROPERTY }),
      await join('2026-11-30', { siteId: TOWNSHIP }),
      await join('2026-11-30', { session: 'noon' }),
      await join('2026-12-01'),
    ];
    const right = await join('2026-11-30', { session: 'morning', toDay: '2026-12-02' });
    await office.post(`/bookings/${booked.code}/cancel`);
    for (const other of others) expect(await read(other)).toMatchObject({ state: 'waiting' });
    expect(await read(right)).toMatchObject({ state: 'offered' });
  });

  it('many cancellations at once through two processes make as many offers, each of another place', async () => {
    const hours = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'];
    const booked = await Promise.all(hours.map((hour) => office.booked(`2026-12-03T${hour}:00+08:00`)));
    await full('2026-12-03');
    const waiting: WaitlistEntryDto[] = [];
    for (let i = 0; i < 8; i += 1) waiting.push(await join('2026-12-03'));
    await Promise.all(booked.map(({ code }, process) => office.post(`/bookings/${code}/cancel`, {}, { process })));
    const entries = await Promise.all(waiting.map(read));
    const offers = entries.flatMap(({ offer }) => (offer ? [offer.startAt] : []));
    expect(new Set(offers).size).toBe(6);
    expect(offers).toHaveLength(6);
    expect(entries.slice(0, 6).every(({ state }) => state === 'offered')).toBe(true);
    expect(await office.overlaps()).toEqual([]);
  });

  it('a home visit that comes free is offered to who waits for one, with their address', async () => {
    const visit = { itemCode: CARE, homeVisit: true, visitAddress: '幸福小区3幢' };
    // Half an hour to get there: the first visit of a morning.
    const first = { ...visit, startAt: '2026-12-02T09:30:00+08:00' };
    const booked = await office.book({ ...first, contact: office.contact() });
    expect(booked.status).toBe(201);
    await full('2026-12-02', { itemCode: CARE });
    const waiting = await join('2026-12-02', visit);
    expect(waiting).toMatchObject({ homeVisit: true, state: 'waiting' });
    await office.post(`/bookings/${booked.body.code}/cancel`);
    const { state, offer } = await read(waiting);
    expect({ state, startAt: offer?.startAt }).toEqual({ state: 'offered', startAt: '2026-12-02T01:30:00.000Z' });
    expect(await office.post(`/bookings/${offer?.bookingCode}/confirm`)).toMatchObject({
      status: 200,
      body: { state: 'confirmed', homeVisit: true },
    });
    const [kept] = await office.service.dataSource.query<{ sealed: string }[]>(
      'SELECT sealed_address AS sealed FROM booking WHERE code = $1',
      [offer?.bookingCode],
    );
    expect(office.service.box.open(kept?.sealed ?? '')).toBe('幸福小区3幢');
  });

  it('a home visit needs an address and an item that is done at home', async () => {
    const wish = { itemCode: CARE, siteId: HALL, fromDay: '2026-12-02', toDay: '2026-12-02', homeVisit: true };
    const refused = async (body: object) =>
      (await office.post<{ rule?: string }>('/waitlist', { ...wish, contact: office.contact(), ...body })).body.rule;
    expect(await refused({})).toBe('visit-address-missing');
    expect(await refused({ itemCode: ID_CARD, visitAddress: '幸福小区3幢' })).toBe('no-home-visit');
  });

  it('a phone waits once for the same; days in the wrong order and items not offered are refused', async () => {
    const contact = office.contact();
    await full('2026-12-04');
    const entry = await join('2026-12-04', { contact });
    const wish = { itemCode: ID_CARD, siteId: HALL, fromDay: '2026-12-04', toDay: '2026-12-04', contact };
    expect(await office.post('/waitlist', wish)).toMatchObject({
      status: 409,
      body: { type: '/problems/already-waiting' },
    });
    const wrong = { ...wish, fromDay: '2026-12-05', contact: office.contact() };
    expect(await office.post('/waitlist', wrong)).toMatchObject({ status: 422, body: { rule: 'days-in-wrong-order' } });
    const elsewhere = { ...wish, siteId: TOWNSHIP, itemCode: PROPERTY };
    expect(await office.post('/waitlist', elsewhere)).toMatchObject({
      status: 422,
      body: { rule: 'not-offered-here' },
    });
    await office.post(`/waitlist/${entry.code}/withdraw`);
    await join('2026-12-04', { contact });
    expect((await office.get('/waitlist/WNOBODY')).status).toBe(404);
  });

  it('who has waited until the last day in vain waits no longer', async () => {
    await full('2026-12-07');
    const entry = await join('2026-12-07');
    clock.set('2026-12-08T00:08:00+08:00');
    await office.recurred('waitlist.last-day');
    expect(await read(entry)).toMatchObject({ state: 'over' });
  });
});
