import { BookingCancelled } from '@app/common/contracts/appointments.events.js';
import { CaseScheduled } from '@app/common/contracts/interviews.events.js';
import { VolunteerConfirmRequest, type VolunteerBooking } from '@app/common/contracts/requests.js';
import { EventTaker } from '@app/common/messaging/event-taker.js';
import { newId } from '@app/common/persistence/id.js';
import { eventually } from '@app/common/testing/eventually.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CaseDetail, CasePage } from '../cases/case.dto.js';
import { InterviewsUnderTest, PEOPLE } from '../testing/interviews-under-test.fixture.js';

jest.setTimeout(60_000);

describe('a volunteer at the talk', () => {
  let service: InterviewsUnderTest;
  let id: string;
  let volunteerId: string;
  beforeAll(async () => {
    service = await InterviewsUnderTest.start();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    volunteerId = newId();
    service.appointments.silent.clear();
    service.appointments.volunteers.set(volunteerId, { name: '沈若兰', staffId: PEOPLE.volunteer.id });
    ({ id } = await service.opened());
    await service.planned(id);
  });

  const inRoom = (day: number, over: object = {}) => ({
    place: 'room',
    roomId: newId(),
    startAt: `2026-11-${day}T02:00:00.000Z`,
    endAt: `2026-11-${day}T03:00:00.000Z`,
    ...over,
  });
  const appoint = (body: object) => service.step(PEOPLE.handler, id, 'appointment', body);
  const assign = (who: string | null) => service.step(PEOPLE.handler, id, 'volunteer', { volunteerId: who });
  const statesOf = (resourceId: string) => service.appointments.states(resourceId);
  const named = { volunteer: { name: '沈若兰' } };

  it('is booked with the room, and their name stands with the appointment', async () => {
    const body = inRoom(25, { volunteerId });
    expect(await appoint(body)).toMatchObject({ status: 200, body: { state: 'scheduled', appointment: named } });
    expect(statesOf(volunteerId)).toEqual(['confirmed']);
    expect(statesOf(body.roomId)).toEqual(['confirmed']);
  });

  it('joins later, gives way to another, or to nobody; the citizen is not invited anew', async () => {
    await appoint({ ...inRoom(25), place: 'field', roomId: undefined, address: '清河镇东街' });
    expect(await assign(volunteerId)).toMatchObject({ status: 200, body: { appointment: named } });
    const other = newId();
    service.appointments.volunteers.set(other, { name: '鲁建华', staffId: null });
    expect(await assign(other)).toMatchObject({ body: { appointment: { volunteer: { name: '鲁建华' } } } });
    expect((await assign(other)).status).toBe(200);
    expect(await assign(null)).toMatchObject({ body: { appointment: { volunteer: null } } });
    await eventually(() => expect([...statesOf(volunteerId), ...statesOf(other)]).toEqual(['released', 'released']));
    expect(await service.told(CaseScheduled, id)).toHaveLength(1);
  });

  it('moves with the talk, stays where only the room changes, and is freed by a move without them', async () => {
    await appoint(inRoom(25, { volunteerId }));
    expect(await appoint(inRoom(25, { volunteerId }))).toMatchObject({ body: { appointment: named } });
    expect(statesOf(volunteerId)).toEqual(['confirmed']);
    expect(await appoint(inRoom(26, { volunteerId }))).toMatchObject({ body: { appointment: named } });
    await eventually(() => expect(statesOf(volunteerId)).toEqual(['released', 'confirmed']));
    expect(await appoint(inRoom(27))).toMatchObject({ body: { appointment: { volunteer: null } } });
    await eventually(() => expect(statesOf(volunteerId)).toEqual(['released', 'released']));
  });

  it('moved by half an hour the talk keeps its room and its volunteer', async () => {
    const first = inRoom(25, { volunteerId });
    await appoint(first);
    const later = { ...first, startAt: '2026-11-25T02:30:00.000Z', endAt: '2026-11-25T03:30:00.000Z' };
    expect(await appoint(later)).toMatchObject({
      status: 200,
      body: { appointment: { roomId: first.roomId, startAt: later.startAt, ...named } },
    });
    await eventually(() => {
      expect(statesOf(first.roomId)).toEqual(['released', 'confirmed']);
      expect(statesOf(volunteerId)).toEqual(['released', 'confirmed']);
    });
  });

  it('taken by another talk: 409 with alternatives, the case as it was and the room given back', async () => {
    await appoint(inRoom(25, { volunteerId }));
    const first = id;
    ({ id } = await service.opened());
    await service.planned(id);
    const body = inRoom(25, { volunteerId });
    expect(await appoint(body)).toMatchObject({ status: 409, body: { alternatives: { length: 3 } } });
    expect(await service.read(id)).toMatchObject({ state: 'planned', appointment: null });
    await eventually(() => expect(statesOf(body.roomId)).toEqual(['released']));
    expect(await service.read(first)).toMatchObject({ appointment: named });
  });

  it('is asked for by the unit alone, at a talk that is appointed', async () => {
    expect(await assign(volunteerId)).toMatchObject({ status: 409, body: { state: 'planned' } });
    await appoint(inRoom(25));
    const body = { volunteerId };
    expect(await service.step(PEOPLE.stranger, id, 'volunteer', body)).toMatchObject({ status: 404 });
    expect(await service.step(PEOPLE.inspector, id, 'volunteer', body)).toMatchObject({ status: 403 });
    expect(await service.step(PEOPLE.handler, id, 'volunteer', {})).toMatchObject({ status: 400 });
    expect(statesOf(volunteerId)).toEqual([]);
  });

  it('killed between hold and confirm, the booking is finished by the timer', async () => {
    await appoint(inRoom(25));
    service.appointments.silent.add(VolunteerConfirmRequest.subject);
    expect(await assign(volunteerId)).toMatchObject({ status: 503 });
    await eventually(() => expect(statesOf(volunteerId)).toEqual(['released']));

    // As the kill leaves it: wished and held, nobody there to confirm.
    const [key, booking] = [...service.appointments.bookings].find(([, one]) => isOf(one, volunteerId)) ?? [];
    if (!key || !booking) throw new Error('no booking');
    service.appointments.bookings.set(key, { ...booking, state: 'held' });
    service.appointments.silent.clear();
    await service.dataSource.query(`UPDATE resource_booking SET state = 'wanted' WHERE booking_id = $1`, [key]);
    await service.dataSource.query(`INSERT INTO timer (kind, key, due_at) VALUES ('booking.resume', $1, $2)`, [
      key,
      service.clock.now(),
    ]);
    await service.timersDone();
    expect(statesOf(volunteerId)).toEqual(['confirmed']);
    expect(await service.read(id)).toMatchObject({ appointment: named });
  });

  const bookingOf = (who: string): string => {
    const [bookingId] = [...service.appointments.bookings].find(([, one]) => isOf(one, who)) ?? [];
    if (!bookingId) throw new Error('no booking');
    return bookingId;
  };
  const takenAway = (bookingId: string, reason: string) =>
    service.app.get(EventTaker).take({
      id: newId(),
      subject: BookingCancelled.subject,
      aggregateId: bookingId,
      occurredAt: service.clock.now(),
      requestId: undefined,
      payload: {
        bookingId,
        resource: 'volunteer',
        resourceId: volunteerId,
        caseId: id,
        startAt: '2026-11-25T02:00:00.000Z',
        endAt: '2026-11-25T03:00:00.000Z',
        cancelledAt: service.clock.now().toISOString(),
        reason,
      },
    });

  it('who leaves the office’s list is taken out of the talk, which stands', async () => {
    await appoint(inRoom(25, { volunteerId }));
    await takenAway(bookingOf(volunteerId), 'volunteer-left');
    expect(await service.read(id)).toMatchObject({
      state: 'scheduled',
      appointment: { place: 'room', volunteer: null, volunteerLost: { name: '沈若兰', why: 'left' } },
    });
  });

  it('who does not give the hour any more is named to the unit until it has asked another or goes without', async () => {
    await appoint(inRoom(25, { volunteerId }));
    await takenAway(bookingOf(volunteerId), 'volunteer-hours');
    const lost = { appointment: { volunteer: null, volunteerLost: { name: '沈若兰', why: 'hours' } } };
    expect(await service.read(id)).toMatchObject({ state: 'scheduled', ...lost });
    const other = newId();
    service.appointments.volunteers.set(other, { name: '鲁建华', staffId: null });
    expect(await assign(other)).toMatchObject({
      body: { appointment: { volunteer: { name: '鲁建华' }, volunteerLost: null } },
    });
    await takenAway(bookingOf(other), 'volunteer-hours');
    expect(await assign(null)).toMatchObject({ body: { appointment: { volunteer: null, volunteerLost: null } } });
  });

  it('taken away before they stood in the case, they do not join it', async () => {
    await appoint(inRoom(25));
    const ask = service.appointments.ask.bind(service.appointments);
    const confirmed = jest.spyOn(service.appointments, 'ask').mockImplementation(async (request, question) => {
      const answer = await ask(request, question);
      if (request.subject === VolunteerConfirmRequest.subject) await takenAway(question.bookingId, 'volunteer-hours');
      return answer;
    });
    expect(await assign(volunteerId)).toMatchObject({ status: 409, body: { title: expect.any(String) } });
    confirmed.mockRestore();
    expect(await service.read(id)).toMatchObject({ state: 'scheduled', appointment: { volunteer: null } });
  });

  it('sees the talks they are assigned to, without the supervision of the unit, and no other', async () => {
    const list = async (actor = PEOPLE.volunteer) =>
      (await service.send<CasePage>(actor, 'GET', '/cases?limit=100')).body.items.map((item) => item.id);
    const read = (actor = PEOPLE.volunteer) => service.send<CaseDetail>(actor, 'GET', `/cases/${id}`);
    expect(await list()).not.toContain(id);
    expect((await read()).status).toBe(404);
    await appoint(inRoom(25, { volunteerId }));
    expect(await list()).toContain(id);
    const seen = { rootCause: '线路老化', appointment: named, letter: null, orders: [], cards: [], allowed: [] };
    expect(await read()).toMatchObject({ status: 200, body: seen });
    expect((await service.send(PEOPLE.volunteer, 'GET', `/cases/${id}/ledger`)).status).toBe(403);
    expect((await read(PEOPLE.otherVolunteer)).status).toBe(404);
    expect(await list(PEOPLE.otherVolunteer)).toEqual([]);
    await assign(null);
    expect((await read()).status).toBe(404);
  });
});

function isOf(booking: object, volunteerId: string): booking is VolunteerBooking {
  return 'volunteerId' in booking && booking.volunteerId === volunteerId;
}
