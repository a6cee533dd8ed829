import type { StaffActor } from '@app/common/auth/actor.js';
import { RoomFindRequest, type RoomBooking } from '@app/common/contracts/requests.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { NotFound, StaleVersion } from '@app/common/http/problem.js';
import { RequestClient } from '@app/common/messaging/request-client.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseGate } from '../cases/case-gate.js';
import { CaseReader } from '../cases/case-reader.js';
import type { CaseDetail } from '../cases/case.dto.js';
import { CaseRepository } from '../cases/case.repository.js';
import { isOwnUnit } from '../cases/domain/case-policy.js';
import type { AppointmentBody, FreeRoomsDto, FreeRoomsQuery } from './appointment.dto.js';
import { AppointmentWriter, type Appointment } from './appointment-writer.js';
import { checkAppointmentTime } from './domain/appointment-rules.js';
import { RoomBookingSaga } from './room-booking-saga.js';

const FREE_ROOMS_SHOWN = 50;

/** The invitation to the talk: in a room booked at appointments, or in the field. */
@Injectable()
export class CaseAppointments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: CaseGate,
    private readonly cases: CaseRepository,
    private readonly saga: RoomBookingSaga,
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
    const item = await this.cases.find(this.dataSource.manager, id);
    if (!item || !isOwnUnit(actor, item)) throw new NotFound();
    const { rooms } = await this.requests.ask(RoomFindRequest, {
      from: new Date(query.from).toISOString(),
      to: new Date(query.to).toISOString(),
      durationMinutes: query.durationMinutes,
      unitId: item.unitId,
      limit: FREE_ROOMS_SHOWN,
    });
    return { items: rooms };
  }

  /**
   * Invites the citizen to a time and place, which replace those of the round before.
   * @throws NotFound, Forbidden, StaleVersion, WrongState, RuleBroken `appointment-in-the-past`,
   *   `appointment-ends-before-it-begins`, `appointment-too-long`; of appointments `slot-taken` (409, with three
   *   alternatives) and its other rules; ServiceUnavailable while it does not answer
   */
  appoint(
    actor: StaffActor,
    id: string,
    version: number,
    key: IdempotencyContext,
    body: AppointmentBody,
  ): Promise<CaseDetail> {
    return this.idempotency.once(key, async (em) => {
      const { bookingId, ...appointment } = await this.secured(actor, id, version, body);
      try {
        const item = await this.gate.enter(em, actor, id, version, 'appointment');
        if (bookingId) await this.saga.finish(em, bookingId);
        const changed = await this.writer.write(em, item, { ...appointment, bookingId }, actor, this.clock.now());
        return await this.reader.detail(em, actor, changed);
      } catch (error) {
        // Not within `em`, which is rolled back, and not while it holds the record's lock.
        if (bookingId && error instanceof StaleVersion) await this.saga.abandon(bookingId);
        throw error;
      }
    });
  }

  /** The time and place, its room booked. Its own transaction: the wish must be on paper before appointments is asked. */
  private async secured(
    actor: StaffActor,
    id: string,
    version: number,
    { place, roomId, address, ...time }: AppointmentBody,
  ): Promise<Appointment> {
    const startAt = new Date(time.startAt);
    const endAt = new Date(time.endAt);
    const record = await this.dataSource.transaction(async (em) => {
      const item = await this.gate.enter(em, actor, id, version, 'appointment');
      checkAppointmentTime(startAt, endAt, this.clock.now());
      if (place === 'room' && roomId !== undefined) return this.saga.begin(em, item, { roomId, startAt, endAt }, actor);
      await this.saga.dropUnfinished(em, item);
      return null;
    });
    return record ? inRoom(await this.saga.book(record)) : inTheField(address ?? '', startAt, endAt);
  }
}

function inTheField(address: string, startAt: Date, endAt: Date): Appointment {
  return { place: 'field', roomId: null, bookingId: null, nameZh: address, nameEn: address, address, startAt, endAt };
}

/** A booked room as an invitation. */
export function inRoom(booking: RoomBooking): Appointment {
  const { roomId, bookingId, nameZh, nameEn, address } = booking;
  const time = { startAt: new Date(booking.startAt), endAt: new Date(booking.endAt) };
  return { place: 'room', roomId, bookingId, nameZh, nameEn, address, ...time };
}
