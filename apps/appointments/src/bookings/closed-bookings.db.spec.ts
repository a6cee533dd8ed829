import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { eventually } from '@app/common/testing/eventually.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { Timers } from '@app/common/timers/timers.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HALL } from '../seed/small-county.fixture.js';
import { WINDOWS_CLOSED } from './booking-timers.js';
import { BookingsUnderTest } from './bookings-under-test.fixture.js';

jest.setTimeout(60_000);

const REASON = '设备检修';

describe('a booking on its way while its window closes', () => {
  // A Monday.
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let office: BookingsUnderTest;
  beforeAll(async () => {
    office = await BookingsUnderTest.start(clock, 2);
  });
  afterAll(() => office.close());

  /** @returns the closure's id */
  async function close(day: string, siteId: string | null = HALL): Promise<string> {
    const closure = { siteId, fromDay: day, toDay: day, reasonZh: REASON, reasonEn: 'Repairs' };
    const { status, body } = await office.post<{ id: string }>('/closures', closure, { actor: staff('supervisor') });
    expect(status).toBe(201);
    return body.id;
  }

  async function takeBack(closureId: string): Promise<void> {
    const { status } = await office.delete(`/closures/${closureId}`, { actor: staff('supervisor') });
    expect(status).toBe(200);
  }

  const told = (id: string) =>
    office.rows<{ by: string; reason: string }>(
      `SELECT actor_kind AS by, reason FROM ledger WHERE item_id = $1 AND action = 'window-closed' ORDER BY seq`,
      [id],
    );

  const timesTold = async (id: string): Promise<number> =>
    (await office.messages(id)).filter((template) => template === 'booking_closed').length;

  /** As if the booking had read the schedule before the change and committed after it. */
  async function commitLate(code: string, startAt: string): Promise<string> {
    const id = newId();
    await office.rows(
      `INSERT INTO booking (id, resource_kind, resource_id, during, state, held_until, code, site_id, item_code, day,
         start_at, end_at, channel, created_at, sealed_phone, phone_fingerprint, receives_text, language)
       SELECT $1::uuid, resource_kind, resource_id, tstzrange(late, late + interval '15 minutes'), state,
         held_until, $1::uuid::text, site_id, item_code, day, late, late + interval '15 minutes', channel, created_at,
         sealed_phone, $1::uuid::text, receives_text, language
       FROM booking, CAST($3 AS timestamptz) AS late WHERE code = $2`,
      [id, code, new Date(startAt)],
    );
    return id;
  }

  it('is told a little later, once; who knows already is not told again', async () => {
    const day = '2026-11-26';
    const before = await office.booked(`${day}T09:00:00+08:00`);
    const elsewhere = await office.booked('2026-11-27T09:00:00+08:00');
    await close(day);
    const late = await commitLate(before.code, `${day}T09:30:00+08:00`);
    expect(await timesTold(late)).toBe(0);
    clock.advance({ seconds: 10 });
    await office.timersRun();
    expect(await told(late)).toEqual([{ by: 'system', reason: REASON }]);
    expect(await timesTold(late)).toBe(1);
    expect(await told(await office.idOf(before.code))).toEqual([{ by: 'staff', reason: REASON }]);
    expect(await timesTold(await office.idOf(elsewhere.code))).toBe(0);
  });

  it('as a hold, is told once its owner has confirmed it', async () => {
    const day = '2026-12-01';
    const { body: hold } = await office.book({ startAt: `${day}T09:00:00+08:00` });
    const id = await office.idOf(hold.code);
    await close(day);
    clock.advance({ seconds: 10 });
    await office.timersRun();
    expect(await told(id)).toEqual([]);
    const confirmed = await office.post(`/bookings/${hold.code}/confirm`, { contact: office.contact() });
    expect(confirmed.body.state).toBe('confirmed');
    clock.advance({ minutes: 5 });
    await office.timersRun();
    expect(await told(id)).toEqual([{ by: 'system', reason: REASON }]);
    expect(await timesTold(id)).toBe(1);
    const waiting = await office.rows(`SELECT 1 FROM timer WHERE kind = 'booking.windows-closed'`);
    expect(waiting).toEqual([]);
  });

  it('told and moved before, is told of its new time too', async () => {
    const [first, second] = ['2026-12-03', '2026-12-04'];
    const booking = await office.booked(`${first}T09:00:00+08:00`);
    const id = await office.idOf(booking.code);
    await close(first);
    const to = { startAt: `${second}T09:00:00+08:00` };
    const moved = await office.post(`/bookings/${booking.code}/move`, to, { version: booking.version });
    expect(moved.status).toBe(200);
    clock.advance({ seconds: 10 });
    await office.timersRun();
    expect(await timesTold(id)).toBe(1);
    // The move has committed after the closure of its new day had told whom it found.
    await office.rows(`INSERT INTO closure VALUES ($1, $2, $3, $3, $4, 'Repairs')`, [newId(), HALL, second, REASON]);
    await office.service.apps[0]?.get(Timers).set(office.service.dataSource.manager, {
      kind: WINDOWS_CLOSED,
      key: newId(),
      dueAt: clock.now(),
      payload: { siteId: HALL, days: { fromDay: second, toDay: second }, reason: REASON },
    });
    await office.timersRun();
    expect(await timesTold(id)).toBe(2);
  });

  it('lost to a closure is changed by its citizen until the last minute', async () => {
    clock.set('2026-12-07T07:00:00+08:00');
    const moved = await office.booked('2026-12-07T09:00:00+08:00');
    const dropped = await office.booked('2026-12-07T09:15:00+08:00');
    const open = await office.booked('2026-12-08T09:00:00+08:00');
    await close('2026-12-07');
    clock.set('2026-12-07T08:30:00+08:00');
    const { body } = await office.get(`/bookings/${moved.code}`);
    expect(body.allowed).toEqual(['move', 'cancel']);
    const to = { startAt: '2026-12-09T09:00:00+08:00' };
    expect((await office.post(`/bookings/${moved.code}/move`, to, { version: body.version })).status).toBe(200);
    expect((await office.post(`/bookings/${dropped.code}/cancel`)).body.state).toBe('cancelled');
    clock.set('2026-12-08T08:30:00+08:00');
    expect((await office.get(`/bookings/${open.code}`)).body.allowed).toEqual([]);
    expect((await office.post(`/bookings/${open.code}/cancel`)).status).toBe(422);
  });

  it('lost to a closure is no appointment to remind of, and nobody’s no-show', async () => {
    clock.set('2026-12-10T08:00:00+08:00');
    const contact = office.contact();
    const lost = await office.booked('2026-12-14T09:00:00+08:00', { contact });
    const id = await office.idOf(lost.code);
    await close('2026-12-14');
    for (const time of ['2026-12-13T09:00:00+08:00', '2026-12-14T07:00:00+08:00']) {
      clock.set(time);
      await office.timersRun();
    }
    expect(await office.messages(id)).toEqual(['booking_confirmed', ...Array<string>(3).fill('booking_closed')]);
    clock.set('2026-12-14T12:05:00+08:00');
    await office.recurred('desk.session-over');
    await eventually(async () => {
      const rows = await office.rows('SELECT state, sequence FROM booking WHERE id = $1', [id]);
      expect(rows).toEqual([{ state: 'cancelled', sequence: 1 }]);
    });
    const [event] = await office.rows<{ reason: string }>(
      `SELECT payload ->> 'reason' AS reason FROM outbox
        WHERE subject = 'appointments.booking.cancelled.v1' AND payload ->> 'bookingId' = $1`,
      [id],
    );
    expect(event).toEqual({ reason: 'by the office' });
  });

  it('stands as it was once the closure is taken back: who has neither moved nor cancelled is told, once', async () => {
    clock.set('2026-12-15T08:00:00+08:00');
    const day = '2026-12-16';
    const stays = await office.booked(`${day}T09:00:00+08:00`);
    const moved = await office.booked(`${day}T09:15:00+08:00`);
    const dropped = await office.booked(`${day}T09:30:00+08:00`);
    const elsewhere = await office.booked('2026-12-17T09:30:00+08:00');
    const [site, whole] = [await close(day), await close(day, null)];
    const to = { startAt: `2026-12-17T09:00:00+08:00` };
    expect((await office.post(`/bookings/${moved.code}/move`, to, { version: moved.version })).status).toBe(200);
    expect((await office.post(`/bookings/${dropped.code}/cancel`)).status).toBe(200);
    await takeBack(site);
    const id = await office.idOf(stays.code);
    expect(await office.messages(id)).toEqual(['booking_confirmed', 'booking_closed']);
    await takeBack(whole);
    await takeBack(await close('2026-12-17', null));
    clock.advance({ seconds: 10 });
    await office.timersRun();
    expect(await office.messages(id)).toEqual(['booking_confirmed', 'booking_closed', 'booking_open_again']);
    const others = [moved, dropped].map(async ({ code }) => office.messages(await office.idOf(code)));
    expect(await Promise.all(others)).toEqual([
      ['booking_confirmed', 'booking_closed', 'booking_moved', 'booking_closed', 'booking_open_again'],
      ['booking_confirmed', 'booking_closed', 'booking_cancelled'],
    ]);
    expect(await timesTold(await office.idOf(elsewhere.code))).toBe(1);
    // It is an appointment like any other again, and one to be missed; closed once more, it is told once more.
    clock.set(`${day}T08:30:00+08:00`);
    expect((await office.get(`/bookings/${stays.code}`)).body.allowed).toEqual([]);
    await close(day);
    expect(await timesTold(id)).toBe(2);
  });
});
