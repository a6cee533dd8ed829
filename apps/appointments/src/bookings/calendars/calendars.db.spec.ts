import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { withoutRandom } from '@app/common/testing/without-random.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PREFIX } from '../../appointments-under-test.fixture.js';
import { CARE, HALL, HALL_ONE, HALL_POST, OFFICER_A, PROPERTY } from '../../seed/small-county.fixture.js';
import { BookingsUnderTest } from '../bookings-under-test.fixture.js';

jest.setTimeout(60_000);

const HANDLER = staff('handler');

describe('bookings for calendars', () => {
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let office: BookingsUnderTest;
  beforeAll(async () => {
    office = await BookingsUnderTest.start(clock);
  });
  afterAll(() => office.close());

  const text = async (path: string): Promise<{ status: number; type: unknown; lines: string[] }> => {
    const [app] = office.service.apps;
    const answer = await app?.getHttpAdapter().getInstance().inject({ method: 'GET', url: path });
    const lines = (answer?.payload ?? '').replaceAll('\r\n ', '').split('\r\n');
    return { status: answer?.statusCode ?? 0, type: answer?.headers['content-type'], lines };
  };
  const fileOf = (code: string) => text(`${PREFIX}/bookings/${code}/calendar.ics`);

  it('one booking keeps its UID and raises its SEQUENCE through move and cancellation', async () => {
    const { code } = await office.booked('2026-11-24T09:00:00+08:00');
    const uid = `UID:${await office.idOf(code)}@sunline`;
    const first = await fileOf(code);
    expect(first).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    expect(first.lines).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        uid,
        'SEQUENCE:0',
        'DTSTART:20261124T010000Z',
        'DTEND:20261124T011500Z',
      ]),
    );
    expect(first.lines.join('\n')).toContain(code);
    await office.post(`/bookings/${code}/move`, { startAt: '2026-11-25T10:00:00+08:00' }, { version: 1 });
    expect((await fileOf(code)).lines).toEqual(
      expect.arrayContaining(['METHOD:REQUEST', uid, 'SEQUENCE:1', 'DTSTART:20261125T020000Z']),
    );
    await office.post(`/bookings/${code}/cancel`);
    expect((await fileOf(code)).lines).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', uid, 'SEQUENCE:2', 'STATUS:CANCELLED']),
    );
  });

  it('of a home visit sends nobody to the office, nor tells the address', async () => {
    const { code } = await office.booked('2026-11-26T10:00:00+08:00', {
      itemCode: CARE,
      homeVisit: true,
      visitAddress: '柳林镇3号',
    });
    const { lines } = await fileOf(code);
    expect(lines).toContain('LOCATION:上门服务');
    expect(lines.join('\n')).not.toContain('柳林镇3号');
  });

  it('a hold is no entry yet', async () => {
    const hold = await office.book({ startAt: '2026-11-24T11:00:00+08:00' });
    expect((await fileOf(hold.body.code)).status).toBe(409);
  });

  it('a window’s feed is behind a secret address, names nobody, and its old address is void once a new one is made', async () => {
    const mine = await office.booked('2026-11-26T09:00:00+08:00');
    const other = await office.booked('2026-11-26T09:00:00+08:00', { itemCode: PROPERTY });
    const make = () => office.post<{ path: string }>('/calendars', { windowId: HALL_ONE }, { actor: HANDLER });
    const { status, body } = await make();
    expect(status).toBe(201);
    const feed = await text(body.path);
    expect(feed).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    const content = feed.lines.join('\n');
    expect(content).toContain(mine.code);
    expect(content).not.toContain(other.code);
    expect(withoutRandom(content)).not.toMatch(/张三|139\d/);
    const secret = body.path.slice(-52, -4);
    const kept = await office.rows('SELECT 1 FROM calendar_feed WHERE calendar_feed::text LIKE $1', [`%${secret}%`]);
    expect(kept).toEqual([]);
    const again = await make();
    expect((await text(body.path)).status).toBe(404);
    expect((await text(again.body.path)).status).toBe(200);
  });

  it('an officer’s feed holds the bookings of the sessions on duty', async () => {
    const morning = await office.booked('2026-11-27T09:00:00+08:00');
    const afternoon = await office.booked('2026-11-27T14:00:00+08:00');
    await office.rows(
      `WITH plan AS (
         INSERT INTO roster (id, site_id, from_day, to_day, state, made_by, made_at, published_at)
         VALUES ($1, $2, '2026-11-27', '2026-11-27', 'published', $3, now(), now()))
       INSERT INTO duty (id, roster_id, site_id, day, session, role, post_id, seat, officer_id)
       VALUES ($4, $1, $2, '2026-11-27', 'morning', 'post', $5, 'A', $6)`,
      [newId(), HALL, newId(), newId(), HALL_POST, OFFICER_A],
    );
    const { body } = await office.post<{ path: string }>('/calendars', { officerId: OFFICER_A }, { actor: HANDLER });
    const content = (await text(body.path)).lines.join('\n');
    expect(content).toContain(morning.code);
    expect(content).not.toContain(afternoon.code);
  });

  it('a feed of nobody, of two, or with a guessed address is none', async () => {
    expect((await office.post('/calendars', {}, { actor: HANDLER })).status).toBe(400);
    const two = { windowId: HALL_ONE, officerId: OFFICER_A };
    expect((await office.post('/calendars', two, { actor: HANDLER })).status).toBe(400);
    expect((await office.post('/calendars', { windowId: newId() }, { actor: HANDLER })).status).toBe(404);
    expect((await text(`${PREFIX}/calendars/${'0'.repeat(48)}.ics`)).status).toBe(404);
    expect((await text(`${PREFIX}/calendars/x.ics`)).status).toBe(404);
  });
});
