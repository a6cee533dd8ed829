import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CARE, HALL, ID_CARD, PROPERTY, TOWNSHIP } from '../seed/small-county.fixture.js';
import { BookingsUnderTest } from './bookings-under-test.fixture.js';
import { NoShows } from './no-shows.js';

jest.setTimeout(60_000);

const OPERATOR = staff('operator');
const MONDAY_EIGHT = '2026-11-23T08:00:00+08:00';

describe('the rules of booking', () => {
  const clock = new FakeClock(MONDAY_EIGHT);
  let office: BookingsUnderTest;
  beforeAll(async () => {
    office = await BookingsUnderTest.start(clock);
  });
  afterAll(() => office.close());

  /** The type of a refusal, or what it was if it was none. */
  const refusal = (answer: { status: number; body: object }): unknown => {
    const { type, rule } = answer.body as { type?: string; rule?: string };
    return [answer.status, rule ?? type?.replace('/problems/', '') ?? answer.body];
  };

  it.each([
    ['an item the site has not', { itemCode: PROPERTY, siteId: TOWNSHIP }, [422, 'not-offered-here']],
    ['an item nobody knows', { itemCode: 'unknown' }, [422, 'not-offered-here']],
    ['a group where each comes alone', { itemCode: PROPERTY, people: 2 }, [422, 'no-groups']],
    ['the green channel of an item without one', { itemCode: PROPERTY, green: true }, [422, 'no-green-channel']],
    ['a home visit for an item of the counter', { homeVisit: true }, [422, 'no-home-visit']],
    ['a time that is past', { startAt: '2026-11-20T09:00:00+08:00' }, [422, 'appointment-in-the-past']],
    ['a day too far ahead', { startAt: '2026-12-28T09:00:00+08:00' }, [422, 'too-far-ahead']],
    ['a time between the slots', { startAt: '2026-11-24T09:07:00+08:00' }, [409, 'slot-taken']],
    ['the middle of the night', { startAt: '2026-11-24T02:00:00+08:00' }, [409, 'slot-taken']],
    ['more than five people', { people: 6 }, [400, 'malformed']],
    ['a time without an offset', { startAt: '2026-11-24T09:00:00' }, [400, 'malformed']],
    ['an unknown field', { colour: 'red' }, [400, 'malformed']],
    ['no phone', { contact: { phone: '12', language: 'zh-CN' as const } }, [400, 'malformed']],
  ])('%s cannot be booked, and nothing is written', async (_, wish, expected) => {
    const [before] = await office.rows<{ n: number }>('SELECT count(*)::int AS n FROM booking');
    const answer = await office.book({ startAt: '2026-11-24T09:00:00+08:00', ...wish });
    expect(refusal(answer)).toEqual(expected);
    expect(await office.rows('SELECT count(*)::int AS n FROM booking')).toEqual([before]);
  });

  it('a phone books an item once a day, and again after it was cancelled', async () => {
    const contact = office.contact();
    const first = await office.booked('2026-11-24T10:00:00+08:00', { contact });
    const again = { startAt: '2026-11-24T11:00:00+08:00', contact };
    expect(refusal(await office.book(again))).toEqual([409, 'already-booked-that-day']);
    expect((await office.book({ ...again, startAt: '2026-11-25T11:00:00+08:00' })).status).toBe(201);
    const hold = await office.book({ startAt: '2026-11-24T11:15:00+08:00' });
    const confirm = await office.post(`/bookings/${hold.body.code}/confirm`, { contact });
    expect(refusal(confirm)).toEqual([409, 'already-booked-that-day']);
    expect((await office.post(`/bookings/${first.code}/cancel`)).body.state).toBe('cancelled');
    expect((await office.post(`/bookings/${hold.body.code}/confirm`, { contact })).body.state).toBe('confirmed');
  });

  it('a hold that is over cannot be confirmed, and its time is anybody’s, timer or not', async () => {
    const hold = await office.book({ startAt: '2026-11-25T09:00:00+08:00' });
    clock.advance({ minutes: 5 });
    expect((await office.book({ startAt: '2026-11-25T09:00:00+08:00' })).status).toBe(201);
    const late = await office.post(`/bookings/${hold.body.code}/confirm`, { contact: office.contact() });
    expect(refusal(late)).toEqual([409, 'hold-expired']);
    expect((await office.get(`/bookings/${hold.body.code}`)).body.state).toBe('expired');
  });

  it('another time in place of a hold gives the hold back, or keeps it where the other is taken', async () => {
    const hold = await office.book({ startAt: '2026-11-25T10:00:00+08:00' });
    const taken = await office.booked('2026-11-25T11:30:00+08:00');
    const replaces = hold.body.code;
    expect(refusal(await office.book({ startAt: taken.startAt, replaces }))).toEqual([409, 'slot-taken']);
    expect((await office.get(`/bookings/${replaces}`)).body.state).toBe('held');
    // A group of two needs the time the hold itself is in the way of.
    const wish = { startAt: '2026-11-25T09:45:00+08:00', people: 2, replaces };
    const call = { key: 'another-time', address: '10.2.2.2' };
    const wider = await office.book(wish, call);
    expect(wider).toMatchObject({ status: 201, body: { state: 'held', endAt: '2026-11-25T02:15:00.000Z' } });
    expect((await office.get(`/bookings/${replaces}`)).body.state).toBe('cancelled');
    expect(await office.book(wish, call)).toEqual(wider);
  });

  it('a move is one step: the new time taken, the old one free, the version checked, the sequence raised', async () => {
    const booked = await office.booked('2026-11-26T09:00:00+08:00');
    const blocker = await office.booked('2026-11-26T09:30:00+08:00');
    const path = `/bookings/${booked.code}/move`;
    expect((await office.post(path, { startAt: blocker.startAt })).status).toBe(428);
    const taken = await office.post(path, { startAt: blocker.startAt }, { version: 1 });
    expect(taken).toMatchObject({ status: 409, body: { alternatives: { length: 3 } } });
    expect((await office.get(`/bookings/${booked.code}`)).body).toMatchObject({ startAt: booked.startAt, version: 1 });
    const moved = await office.post(path, { siteId: TOWNSHIP, startAt: '2026-11-27T09:30:00+08:00' }, { version: 1 });
    expect(moved).toMatchObject({
      status: 200,
      body: { siteId: TOWNSHIP, startAt: '2026-11-27T01:30:00.000Z', sequence: 1, version: 2, state: 'confirmed' },
    });
    expect(refusal(await office.post(path, { startAt: booked.startAt }, { version: 1 }))).toEqual([
      412,
      'stale-version',
    ]);
    expect((await office.book({ startAt: booked.startAt })).status).toBe(201);
    expect(await office.messages(await office.idOf(booked.code))).toEqual(['booking_confirmed', 'booking_moved']);
  });

  it('citizens cancel until two hours before, the office at any time', async () => {
    clock.set('2026-11-26T12:30:00+08:00');
    const booked = await office.booked('2026-11-26T14:30:00+08:00');
    clock.advance({ minutes: 1 });
    expect((await office.get(`/bookings/${booked.code}`)).body.allowed).toEqual([]);
    const path = `/bookings/${booked.code}/cancel`;
    expect(refusal(await office.post(path))).toEqual([422, 'too-late-to-cancel']);
    const cancelled = await office.post(path, { reason: '来电取消' }, { actor: OPERATOR });
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled', sequence: 1 } });
    expect(await office.post(path)).toMatchObject({ status: 200, body: { state: 'cancelled', sequence: 1 } });
    clock.set(MONDAY_EIGHT);
  });

  it('a citizen is reminded a day and two hours before, of the time it was moved to, and not once it is cancelled', async () => {
    clock.set('2026-11-29T08:00:00+08:00');
    const booked = await office.booked('2026-12-02T10:00:00+08:00');
    const dropped = await office.booked('2026-12-02T10:30:00+08:00');
    const version = 1;
    await office.post(`/bookings/${booked.code}/move`, { startAt: '2026-12-03T10:00:00+08:00' }, { version });
    await office.post(`/bookings/${dropped.code}/cancel`);
    const [one, other] = [await office.idOf(booked.code), await office.idOf(dropped.code)];
    clock.set('2026-12-02T09:59:00+08:00');
    await office.timersRun();
    expect(await office.messages(one)).toEqual(['booking_confirmed', 'booking_moved']);
    clock.set('2026-12-02T10:00:00+08:00');
    await office.timersRun();
    clock.set('2026-12-03T08:00:00+08:00');
    await office.timersRun();
    expect(await office.messages(one)).toEqual([
      'booking_confirmed',
      'booking_moved',
      'booking_reminder',
      'booking_reminder',
    ]);
    expect(await office.messages(other)).toEqual(['booking_confirmed', 'booking_cancelled']);
    clock.set(MONDAY_EIGHT);
  });

  it('a home visit is announced as one: nobody is sent to the office', async () => {
    const contact = office.contact();
    const hold = await office.book({ itemCode: CARE, homeVisit: true, startAt: '2026-12-03T14:30:00+08:00' });
    const { code } = hold.body;
    await office.post(`/bookings/${code}/confirm`, { contact, visitAddress: '向阳村三组五号' });
    const at = await office.booked('2026-12-04T14:30:00+08:00', {
      itemCode: CARE,
      homeVisit: true,
      visitAddress: '柳林',
    });
    await office.post(`/bookings/${at.code}/move`, { startAt: '2026-12-04T15:30:00+08:00' }, { version: 1 });
    const told = await office.rows<{ payload: { template: string; sealedValues: string } }>(
      `SELECT payload FROM outbox WHERE subject = 'gateway.sms.requested.v1'
        AND payload ->> 'aboutId' IN (SELECT id::text FROM booking WHERE code IN ($1, $2)) ORDER BY seq`,
      [code, at.code],
    );
    const values = told.map(({ payload }) => JSON.parse(office.service.box.open(payload.sealedValues)) as object);
    expect(told.map(({ payload }) => payload.template)).toEqual([
      'booking_confirmed',
      'booking_confirmed',
      'booking_moved',
    ]);
    for (const each of values) {
      expect(each).toMatchObject({ visit: 'yes' });
      expect(each).not.toHaveProperty('place');
    }
  });

  it('a home visit needs an address, keeps it sealed, and takes the way there and back', async () => {
    const wish = { itemCode: CARE, homeVisit: true, startAt: '2026-12-01T10:00:00+08:00', contact: office.contact() };
    expect(refusal(await office.book(wish))).toEqual([422, 'visit-address-missing']);
    const booked = await office.book({ ...wish, visitAddress: '向阳村三组五号' });
    expect(booked).toMatchObject({ status: 201, body: { homeVisit: true } });
    const rows = await office.rows<{ during: string; sealed: string; named: boolean }>(
      `SELECT during = tstzrange('2026-12-01T09:30:00+08:00', '2026-12-01T11:30:00+08:00') AS during,
         sealed_address AS sealed, booking::text LIKE '%向阳村%' AS named FROM booking WHERE code = $1`,
      [booked.body.code],
    );
    expect(rows).toEqual([{ during: true, sealed: expect.stringMatching(/^v1\./), named: false }]);
  });

  it('a representative comes only where the item allows it; who it is rests sealed', async () => {
    const representative = { name: '李小红', relation: '女儿' };
    const wish = { startAt: '2026-12-01T09:00:00+08:00', contact: office.contact(), representative };
    expect(refusal(await office.book({ ...wish, itemCode: PROPERTY }))).toEqual([422, 'no-representative']);
    const booked = await office.book(wish);
    expect(booked.body).toMatchObject({ representative: true });
    expect(JSON.stringify(booked.body)).not.toContain('李小红');
  });

  it('an operator books for a caller and finds the caller’s bookings, the number masked', async () => {
    const contact = office.contact('13700001234');
    const wish = { itemCode: ID_CARD, siteId: HALL, startAt: '2026-12-01T09:15:00+08:00', contact };
    expect((await office.post('/desk/bookings', wish)).status).toBe(401);
    const booked = await office.post('/desk/bookings', wish, { actor: OPERATOR });
    expect(booked).toMatchObject({ status: 201, body: { state: 'confirmed', phoneMasked: '137****1234' } });
    const found = await office.post<object>('/desk/bookings/search', { phone: '137 0000 1234' }, { actor: OPERATOR });
    expect(found).toMatchObject({ status: 200, body: { items: [{ code: booked.body.code }], next: null } });
    const rows = await office.rows('SELECT channel, booked_by AS by FROM booking WHERE code = $1', [booked.body.code]);
    expect(rows).toEqual([{ channel: 'phone', by: OPERATOR.id }]);
  });

  it('three missed bookings close web and SMS to a phone for thirty days; operators still book for it', async () => {
    const contact = office.contact();
    let code = '';
    for (const startAt of ['2026-12-07T09:00:00+08:00', '2026-12-08T09:00:00+08:00', '2026-12-09T09:00:00+08:00']) {
      ({ code } = await office.booked(startAt, { contact }));
      await office.rows(`UPDATE booking SET state = 'missed' WHERE code = $1`, [code]);
    }
    clock.set('2026-12-09T12:00:00+08:00');
    const [row] = await office.rows<{ phone: string }>(
      'SELECT phone_fingerprint AS phone FROM booking WHERE code = $1',
      [code],
    );
    const noShows = office.service.apps[0]?.get(NoShows, { strict: false });
    await noShows?.count(office.service.dataSource.manager, row?.phone ?? null, clock.now());
    const wish = { startAt: '2026-12-14T09:00:00+08:00', contact };
    const blocked = await office.book(wish);
    expect(blocked).toMatchObject({ status: 422, body: { rule: 'blocked-after-no-shows', until: '2027-01-08' } });
    const desk = await office.post('/desk/bookings', { itemCode: ID_CARD, siteId: HALL, ...wish }, { actor: OPERATOR });
    expect(desk.status).toBe(201);
    clock.set(MONDAY_EIGHT);
  });

  it('what was served is rated once', async () => {
    const { code } = await office.booked('2026-11-27T10:00:00+08:00');
    const path = `/bookings/${code}/rating`;
    expect(refusal(await office.post(path, { score: 5 }))).toEqual([409, 'wrong-state']);
    await office.rows(`UPDATE booking SET state = 'served' WHERE code = $1`, [code]);
    expect((await office.get(`/bookings/${code}`)).body.allowed).toEqual(['rate']);
    expect(await office.post(path, { score: 5, comment: '很快' })).toMatchObject({
      status: 200,
      body: { rating: 5, allowed: [] },
    });
    expect(refusal(await office.post(path, { score: 1 }))).toEqual([422, 'already-rated']);
  });

  it('the schedule may change under a booking: nothing is booked by the old one', async () => {
    const startAt = '2026-12-10T09:00:00+08:00';
    expect((await office.book({ startAt })).status).toBe(201);
    await office.rows(
      `WITH shut AS (INSERT INTO closure (id, site_id, from_day, to_day, reason_zh, reason_en)
         VALUES (gen_random_uuid(), $1, '2026-12-10', '2026-12-10', '停电', 'Power cut'))
       UPDATE schedule_stamp SET stamp = stamp + 1 WHERE site_id = $1`,
      [HALL],
    );
    expect(refusal(await office.book({ startAt: '2026-12-10T09:30:00+08:00' }))).toEqual([409, 'slot-taken']);
    const [row] = await office.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM booking WHERE day = '2026-12-10' AND site_id = $1`,
      [HALL],
    );
    expect(row?.n).toBe(1);
  });

  it('a code that cannot be one, or is nobody’s, names nothing', async () => {
    for (const code of ['Y123', 'abc', 'YCCCCCCCCC']) expect((await office.get(`/bookings/${code}`)).status).toBe(404);
  });
});
