import { newId } from '@app/common/persistence/id.js';
import { eventually } from '@app/common/testing/eventually.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appointmentsUnderTest, HOUSING_ROOM, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import type { RoomDesk } from './room-desk.js';

jest.setTimeout(60_000);

describe('rooms for interviews', () => {
  const clock = new FakeClock('2026-11-23T09:00:00+08:00');
  let service: AppointmentsUnderTest;
  let desk: RoomDesk;
  let otherProcess: RoomDesk;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock, 2);
    const [one, other] = service.desks;
    if (!one || !other) throw new Error('two processes are needed');
    [desk, otherProcess] = [one, other];
  });
  afterAll(() => service.close());

  /** A wish for an hour of the room on a day of that week. */
  const wish = (day: number, hour: number) => ({
    bookingId: newId(),
    roomId: HOUSING_ROOM,
    caseId: newId(),
    startAt: new Date(Date.UTC(2026, 10, day, hour - 8)).toISOString(),
    endAt: new Date(Date.UTC(2026, 10, day, hour - 7)).toISOString(),
  });

  it('of many who want the same hour through two processes exactly one gets it, the others three alternatives', async () => {
    const wishes = Array.from({ length: 20 }, () => wish(24, 10));
    const answers = await Promise.allSettled(wishes.map((each, i) => (i % 2 === 0 ? desk : otherProcess).hold(each)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 'fulfilled') continue;
      expect(answer.reason).toMatchObject({ type: 'slot-taken', status: 409, data: { alternatives: { length: 3 } } });
    }
    const overlaps: unknown[] = await service.dataSource.query(
      `SELECT 1 FROM booking a JOIN booking b ON a.id < b.id AND a.resource_id = b.resource_id AND a.during && b.during
        WHERE a.state IN ('held', 'confirmed') AND b.state IN ('held', 'confirmed')`,
    );
    expect(overlaps).toEqual([]);
  });

  it('the same question again finds the same booking', async () => {
    const wanted = wish(24, 14);
    expect(await desk.hold(wanted)).toEqual(await otherProcess.hold(wanted));
    expect(await desk.confirm(wanted)).toMatchObject({ state: 'confirmed' });
    expect(await desk.confirm(wanted)).toMatchObject({ state: 'confirmed' });
    expect(await desk.hold(wanted)).toMatchObject({ state: 'confirmed' });
    await expect(desk.hold({ ...wanted, caseId: newId() })).rejects.toMatchObject({ type: 'booking-id-taken' });
    const told: unknown[] = await service.dataSource.query('SELECT 1 FROM outbox WHERE aggregate_id = $1', [
      wanted.bookingId,
    ]);
    expect(told).toHaveLength(1);
  });

  it('a hold that is not confirmed in five minutes is free for another, and cannot be confirmed any more', async () => {
    const slow = wish(25, 10);
    const quick = wish(25, 10);
    await desk.hold(slow);
    await expect(desk.hold(quick)).rejects.toMatchObject({ type: 'slot-taken' });
    clock.advance({ minutes: 5 });
    await expect(desk.confirm(slow)).rejects.toMatchObject({ type: 'hold-expired' });
    expect(await desk.hold(quick)).toMatchObject({ state: 'held' });
    await expect(desk.hold(slow)).rejects.toMatchObject({ type: 'slot-taken' });
    await eventually(async () => {
      const rows = await service.dataSource.query('SELECT state FROM booking WHERE id = $1', [slow.bookingId]);
      expect(rows).toEqual([{ state: 'expired' }]);
    });
  });

  it('a room given back is free again; its booking does not come to life any more', async () => {
    const wanted = wish(26, 10);
    await desk.hold(wanted);
    await desk.confirm(wanted);
    const release = { bookingId: wanted.bookingId, reason: 'not-needed' };
    expect(await desk.release(release)).toMatchObject({ state: 'released' });
    expect(await desk.release(release)).toMatchObject({ state: 'released' });
    await expect(desk.hold(wanted)).rejects.toMatchObject({ type: 'booking-released' });
    expect(await desk.hold(wish(26, 10))).toMatchObject({ state: 'held' });
  });

  it('a hold that arrives after it was given back is refused', async () => {
    const wanted = wish(27, 10);
    await expect(desk.release({ bookingId: wanted.bookingId, reason: 'not-needed' })).rejects.toMatchObject({
      type: 'not-found',
    });
    await expect(desk.hold(wanted)).rejects.toMatchObject({ type: 'booking-released' });
  });

  it('nothing is held outside office hours or in the past', async () => {
    await expect(desk.hold(wish(28, 10))).rejects.toMatchObject({ data: { rule: 'outside-office-hours' } });
    const { startAt: endAt, endAt: startAt, ...backwards } = wish(27, 14);
    await expect(desk.hold({ ...backwards, startAt, endAt })).rejects.toMatchObject({
      data: { rule: 'outside-office-hours' },
    });
    await expect(desk.hold(wish(22, 10))).rejects.toMatchObject({ data: { rule: 'appointment-in-the-past' } });
  });
});
