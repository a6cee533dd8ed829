import type { StaffActor } from '@app/common/auth/actor.js';
import { VolunteerFindRequest } from '@app/common/contracts/requests.js';
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
import { assigned } from './appointment.js';
import type { FreeVolunteersDto, FreeVolunteersQuery, VolunteerAtTalkBody } from './appointment.dto.js';
import { AppointmentWriter } from './appointment-writer.js';
import { VOLUNTEER } from './bookable.js';
import type { BookingRecord } from './booking.entity.js';
import { BookingSaga } from './booking-saga.js';

const FREE_VOLUNTEERS_SHOWN = 50;

/** The legal volunteer at a talk, matched by field and free time (domain.md §4, one network). */
@Injectable()
export class CaseVolunteers {
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
   * Volunteers who are free for the whole of a time, by name.
   * @throws NotFound, ServiceUnavailable while appointments does not answer
   */
  async free(actor: StaffActor, id: string, query: FreeVolunteersQuery): Promise<FreeVolunteersDto> {
    const em = this.dataSource.manager;
    const item = await this.cases.find(em, id);
    if (!item || !isOwnUnit(actor, item)) throw new NotFound();
    const { volunteerBookingId } = await this.cases.round(em, item);
    const { volunteers } = await this.requests.ask(VolunteerFindRequest, {
      startAt: new Date(query.startAt).toISOString(),
      endAt: new Date(query.endAt).toISOString(),
      field: query.field,
      replaces: volunteerBookingId ?? undefined,
      limit: FREE_VOLUNTEERS_SHOWN,
    });
    return { items: volunteers };
  }

  /**
   * A volunteer joins the appointed talk in place of the one before, or nobody any more.
   * @throws NotFound, Forbidden, StaleVersion, WrongState; of appointments `volunteer-taken` (409, with alternatives)
   *   and its rules; ServiceUnavailable while it does not answer
   */
  assign(
    actor: StaffActor,
    id: string,
    version: number,
    key: IdempotencyContext,
    { volunteerId }: VolunteerAtTalkBody,
  ): Promise<CaseDetail> {
    return this.idempotency.once(key, async (em) => {
      const record = await this.wanted(actor, id, version, volunteerId);
      const joining = record && assigned(await this.saga.book(VOLUNTEER, record));
      try {
        const item = await this.gate.enter(em, actor, id, version, 'volunteer');
        if (joining) await this.saga.finish(em, joining.bookingId);
        const stays = volunteerId !== null && !joining;
        const act = { actor, at: this.clock.now() };
        const changed = stays ? item : await this.writer.assign(em, item, joining, act);
        return await this.reader.detail(em, actor, changed);
      } catch (error) {
        // Not within `em`, which is rolled back, and not while it holds the record's lock.
        if (joining && error instanceof StaleVersion) await this.saga.abandon(joining.bookingId);
        throw error;
      }
    });
  }

  /** Writes down who is wanted, before appointments is asked; nothing where they are booked already or nobody is. */
  private wanted(
    actor: StaffActor,
    id: string,
    version: number,
    volunteerId: string | null,
  ): Promise<BookingRecord | null> {
    return this.dataSource.transaction(async (em) => {
      const item = await this.gate.enter(em, actor, id, version, 'volunteer');
      const { startAt, endAt, volunteerId: present, volunteerBookingId: replaces } = await this.cases.round(em, item);
      if (volunteerId && volunteerId !== present && startAt && endAt) {
        const wanted = { kind: 'volunteer', resourceId: volunteerId, startAt, endAt, replaces } as const;
        return this.saga.begin(em, item, wanted, actor);
      }
      await this.saga.dropUnfinished(em, item, 'volunteer');
      return null;
    });
  }
}
