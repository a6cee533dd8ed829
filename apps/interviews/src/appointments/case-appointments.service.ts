import type { StaffActor } from '@app/common/auth/actor.js';
import { RoomFindRequest } from '@app/common/contracts/requests.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { NotFound, StaleVersion } from '@app/common/http/problem.js';
import { RequestClient } from '@app/common/messaging/request-client.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CaseGate } from '../cases/case-gate.js';
import { CaseReader } from '../cases/case-reader.js';
import type { CaseDetail } from '../cases/case.dto.js';
import type { InterviewCase } from '../cases/case.entity.js';
import { CaseRepository } from '../cases/case.repository.js';
import { isOwnUnit } from '../cases/domain/case-policy.js';
import type { AppointmentBody, FreeRoomsDto, FreeRoomsQuery } from './appointment.dto.js';
import {
  assigned,
  inRoom,
  inTheField,
  isAt,
  volunteerOf,
  type Appointment,
  type AssignedVolunteer,
} from './appointment.js';
import { AppointmentWriter } from './appointment-writer.js';
import { ROOM, VOLUNTEER } from './bookable.js';
import type { BookingRecord } from './booking.entity.js';
import { BookingSaga } from './booking-saga.js';
import { checkAppointmentTime } from './domain/appointment-rules.js';

const FREE_ROOMS_SHOWN = 50;

/** What an appointment needs before it stands: bookings to make, and a volunteer who is booked for that time already. */
interface Needed {
  readonly room: BookingRecord | null;
  readonly volunteer: BookingRecord | null;
  readonly staying: AssignedVolunteer | null;
}

interface Secured {
  readonly appointment: Appointment;
  /** Booked for it just now. */
  readonly bookingIds: readonly string[];
}

/** The invitation to the talk: in a room booked at appointments, or in the field; with a volunteer or without. */
@Injectable()
export class CaseAppointments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: CaseGate,
    private readonly cases: CaseRepository,
    private readonly saga: BookingSaga,
    private readonly writer: AppointmentWriter,
    private readonly reader: CaseReader,
    private readonly requests: RequestClient,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /**
   * Free times of rooms, the earliest first.
   * @throws NotFound, ServiceUnavailable while appointments does not answer
   */
  async freeRooms(actor: StaffActor, id: string, query: FreeRoomsQuery): Promise<FreeRoomsDto> {
    const em = this.dataSource.manager;
    const item = await this.cases.find(em, id);
    if (!item || !isOwnUnit(actor, item)) throw new NotFound();
    const { bookingId } = await this.cases.round(em, item);
    const { rooms } = await this.requests.ask(RoomFindRequest, {
      from: new Date(query.from).toISOString(),
      to: new Date(query.to).toISOString(),
      durationMinutes: query.durationMinutes,
      unitId: item.unitId,
      replaces: bookingId ?? undefined,
      limit: FREE_ROOMS_SHOWN,
    });
    return { items: rooms };
  }

  /**
   * Invites the citizen to a time and place, which replace those of before, as does the volunteer.
   * @throws NotFound, Forbidden, StaleVersion, WrongState, RuleBroken `appointment-in-the-past`,
   *   `appointment-ends-before-it-begins`, `appointment-too-long`; of appointments `slot-taken` and `volunteer-taken`
   *   (409, with alternatives) and its other rules; ServiceUnavailable while it does not answer
   */
  appoint(
    actor: StaffActor,
    id: string,
    version: number,
    key: IdempotencyContext,
    body: AppointmentBody,
  ): Promise<CaseDetail> {
    return this.idempotency.once(key, async (em) => {
      const { appointment, bookingIds } = await this.secured(actor, id, version, body);
      try {
        const item = await this.gate.enter(em, actor, id, version, 'appointment');
        for (const bookingId of bookingIds) await this.saga.finish(em, bookingId);
        const changed = await this.writer.write(em, item, appointment, { actor, at: this.clock.now() });
        return await this.reader.detail(em, actor, changed);
      } catch (error) {
        // Not within `em`, which is rolled back, and not while it holds the record's lock.
        if (error instanceof StaleVersion) await this.abandon(bookingIds);
        throw error;
      }
    });
  }

  /** The appointment, all of it booked. Its own transaction: the wish must be on paper before appointments is asked. */
  private async secured(actor: StaffActor, id: string, version: number, body: AppointmentBody): Promise<Secured> {
    const time = { startAt: new Date(body.startAt), endAt: new Date(body.endAt) };
    const { room, volunteer, staying } = await this.dataSource.transaction(async (em) => {
      const item = await this.gate.enter(em, actor, id, version, 'appointment');
      checkAppointmentTime(time.startAt, time.endAt, this.clock.now());
      return this.wanted(em, actor, item, body, time);
    });
    const booked = room && (await this.saga.book(ROOM, room));
    try {
      const joining = volunteer ? assigned(await this.saga.book(VOLUNTEER, volunteer)) : staying;
      const appointment = booked ? inRoom(booked, joining) : inTheField(body.address ?? '', time, joining);
      return { appointment, bookingIds: [room, volunteer].flatMap((record) => record?.bookingId ?? []) };
    } catch (error) {
      if (room) await this.abandon([room.bookingId]);
      throw error;
    }
  }

  /** Writes down what has to be booked; what was begun for something else is given back. */
  private async wanted(
    em: EntityManager,
    actor: StaffActor,
    item: InterviewCase,
    { place, roomId, volunteerId }: AppointmentBody,
    time: { startAt: Date; endAt: Date },
  ): Promise<Needed> {
    const round = await this.cases.round(em, item);
    const standing = { room: round.bookingId, volunteer: round.volunteerBookingId };
    const begin = async (kind: 'room' | 'volunteer', resourceId: string | null | undefined) => {
      const wanted = { kind, ...time, replaces: standing[kind] };
      if (resourceId) return this.saga.begin(em, item, { ...wanted, resourceId }, actor);
      await this.saga.dropUnfinished(em, item, kind);
      return null;
    };
    const present = isAt(round, time) ? volunteerOf(round) : null;
    const staying = present && present.volunteerId === volunteerId ? present : null;
    return {
      room: await begin('room', place === 'room' ? roomId : null),
      volunteer: await begin('volunteer', staying ? null : volunteerId),
      staying,
    };
  }

  private async abandon(bookingIds: readonly string[]): Promise<void> {
    for (const bookingId of bookingIds) await this.saga.abandon(bookingId);
  }
}
