import { BookingCancelled, BookingConfirmed } from '@app/common/contracts/appointments.events.js';
import { newId } from '@app/common/persistence/id.js';
import { eventually } from '@app/common/testing/eventually.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appointmentsUnderTest, PREFIX, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import type { TalksLost, VolunteerBody, VolunteerRow } from './volunteer.dto.js';
import { VolunteerDesk } from './volunteer-desk.js';

jest.setTimeout(60_000);

const MORNINGS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 720 }));
const SATURDAY = { weekday: 6, fromMinute: 540, toMinute: 720 };
const PROCESSES = 3;

describe('volunteers for interviews', () => {
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  const admin = staff('admin');
  let service: AppointmentsUnderTest;
  let desks: VolunteerDesk[];
  let land: VolunteerRow;
  let labour: VolunteerRow;

  beforeAll(async () => {
    service = await appointmentsUnderTest(clock, PROCESSES);
    desks = service.apps.map((app) => app.get(VolunteerDesk));
    land = await kept({ name: '方正平', fields: ['land', 'housing'], active: true, hours: [...MORNINGS, SATURDAY] });
    labour = await kept({ name: '沈雅琴', fields: ['labour'], active: true, hours: MORNINGS });
    await kept({ name: '白永康', fields: ['housing'], active: true, hours: MORNINGS });
  });
  afterAll(() => service.close());

  async function send<T>(
    method: 'POST' | 'PUT',
    path: string,
    payload: object,
    more: Record<string, string> = {},
  ): Promise<{ status: number; body: T }> {
    const headers = { ...(await service.sessions.headersFor(admin)), ...more };
    const answer = await service.apps[0]?.inject({ method, url: `${PREFIX}/volunteers${path}`, headers, payload });
    if (!answer) throw new Error('no process');
    return { status: answer.statusCode, body: answer.json<T>() };
  }

  async function kept(body: VolunteerBody): Promise<VolunteerRow> {
    const answer = await send<VolunteerRow>('POST', '', body, { 'idempotency-key': newId() });
    expect(answer.status).toBe(201);
    return answer.body;
  }

  async function changed(volunteer: VolunteerRow, over: Partial<VolunteerBody>): Promise<VolunteerRow> {
    const { id, version, name, fields, hours, active } = volunteer;
    const body = { name, fields, hours, active, ...over };
    const answer = await send<VolunteerRow>('PUT', `/${id}`, body, { 'if-match': `"${version}"` });
    expect(answer.status).toBe(200);
    return answer.body;
  }

  const desk = (n = 0): VolunteerDesk => {
    const found = desks[n % PROCESSES];
    if (!found) throw new Error('no such process');
    return found;
  };
  const time = (day: number, hour: number) => ({
    startAt: new Date(Date.UTC(2026, 10, day, hour - 8)).toISOString(),
    endAt: new Date(Date.UTC(2026, 10, day, hour - 7)).toISOString(),
  });
  const wish = (day: number, hour: number, volunteer = land) => ({
    bookingId: newId(),
    volunteerId: volunteer.id,
    caseId: newId(),
    ...time(day, hour),
  });
  const free = async (day: number, hour: number, field?: string): Promise<string[]> => {
    const { volunteers } = await desk().find({ ...time(day, hour), field, limit: 50 });
    return volunteers.map(({ name }) => name).sort();
  };
  const toldOf = (bookingId: string): Promise<{ subject: string; reason: string | null }[]> =>
    service.dataSource.query(
      `SELECT subject, payload ->> 'reason' AS reason FROM outbox WHERE aggregate_id = $1 ORDER BY seq`,
      [bookingId],
    );

  it('are found by field and by the time they give', async () => {
    expect(await free(24, 9)).toEqual(['方正平', '沈雅琴', '白永康'].sort());
    expect(await free(24, 9, 'housing')).toEqual(['方正平', '白永康'].sort());
    expect(await free(24, 9, 'criminal')).toEqual([]);
    expect(await free(24, 13)).toEqual([]);
    expect(await free(28, 9)).toEqual(['方正平']);
    expect(await free(22, 9)).toEqual([]);
  });

  it('of many who want the same hour through three processes exactly one gets it, the others who else is free', async () => {
    const wishes = Array.from({ length: 60 }, () => wish(24, 10));
    const answers = await Promise.allSettled(wishes.map((each, i) => desk(i).hold(each)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 'fulfilled') continue;
      // 白永康 knows one of the fields too.
      expect(answer.reason).toMatchObject({
        type: 'volunteer-taken',
        status: 409,
        data: { alternatives: [{ name: '白永康' }, { name: '沈雅琴' }] },
      });
    }
    const overlaps: unknown[] = await service.dataSource.query(
      `SELECT 1 FROM booking a JOIN booking b ON a.id < b.id AND a.resource_id = b.resource_id AND a.during && b.during
        WHERE a.state IN ('held', 'confirmed') AND b.state IN ('held', 'confirmed')`,
    );
    expect(overlaps).toEqual([]);
    expect(await free(24, 10, 'land')).toEqual([]);
  });

  it('the same question again finds the same booking; a room’s desk knows nothing of it', async () => {
    const wanted = wish(25, 9);
    expect(await desk(0).hold(wanted)).toEqual(await desk(1).hold(wanted));
    expect(await desk(1).confirm(wanted)).toMatchObject({ state: 'confirmed', name: '方正平', staffId: null });
    expect(await desk(2).confirm(wanted)).toMatchObject({ state: 'confirmed' });
    await expect(desk().hold({ ...wanted, volunteerId: labour.id })).rejects.toMatchObject({
      type: 'booking-id-taken',
    });
    expect(await toldOf(wanted.bookingId)).toEqual([{ subject: BookingConfirmed.subject, reason: null }]);
    await expect(service.desks[0]?.confirm(wanted)).rejects.toMatchObject({ type: 'not-found' });
  });

  it('a hold that is not confirmed in five minutes is free for another', async () => {
    const slow = wish(26, 9);
    const quick = wish(26, 9);
    await desk().hold(slow);
    await expect(desk(1).hold(quick)).rejects.toMatchObject({ type: 'volunteer-taken' });
    clock.advance({ minutes: 5 });
    await expect(desk().confirm(slow)).rejects.toMatchObject({ type: 'hold-expired' });
    expect(await desk(1).hold(quick)).toMatchObject({ state: 'held' });
    await eventually(async () => {
      const rows = await service.dataSource.query('SELECT state FROM booking WHERE id = $1', [slow.bookingId]);
      expect(rows).toEqual([{ state: 'expired' }]);
    });
  });

  it('one given back is free again, and a hold that comes after its release is refused', async () => {
    const wanted = wish(27, 9);
    await desk().hold(wanted);
    await desk().confirm(wanted);
    expect(await desk(1).release({ ...wanted, reason: 'not-needed' })).toMatchObject({ state: 'released' });
    await expect(desk().hold(wanted)).rejects.toMatchObject({ type: 'booking-released' });
    const late = wish(27, 9);
    await expect(desk().release({ ...late, reason: 'not-needed' })).rejects.toMatchObject({ type: 'not-found' });
    await expect(desk().hold(late)).rejects.toMatchObject({ type: 'booking-released' });
    expect(await desk().hold(wish(27, 9))).toMatchObject({ state: 'held' });
  });

  it('nobody is held outside their hours or in the past', async () => {
    await expect(desk().hold(wish(24, 14))).rejects.toMatchObject({ data: { rule: 'outside-volunteer-hours' } });
    await expect(desk().hold(wish(28, 9, labour))).rejects.toMatchObject({ data: { rule: 'outside-volunteer-hours' } });
    await expect(desk().hold(wish(20, 9))).rejects.toMatchObject({ data: { rule: 'appointment-in-the-past' } });
  });

  it('narrowed hours free the talks that stand outside them, which are named before; the others stay', async () => {
    const [inside, outside] = [wish(30, 9, labour), wish(30, 11, labour)];
    for (const wanted of [outside, inside]) {
      await desk().hold(wanted);
      await desk().confirm(wanted);
    }
    const hours = MORNINGS.map((given) => ({ ...given, toMinute: 600 })).toReversed();
    const { startAt, endAt } = time(30, 11);
    const named = await send<TalksLost>('POST', `/${labour.id}/talks-lost`, { active: true, hours });
    expect(named).toEqual({ status: 200, body: { count: 1, talks: [{ startAt, endAt }] } });
    expect(await toldOf(outside.bookingId)).toEqual([{ subject: BookingConfirmed.subject, reason: null }]);
    labour = await changed(labour, { hours });
    expect(await toldOf(outside.bookingId)).toEqual([
      { subject: BookingConfirmed.subject, reason: null },
      { subject: BookingCancelled.subject, reason: 'volunteer-hours' },
    ]);
    expect(await toldOf(inside.bookingId)).toEqual([{ subject: BookingConfirmed.subject, reason: null }]);
    labour = await changed(labour, { hours: MORNINGS });
    expect(await free(30, 11, 'labour')).toEqual(['沈雅琴']);
    expect(await free(30, 9, 'labour')).toEqual([]);
  });

  it('who leaves is taken out of all interviews to come, and interviews hears of it', async () => {
    const wanted = wish(27, 11, labour);
    await desk().hold(wanted);
    await desk().confirm(wanted);
    const named = await send<TalksLost>('POST', `/${labour.id}/talks-lost`, { active: false, hours: MORNINGS });
    expect(named.body.count).toBe(2);
    labour = await changed(labour, { active: false });
    expect(await toldOf(wanted.bookingId)).toEqual([
      { subject: BookingConfirmed.subject, reason: null },
      { subject: BookingCancelled.subject, reason: 'volunteer-left' },
    ]);
    expect(await free(30, 9, 'labour')).toEqual([]);
    await expect(desk().hold(wish(30, 10, labour))).rejects.toMatchObject({ type: 'not-found' });
  });
});
