import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CaseScheduled } from '@app/common/contracts/interviews.events.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InterviewCase } from '../cases/case.entity.js';
import { CaseRepository } from '../cases/case.repository.js';
import { CaseNews } from '../stream/case-news.js';
import { RoomBookingSaga } from './room-booking-saga.js';

/** A time and place that stands. */
export interface Appointment {
  readonly place: 'room' | 'field';
  readonly roomId: string | null;
  readonly bookingId: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly address: string;
  readonly startAt: Date;
  readonly endAt: Date;
}

/** Writes an invitation into the present round of a case. */
@Injectable()
export class AppointmentWriter {
  constructor(
    private readonly cases: CaseRepository,
    private readonly saga: RoomBookingSaga,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
    private readonly news: CaseNews,
  ) {}

  /** Invites to `appointment`; a room booked before for this round is given back. */
  async write(
    em: EntityManager,
    item: InterviewCase,
    appointment: Appointment,
    actor: Actor,
    at: Date,
  ): Promise<InterviewCase> {
    const before = await this.cases.round(em, item);
    if (before.bookingId && before.bookingId !== appointment.bookingId) await this.saga.giveBack(em, before.bookingId);
    const { place, roomId, bookingId, nameZh, nameEn, address, startAt, endAt } = appointment;
    await this.cases.changeRound(em, item, {
      place,
      roomId,
      bookingId,
      placeNameZh: nameZh,
      placeNameEn: nameEn,
      address,
      startAt,
      endAt,
    });
    const changed = await this.cases.change(em, item, { state: 'scheduled' });
    const time = { startAt: startAt.toISOString(), endAt: endAt.toISOString() };
    await this.ledger.write(em, {
      itemType: 'case',
      itemId: item.id,
      action: 'scheduled',
      actor,
      at,
      detail: { round: item.round, place, roomId, bookingId, ...time },
    });
    await this.outbox.add(em, CaseScheduled, item.id, {
      caseId: item.id,
      ticketId: item.ticketId,
      unitId: item.unitId,
      round: item.round,
      ...time,
      placeZh: placeWords(nameZh, address),
      placeEn: placeWords(nameEn, address),
    });
    this.news.tell(em, changed);
    return changed;
  }

  /** The room was taken away: the round waits for an invitation again. */
  async strike(em: EntityManager, item: InterviewCase, actor: Actor, at: Date, reason: string): Promise<void> {
    await this.cases.changeRound(em, item, {
      place: null,
      roomId: null,
      bookingId: null,
      placeNameZh: null,
      placeNameEn: null,
      address: null,
      startAt: null,
      endAt: null,
    });
    const changed = await this.cases.change(em, item, { state: 'planned' });
    await this.ledger.write(em, { itemType: 'case', itemId: item.id, action: 'room-lost', actor, at, reason });
    this.news.tell(em, changed);
  }
}

function placeWords(name: string, address: string): string {
  return name === address ? name : `${name} ${address}`.trim();
}
