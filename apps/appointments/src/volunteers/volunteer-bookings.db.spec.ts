import { BookingCancelled, BookingConfirmed } from '@app/common/contracts/appointments.events.js';
import { newId } from '@app/common/persistence/id.js';
import { eventually } from '@app/common/testing/eventually.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appointmentsUnderTest, PREFIX, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import type { VolunteerBody, VolunteerRow } from './volunteer.dto.js';
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

  async function kept(body: VolunteerBody): Promise<VolunteerRow> {
    const headers = { ...(await service.sessions.headersFor(admin)), 'idempotency-key': newId() };
    const answer = await service.apps[0]?.inject({
      method: 'POST',
      url: `${PREFIX}/volunteers`,
      headers,
      payload: body,
    });
    expect(answer?.statusCode).toBe(201);
    return answer?.json<VolunteerRow>() as VolunteerRow;
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
  const toldOf = (bookingId: string): Promise<{ subject: string }[]> =>
    service.dataSource.query('SELECT subject FROM outbox WHERE aggregate_id = $1 ORDER BY seq', [bookingId]);

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
    expect(await toldOf(wanted.bookingId)).toEqual([{ subject: BookingConfirmed.subject }]);
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

  it('who leaves is taken out of the interviews to come, and interviews hears of it', async () => {
    const wanted = wish(30, 9, labour);
    await desk().hold(wanted);
    await desk().confirm(wanted);
    const headers = { ...(await service.sessions.headersFor(admin)), 'if-match': `"${labour.version}"` };
    const { name, fields, hours } = labour;
    const answer = await service.apps[0]?.inject({
      method: 'PUT',
      url: `${PREFIX}/volunteers/${labour.id}`,
      headers,
      payload: { name, fields, hours, active: false },
    });
    expect(answer?.statusCode).toBe(200);
    expect(await toldOf(wanted.bookingId)).toEqual([
      { subject: BookingConfirmed.subject },
      { subject: BookingCancelled.subject },
    ]);
    expect(await free(30, 9, 'labour')).toEqual([]);
    await expect(desk().hold(wish(30, 10, labour))).rejects.toMatchObject({ type: 'not-found' });
  });
});
