import {
  CardIssued,
  CaseClosed,
  CaseHeld,
  CaseOpened,
  CaseScheduled,
  CaseVerified,
  OrderIssued,
} from '@app/common/contracts/interviews.events.js';
import { RoomConfirmRequest } from '@app/common/contracts/requests.js';
import { newId } from '@app/common/persistence/id.js';
import { eventually } from '@app/common/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { InterviewsUnderTest, PEOPLE } from '../testing/interviews-under-test.fixture.js';

jest.setTimeout(60_000);

describe('the way of an interview', () => {
  let service: InterviewsUnderTest;
  beforeAll(async () => {
    service = await InterviewsUnderTest.start();
  });
  afterAll(() => service.close());

  it('a dissatisfied citizen has exactly one case, whatever the duplicates', async () => {
    const ticketId = newId();
    const id = newId();
    await service.dissatisfied(ticketId, { id });
    await service.dissatisfied(ticketId, { id });
    await Promise.all([service.dissatisfied(ticketId), service.dissatisfied(ticketId)]);
    const cases = await service.dataSource.query('SELECT round, tier FROM interview_case WHERE ticket_id = $1', [
      ticketId,
    ]);
    expect(cases).toEqual([{ round: 1, tier: 1 }]);
  });

  it('goes from the letter through three steps and the verification to its end', async () => {
    const { id, letter, dueAt } = await service.opened();
    expect(letter?.text).toContain('群众约谈交办函');
    expect(await service.told(CaseOpened, id)).toMatchObject([{ dueAt }]);
    expect(await service.held(id)).toMatchObject({ status: 200, body: { state: 'held', tasks: [{ state: 'open' }] } });
    expect(await service.verify(id, true)).toMatchObject({ status: 200, body: { state: 'closed', allowed: [] } });
    expect(await service.told(CaseScheduled, id)).toHaveLength(1);
    expect(await service.told(CaseHeld, id)).toMatchObject([{ inTime: true }]);
    expect(await service.told(CaseVerified, id)).toMatchObject([{ satisfied: true }]);
    expect(await service.told(CaseClosed, id)).toHaveLength(1);
  });

  it('no step before the one ahead of it, none by another unit, none on a stale version', async () => {
    const { id, version } = await service.opened();
    const plan = { class: 'unreasonable', plan: '说明政策', legalBasis: ['《信访工作条例》'] };
    expect(await service.step(PEOPLE.handler, id, 'plan', plan)).toMatchObject({
      status: 409,
      body: { state: 'opened', allowed: ['root-cause'] },
    });
    const rootCause = { rootCause: '误解' };
    expect(await service.step(PEOPLE.stranger, id, 'root-cause', rootCause)).toMatchObject({ status: 404 });
    expect(await service.step(PEOPLE.inspector, id, 'root-cause', rootCause)).toMatchObject({ status: 403 });
    const stale = { body: rootCause, version: version + 1 };
    expect(await service.send(PEOPLE.handler, 'POST', `/cases/${id}/root-cause`, stale)).toMatchObject({ status: 412 });
    const withoutBasis = { ...plan, legalBasis: [] };
    expect(await service.step(PEOPLE.handler, id, 'plan', withoutBasis)).toMatchObject({ status: 400 });
    expect(await service.read(id)).toMatchObject({ state: 'opened', version });
  });

  it('takes an instant only with its offset, and says so in the caller’s language', async () => {
    const { id } = await service.opened();
    await service.planned(id);
    const { version } = await service.read(id);
    const body = { place: 'field', address: '清河镇东街', startAt: '2026-11-25', endAt: '2026-11-25T10:00:00' };
    const texts = {
      'zh-CN': '应为带时区的 ISO 8601 日期时间',
      en: 'must be an ISO 8601 date and time with its offset',
    };
    for (const [language, message] of Object.entries(texts)) {
      const options = { body, version, language };
      expect(await service.send(PEOPLE.handler, 'POST', `/cases/${id}/appointment`, options)).toMatchObject({
        status: 400,
        body: { errors: ['/startAt', '/endAt'].map((pointer) => ({ pointer, detail: message })) },
      });
    }
    expect(await service.read(id)).toMatchObject({ state: 'planned', version });
  });

  it('the verifier is never of the unit being verified', async () => {
    const { id } = await service.opened();
    await service.held(id);
    expect(await service.verify(id, true, PEOPLE.ownInspector)).toMatchObject({
      status: 422,
      body: { rule: 'verifier-of-the-unit' },
    });
    expect(await service.read(id)).toMatchObject({ state: 'held', verification: null });
  });

  it('a failed verification opens a second round with a limit of its own and keeps the first; the second goes to the leaders', async () => {
    const { id } = await service.opened();
    await service.held(id);
    expect(await service.verify(id, false)).toMatchObject({
      status: 200,
      body: {
        state: 'opened',
        round: 2,
        tier: 1,
        rootCause: null,
        previousRounds: [{ round: 1, rootCause: '线路老化', verification: { satisfied: false } }],
      },
    });
    await service.held(id);
    expect(await service.verify(id, false)).toMatchObject({ body: { round: 3, tier: 3 } });
  });

  it('a supervisor knows that a confidential case is, not what it is about', async () => {
    const { id } = await service.opened({ confidential: true });
    await service.planned(id);
    const redacted = { redacted: true, subject: null, rootCause: null, plan: null, letter: null };
    expect(await service.read(id, PEOPLE.supervisor)).toMatchObject({ ...redacted, state: 'planned' });
    expect(await service.read(id, PEOPLE.handler)).toMatchObject({ redacted: false, rootCause: '线路老化' });
  });

  describe('in a room', () => {
    const wish = (day: number) => ({
      place: 'room',
      roomId: newId(),
      startAt: `2026-11-${day}T02:00:00.000Z`,
      endAt: `2026-11-${day}T03:00:00.000Z`,
    });

    it('is booked; another time gives the first room back', async () => {
      const { id } = await service.opened();
      await service.planned(id);
      const first = await service.step(PEOPLE.handler, id, 'appointment', wish(25));
      expect(first).toMatchObject({ status: 200, body: { state: 'scheduled', appointment: { place: 'room' } } });
      await service.step(PEOPLE.handler, id, 'appointment', wish(26));
      await eventually(() => expect(service.appointments.states()).toEqual(['released', 'confirmed']));
    });

    it('that somebody else has: 409 with alternatives, and the case as it was', async () => {
      const { id } = await service.opened();
      await service.planned(id);
      const other = await service.opened();
      await service.planned(other.id);
      const wanted = wish(27);
      await service.step(PEOPLE.handler, other.id, 'appointment', wanted);
      expect(await service.step(PEOPLE.handler, id, 'appointment', wanted)).toMatchObject({
        status: 409,
        body: { alternatives: { length: 3 } },
      });
      expect(await service.read(id)).toMatchObject({ state: 'planned', appointment: null });
    });

    it('killed between hold and confirm, the booking is finished by the timer: one room, no leak', async () => {
      const { id } = await service.opened();
      await service.planned(id);
      const wanted = wish(24);
      service.appointments.bookings.clear();
      service.appointments.silent.add(RoomConfirmRequest.subject);
      expect(await service.step(PEOPLE.handler, id, 'appointment', wanted)).toMatchObject({ status: 503 });
      await eventually(() => expect(service.appointments.states()).toEqual(['released']));

      // As the kill leaves it: wished and held, nobody there to confirm.
      await service.dataSource.query(`UPDATE resource_booking SET state = 'wanted' WHERE case_id = $1`, [id]);
      for (const [key, booking] of service.appointments.bookings) {
        service.appointments.bookings.set(key, { ...booking, state: 'held' });
        await service.dataSource.query(`INSERT INTO timer (kind, key, due_at) VALUES ('booking.resume', $1, $2)`, [
          key,
          service.clock.now(),
        ]);
      }
      service.appointments.silent.clear();
      await service.timersDone();
      expect(service.appointments.states()).toEqual(['confirmed']);
      expect(await service.read(id)).toMatchObject({ state: 'scheduled', appointment: { roomId: wanted.roomId } });
    });
  });
});

