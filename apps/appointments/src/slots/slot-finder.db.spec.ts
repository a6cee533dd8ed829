import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appointmentsUnderTest, PREFIX, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { raiseStamp } from '../schedule/schedule-stamp.js';
import {
  CARE,
  HALL,
  HALL_ONE,
  HALL_POST,
  HALL_SEVEN,
  HALL_VISITS,
  ID_CARD,
  OFFICER_A,
  OFFICER_B,
  PROPERTY,
  TOWNSHIP,
} from '../seed/small-county.fixture.js';
import { SlotFinder } from './slot-finder.js';
import type { FreeSlot } from './slot.js';

jest.setTimeout(60_000);

/** An instant by the office's clock. */
const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`);
const times = (slots: readonly FreeSlot[]): string[] =>
  slots.map(({ startAt }) => new Date(startAt.getTime() + 8 * 3_600_000).toISOString().slice(11, 16));

describe('free slots', () => {
  // A Monday.
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let service: AppointmentsUnderTest;
  let finder: SlotFinder;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock);
    finder = service.apps[0]!.get(SlotFinder);
  });
  afterAll(() => service.close());

  const on = (day: string, over: object = {}) => ({
    itemCode: ID_CARD,
    siteId: HALL,
    fromDay: day,
    toDay: day,
    people: 1,
    green: false,
    homeVisit: false,
    ...over,
  });
  const free = (day: string, over: object = {}) => finder.free(service.dataSource.manager, on(day, over), clock.now());
  const opening = (day: string, time: string, over: object = {}) =>
    finder.openings({ ...on(day, over), startAt: at(day, time) }, clock.now());
  const get = (path: string) => service.apps[0]!.inject({ method: 'GET', url: `${PREFIX}${path}` });

  async function book(
    windowId: string,
    day: string,
    from: string,
    to: string,
    over: { state?: string; place?: number; heldUntil?: Date } = {},
  ) {
    const { state = 'confirmed', place = 1, heldUntil = clock.now() } = over;
    await service.dataSource.query(
      `INSERT INTO booking (id, resource_kind, resource_id, place, during, state, held_until, code, site_id, item_code, day,
         start_at, end_at, channel, created_at)
       VALUES ($1, 'window', $2, $3, tstzrange($4, $5), $6, $7, $8, $9, $10, $11, $4, $5, 'web', now())`,
      [newId(), windowId, place, at(day, from), at(day, to), state, heldUntil, newId(), HALL, ID_CARD, day],
    );
  }

  it('follow the pattern through noon without a break, and keep the green minutes until the day before', async () => {
    const wednesday = times(await free('2026-11-25'));
    expect(wednesday[0]).toBe('09:00');
    expect(wednesday).toContain('12:00');
    expect(wednesday).toContain('13:15');
    expect(wednesday.at(-1)).toBe('16:45');
    expect(times(await free('2026-11-25', { green: true })).at(-1)).toBe('17:15');
    expect(times(await free('2026-11-23')).at(-1)).toBe('17:15');
  });

  it('are what bookings leave; a hold past its time takes nothing', async () => {
    await book(HALL_ONE, '2026-11-26', '09:00', '09:15');
    await book(HALL_ONE, '2026-11-26', '09:15', '09:30', { state: 'held', heldUntil: at('2026-11-23', '08:05') });
    await book(HALL_ONE, '2026-11-26', '09:30', '09:45', { state: 'held', heldUntil: at('2026-11-23', '08:00') });
    await book(HALL_ONE, '2026-11-26', '09:45', '10:00', { state: 'cancelled' });
    expect(times(await free('2026-11-26')).slice(0, 2)).toEqual(['09:30', '09:45']);
    expect(times(await free('2026-11-26', { people: 2 })).slice(0, 2)).toEqual(['09:30', '09:45']);
  });

  it('count the places left of a window that serves seven at once', async () => {
    for (const place of [1, 2, 5]) await book(HALL_SEVEN, '2026-11-26', '10:00', '10:30', { place });
    const slots = await free('2026-11-26', { itemCode: PROPERTY });
    const left = Object.fromEntries(times(slots).map((time, i) => [time, slots[i]?.placesLeft]));
    expect(left).toMatchObject({ '09:30': 7, '09:45': 4, '10:00': 4, '10:15': 4, '10:30': 7 });
    expect(left).not.toHaveProperty('12:00');
  });

  it('at a weekend are there in a published week only', async () => {
    const saturday = await free('2026-11-28');
    expect(saturday[0]).toMatchObject({ weekend: true, session: 'morning' });
    await service.dataSource.transaction(async (em) => {
      await em.query(`DELETE FROM published_week WHERE site_id = $1 AND monday = '2026-11-30'`, [HALL]);
      await raiseStamp(em, HALL);
    });
    expect(await free('2026-12-05')).toEqual([]);
    const weeks = (await get(`/weeks?from=2026-11-25&count=2&site=${HALL}`)).json();
    expect(weeks.weeks).toEqual([expect.objectContaining({ monday: '2026-11-23' })]);
    expect(times(await free('2026-12-03'))).not.toContain('12:00');
    expect(times(await free('2026-12-03'))).toContain('11:45');
  });

  it('at home leave room for the way there and back', async () => {
    const visits = await free('2026-11-25', { itemCode: CARE, homeVisit: true });
    expect(times(visits)[0]).toBe('09:30');
    const { windows } = await opening('2026-11-25', '09:30', { itemCode: CARE, homeVisit: true });
    expect(windows).toEqual([
      expect.objectContaining({
        windowId: HALL_VISITS,
        during: { startAt: at('2026-11-25', '09:00'), endAt: at('2026-11-25', '11:00') },
      }),
    ]);
    expect(await free('2026-11-25', { itemCode: CARE })).toEqual([]);
    expect(await free('2026-11-25', { homeVisit: true })).toEqual([]);
  });

  it('of a published roster need an officer who is not absent', async () => {
    const roster = newId();
    await service.dataSource.transaction(async (em) => {
      await em.query(
        `INSERT INTO roster (id, site_id, from_day, to_day, state, made_by, made_at)
         VALUES ($1, $2, '2026-12-07', '2026-12-08', 'published', $1, now())`,
        [roster, HALL],
      );
      for (const [day, officer, seat] of [
        ['2026-12-07', OFFICER_A, 'A'],
        ['2026-12-07', OFFICER_B, 'B'],
        ['2026-12-08', OFFICER_A, 'A'],
      ]) {
        await em.query(
          `INSERT INTO duty (id, roster_id, site_id, day, session, role, post_id, seat, officer_id)
           VALUES ($1, $2, $3, $4, 'morning', 'post', $5, $6, $7)`,
          [newId(), roster, HALL, day, HALL_POST, seat, officer],
        );
      }
      await em.query(`INSERT INTO absence VALUES ($1, $2, '2026-12-07', '2026-12-08', 'ill', now())`, [
        newId(),
        OFFICER_A,
      ]);
      await raiseStamp(em, HALL);
    });
    const first = times(await free('2026-12-07'));
    expect([first[0], first.at(-1)]).toEqual(['09:00', '11:45']);
    expect(await free('2026-12-08')).toEqual([]);
    expect(times(await free('2026-12-08', { itemCode: PROPERTY }))[0]).toBe('09:00');
  });

  it('are answered from memory until the stamp rises, and read anew when told that it has', async () => {
    const before = await opening('2026-12-01', '09:00');
    expect(before.windows).toHaveLength(1);
    expect(before.materialVersion).toBe(1);
    await service.dataSource.transaction(async (em) => {
      await em.query(`INSERT INTO closure VALUES ($1, $2, '2026-12-01', '2026-12-01', '停电', 'No power')`, [
        newId(),
        HALL,
      ]);
      await raiseStamp(em, HALL);
    });
    expect(await opening('2026-12-01', '09:00')).toEqual(before);
    const after = await finder.openings(
      { ...on('2026-12-01'), startAt: at('2026-12-01', '09:00') },
      clock.now(),
      before.stamp,
    );
    expect(after).toMatchObject({ windows: [], item: { code: ID_CARD } });
    expect(BigInt(after.stamp)).toBeGreaterThan(BigInt(before.stamp));
    expect(await free('2026-12-01')).toEqual([]);
  });

  it('open for exactly a time of the grid and nothing else', async () => {
    expect((await opening('2026-11-25', '09:15')).windows).toHaveLength(1);
    expect((await opening('2026-11-25', '09:10')).windows).toEqual([]);
    expect((await opening('2026-11-25', '08:45')).windows).toEqual([]);
    expect((await opening('2026-11-22', '09:00')).windows).toEqual([]);
    expect((await opening('2026-12-24', '09:00')).windows).toEqual([]);
    expect(await opening('2026-11-25', '09:15', { itemCode: 'unknown' })).toMatchObject({ item: null, windows: [] });
    expect(await opening('2026-11-25', '09:15', { siteId: newId() })).toMatchObject({ item: null, windows: [] });
  });

  it('the earliest of each site come first', async () => {
    const question = { ...on('2026-11-23', { siteId: undefined }), toDay: '2026-12-23' };
    const earliest = await finder.earliest(service.dataSource.manager, question, clock.now());
    expect(earliest.map(({ siteId }) => siteId).toSorted()).toEqual([HALL, TOWNSHIP]);
    const weekend = await finder.earliest(
      service.dataSource.manager,
      { ...question, sessions: 'weekend' },
      clock.now(),
    );
    expect(weekend).toEqual([expect.objectContaining({ siteId: HALL, startAt: at('2026-11-28', '09:00') })]);
    const evening = await finder.earliest(
      service.dataSource.manager,
      { ...question, sessions: ['evening'] },
      clock.now(),
    );
    expect(evening).toEqual([expect.objectContaining({ siteId: HALL, startAt: at('2026-11-26', '17:30') })]);
  });

  it('near a taken one are the nearest at the same site, and elsewhere only where that has too few', async () => {
    for (const [from, to] of [
      ['09:00', '09:15'],
      ['09:15', '09:30'],
    ] as const) {
      await book(HALL_ONE, '2026-12-10', from, to);
    }
    const near = (most: number, over: object = {}) =>
      finder.near(
        service.dataSource.manager,
        { ...on('2026-12-10', over), startAt: at('2026-12-10', '09:15') },
        clock.now(),
        most,
      );
    expect(times(await near(3))).toEqual(['09:30', '09:45', '10:00']);
    const many = await near(1000, { sessions: ['evening'] });
    expect(many.every(({ siteId }) => siteId === HALL)).toBe(true);
    expect((await near(1000)).at(-1)?.siteId).toBe(TOWNSHIP);
  });

  it('are given to everybody over HTTP', async () => {
    const slots = await get(`/slots?item=${ID_CARD}&site=${HALL}&from=2026-11-27&to=2026-11-27&session=noon`);
    expect(slots.json()).toMatchObject({
      days: [
        {
          day: '2026-11-27',
          slots: [{ startAt: '2026-11-27T04:00:00.000Z', session: 'noon', placesLeft: 1 }, {}, {}, {}, {}, {}],
        },
      ],
    });
    expect((await get(`/slots?item=${ID_CARD}&site=${newId()}`)).statusCode).toBe(404);
    expect((await get(`/slots?item=${ID_CARD}&site=${HALL}&from=2026-11-27&to=2027-11-27`)).json()).toMatchObject({
      status: 422,
      rule: 'look-too-long',
    });
    expect((await get('/slots/earliest?item=nothing')).statusCode).toBe(404);
    expect((await get(`/slots/earliest?item=${ID_CARD}&green=true&people=2`)).json().items).toHaveLength(2);
    expect((await get(`/items/${ID_CARD}`)).json()).toMatchObject({
      material: { version: 1 },
      sites: [{ siteId: HALL }, {}],
    });
    expect((await get('/items/unknown')).statusCode).toBe(404);
    expect((await get('/items?limit=2')).json()).toMatchObject({ items: [{ code: CARE }, { code: ID_CARD }] });
    expect((await get(`/sites?item=${PROPERTY}`)).json()).toMatchObject({ items: [{ id: HALL }], next: null });
    const weeks = (await get(`/weeks?from=2026-11-25&count=1&site=${HALL}`)).json();
    expect(weeks.weeks).toHaveLength(1);
    expect(weeks.weeks[0].sites[0].days[5]).toMatchObject({
      day: '2026-11-28',
      kind: 'weekend',
      sessions: [{ session: 'morning', from: '09:00', to: '12:00', extended: true }],
    });
  });
});
