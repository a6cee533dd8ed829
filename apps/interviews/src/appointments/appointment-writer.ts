import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CaseScheduled } from '@app/common/contracts/interviews.events.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InterviewCase } from '../cases/case.entity.js';
import { CaseRepository } from '../cases/case.repository.js';
import type { VolunteerLostWhy } from '../cases/domain/case-words.js';
import type { InterviewRound } from '../cases/round.entity.js';
import { CaseNews } from '../stream/case-news.js';
import { volunteerOf, type Appointment, type AssignedVolunteer } from './appointment.js';
import { BookingSaga } from './booking-saga.js';

/** An act on a case, as the ledger tells it. */
interface Act {
  readonly actor: Actor;
  readonly at: Date;
  readonly reason?: string;
}

type Lost = Pick<InterviewRound, 'volunteerLostName' | 'volunteerLostWhy'>;

const NOBODY_LOST: Lost = { volunteerLostName: null, volunteerLostWhy: null };

/** Writes the invitation to the talk, and who joins it, into the present round of a case. */
@Injectable()
export class AppointmentWriter {
  constructor(
    private readonly cases: CaseRepository,
    private readonly saga: BookingSaga,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
    private readonly news: CaseNews,
  ) {}

  /** Invites to `appointment`; a room and a volunteer booked before for this round are given back. */
  async write(
    em: EntityManager,
    item: InterviewCase,
    appointment: Appointment,
    { actor, at }: Act,
  ): Promise<InterviewCase> {
    const before = await this.cases.round(em, item);
    if (before.bookingId && before.bookingId !== appointment.bookingId) await this.saga.giveBack(em, before.bookingId);
    const { volunteer, place, roomId, bookingId, nameZh, nameEn, address, startAt, endAt } = appointment;
    await this.freeVolunteer(em, before, volunteer);
    await this.cases.changeRound(em, item, {
      place,
      roomId,
      bookingId,
      placeNameZh: nameZh,
      placeNameEn: nameEn,
      address,
      startAt,
      endAt,
      ...columnsOf(volunteer),
      ...NOBODY_LOST,
    });
    const changed = await this.cases.change(em, item, {
      state: 'scheduled',
      volunteerStaffId: volunteer?.staffId ?? null,
    });
    const time = { startAt: startAt.toISOString(), endAt: endAt.toISOString() };
    await this.ledger.write(em, {
      itemType: 'case',
      itemId: item.id,
      action: 'scheduled',
      actor,
      at,
      detail: { round: item.round, place, roomId, bookingId, ...time, ...(volunteer ? detailOf(volunteer) : {}) },
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

  /** Another volunteer joins the appointed talk, or none any more; the one before is given back. */
  async assign(
    em: EntityManager,
    item: InterviewCase,
    volunteer: AssignedVolunteer | null,
    act: Act,
  ): Promise<InterviewCase> {
    return this.join(em, item, volunteer, NOBODY_LOST, act);
  }

  /** The volunteer cannot join any more: the talk stands, and its unit reads that it needs another. */
  async loseVolunteer(em: EntityManager, item: InterviewCase, why: VolunteerLostWhy, act: Act): Promise<void> {
    const { volunteerName } = await this.cases.round(em, item);
    await this.join(em, item, null, { volunteerLostName: volunteerName, volunteerLostWhy: why }, act);
  }

  private async join(
    em: EntityManager,
    item: InterviewCase,
    volunteer: AssignedVolunteer | null,
    lost: Lost,
    { actor, at, reason }: Act,
  ): Promise<InterviewCase> {
    const before = await this.cases.round(em, item);
    await this.freeVolunteer(em, before, volunteer);
    await this.cases.changeRound(em, item, { ...columnsOf(volunteer), ...lost });
    const changed = await this.cases.change(em, item, { volunteerStaffId: volunteer?.staffId ?? null });
    const told = volunteer ?? volunteerOf(before);
    await this.ledger.write(em, {
      itemType: 'case',
      itemId: item.id,
      action: volunteer ? 'volunteer-joined' : 'volunteer-left',
      actor,
      at,
      reason,
      detail: { round: item.round, ...(told ? detailOf(told) : {}) },
    });
    this.news.tell(em, changed);
    return changed;
  }

  /** The room was taken away: the round waits for an invitation again. */
  async strike(em: EntityManager, item: InterviewCase, { actor, at, reason }: Act): Promise<void> {
    await this.freeVolunteer(em, await this.cases.round(em, item), null);
    await this.cases.changeRound(em, item, {
      place: null,
      roomId: null,
      bookingId: null,
      placeNameZh: null,
      placeNameEn: null,
      address: null,
      startAt: null,
      endAt: null,
      ...columnsOf(null),
      ...NOBODY_LOST,
    });
    const changed = await this.cases.change(em, item, { state: 'planned', volunteerStaffId: null });
    await this.ledger.write(em, { itemType: 'case', itemId: item.id, action: 'room-lost', actor, at, reason });
    this.news.tell(em, changed);
  }

  private async freeVolunteer(em: EntityManager, before: InterviewRound, now: AssignedVolunteer | null): Promise<void> {
    const { volunteerBookingId } = before;
    if (volunteerBookingId && volunteerBookingId !== now?.bookingId) await this.saga.giveBack(em, volunteerBookingId);
  }
}

function columnsOf(volunteer: AssignedVolunteer | null) {
  return {
    volunteerId: volunteer?.volunteerId ?? null,
    volunteerName: volunteer?.name ?? null,
    volunteerStaffId: volunteer?.staffId ?? null,
    volunteerBookingId: volunteer?.bookingId ?? null,
  } satisfies Partial<InterviewRound>;
}

function detailOf({ volunteerId, name }: AssignedVolunteer) {
  return { volunteerId, volunteer: name };
}

function placeWords(name: string, address: string): string {
  return name === address ? name : `${name} ${address}`.trim();
}