describe('a limit that runs out', () => {
  let service: InterviewsUnderTest;
  beforeAll(async () => {
    service = await InterviewsUnderTest.start();
  });
  afterAll(() => service.close());

  it('reminds, warns, gives a red card and the next tier, also after a restart; the overdue order goes to the leaders', async () => {
    const { id, dueAt } = await service.opened();
    expect(dueAt).toBe('2026-11-30T09:30:00.000Z');
    await service.liveUntil('2026-11-27T17:30:00+08:00');
    expect(await service.read(id)).toMatchObject({ tier: 1, card: 'yellow', reminders: { length: 2 } });

    await service.liveUntil(dueAt);
    expect(await service.read(id)).toMatchObject({ tier: 1, card: 'yellow', clock: { state: 'near' } });

    await service.restart(() => service.clock.set('2026-11-30T18:00:00+08:00'));
    await service.timersDone();
    expect(await service.read(id)).toMatchObject({
      tier: 2,
      card: 'red',
      clock: { state: 'over' },
      orders: [{ cause: 'interview-overdue', state: 'open', dueAt: '2026-12-03T09:30:00.000Z', issuedBy: null }],
    });
    expect(await service.told(CardIssued, id)).toMatchObject([{ colour: 'yellow' }, { colour: 'red' }]);
    expect(await service.told(OrderIssued, id)).toHaveLength(1);

    await service.liveUntil('2026-12-03T17:31:00+08:00');
    expect(await service.read(id)).toMatchObject({ tier: 3, orders: [{ state: 'overdue' }], cards: { length: 3 } });
  });

  it('a talk held in time is not overdue', async () => {
    const { id, dueAt } = await service.opened();
    await service.held(id);
    await service.liveUntil(new Date(Date.parse(dueAt) + 60_000));
    expect(await service.read(id)).toMatchObject({ state: 'held', tier: 1, card: null, clock: { state: 'done' } });
  });

  it('the talk answers the order that was issued because it was late', async () => {
    const { id, dueAt } = await service.opened();
    await service.liveUntil(new Date(Date.parse(dueAt) + 60_000));
    await service.held(id);
    expect(await service.read(id)).toMatchObject({ state: 'held', tier: 2, orders: [{ state: 'answered' }] });
  });
});
