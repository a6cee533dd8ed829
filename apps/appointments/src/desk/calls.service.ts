import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { NotFound, RuleBroken, WrongState } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { Attendance, type Step } from './attendance.js';
import { DeskBookingRepository } from './desk-bookings.repository.js';
import { DeskNews } from './desk-news.js';
import { WindowBusy } from './desk.errors.js';
import type { CalledDto, CallNextDto, VisitRow } from './desk.dto.js';
import { visitMayGo, visitStatesBefore, type VisitState } from './domain/visit-state.js';
import { visitRow, type Visit } from './visit.js';
import { VisitRepository } from './visits.repository.js';

/** 叫号: who is called to which window, and how it ends. */
@Injectable()
export class Calls {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly visits: VisitRepository,
    private readonly bookings: DeskBookingRepository,
    private readonly attendance: Attendance,
    private readonly ledger: Ledger,
    private readonly news: DeskNews,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * Calls the next citizen to a window, of those whose matter it serves.
   * @throws NotFound, WindowBusy (409) while it has somebody; StillRunning, KeyReused
   */
  next(staff: StaffActor, { siteId, windowId }: CallNextDto, idempotency: IdempotencyContext): Promise<CalledDto> {
    return this.idempotency.once(idempotency, async (em) => {
      if (!(await this.visits.lockWindow(em, siteId, windowId))) throw new NotFound();
      const at = this.clock.now();
      const day = dayOf(this.calendars.current(), at);
      const there = await this.visits.at(em, windowId, day);
      if (there) throw new WindowBusy({ visitId: there.id, number: there.number, state: there.state });
      const id = await this.visits.callNext(em, siteId, day, windowId, at);
      if (id === null) return { visit: null };
      const visit = await this.visits.read(em, id);
      await this.note(em, visit, 'called', { actor: staff, at });
      return { visit: visitRow(visit) };
    });
  }

  /**
   * Calls the same number again.
   * @throws NotFound, WrongState
   */
  recall(staff: StaffActor, id: string): Promise<VisitRow> {
    return this.step(staff, id, { from: 'called', to: 'called', action: 'called_again' }, (em, _, { at }) =>
      this.visits.callAgain(em, id, at),
    );
  }

  /**
   * The citizen has come to the window.
   * @throws NotFound, WrongState
   */
  serve(staff: StaffActor, id: string): Promise<VisitRow> {
    return this.step(staff, id, { to: 'serving', action: 'serving' }, (em, _, { at }) => this.visits.serve(em, id, at));
  }

  /**
   * The citizen has been served.
   * @throws NotFound, WrongState
   */
  finish(staff: StaffActor, id: string): Promise<VisitRow> {
    return this.step(staff, id, { to: 'finished', action: 'finished' }, async (em, { bookingId }, by) => {
      await this.visits.end(em, id, 'finished', by.at);
      if (bookingId === null) return;
      await this.attendance.served(em, await this.bookings.lockById(em, bookingId), by);
    });
  }

  /**
   * 过号: the citizen was called often enough and did not come. A booking of such a citizen counts as missed.
   * @throws NotFound, WrongState, RuleBroken `call-again-first`
   */
  leave(staff: StaffActor, id: string): Promise<VisitRow> {
    return this.step(staff, id, { from: 'called', to: 'left', action: 'left' }, async (em, visit, by) => {
      const { callsBeforeLeaving: calls } = this.settings.desk;
      if (visit.calls < calls) throw new RuleBroken('call-again-first', { calls, called: visit.calls });
      await this.visits.end(em, id, 'left', by.at);
      if (visit.bookingId === null) return;
      await this.attendance.missed(em, await this.bookings.lockById(em, visit.bookingId), by);
    });
  }

  /** @param move.from the one state it is done in, where the table allows more */
  private step(
    staff: StaffActor,
    id: string,
    move: { from?: VisitState; to: VisitState; action: string },
    act: (em: EntityManager, visit: Visit, by: Step) => Promise<void>,
  ): Promise<VisitRow> {
    return this.dataSource.transaction(async (em) => {
      const visit = await this.visits.lock(em, id);
      const allowed = move.from ? [move.from] : visitStatesBefore(move.to);
      if (!visitMayGo(visit.state, move.to) || !allowed.includes(visit.state)) {
        throw new WrongState({ state: visit.state, allowed });
      }
      const by = { actor: staff, at: this.clock.now() };
      await act(em, visit, by);
      await this.note(em, visit, move.action, by);
      return visitRow(await this.visits.read(em, id));
    });
  }

  private async note(em: EntityManager, visit: Visit, action: string, { actor, at }: Step): Promise<void> {
    const { id, number, windowId } = visit;
    await this.ledger.write(em, { itemType: 'visit', itemId: id, action, actor, at, detail: { number, windowId } });
    this.news.tell(em, visit);
  }
}
