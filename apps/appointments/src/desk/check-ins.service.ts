import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { Attendance } from './attendance.js';
import { DeskBookingRepository, type DeskBooking } from './desk-bookings.repository.js';
import { DeskNews } from './desk-news.js';
import type { CheckInDto, VisitRow, WalkInDto } from './desk.dto.js';
import { arrivalAt, checkInFrom, sessionOver, type ArrivalRules } from './domain/arrival.js';
import { officeDayTime, officeTime } from './domain/office-time.js';
import { turnAt } from './domain/turn.js';
import { visitRow } from './visit.js';
import { VisitRepository, type NewVisit } from './visits.repository.js';

/** 签到 and 现场取号: citizens who have come get their queue number. */
@Injectable()
export class CheckIns {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly bookings: DeskBookingRepository,
    private readonly visits: VisitRepository,
    private readonly attendance: Attendance,
    private readonly ledger: Ledger,
    private readonly news: DeskNews,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks in the citizen of a booking; the same code again finds the same number.
   * @throws NotFound, WrongState (409); RuleBroken `other-site`, `home-visit-has-no-check-in`, `too-early-to-check-in`,
   *   `check-in-over`; StillRunning, KeyReused
   */
  checkIn(staff: StaffActor, { code, siteId }: CheckInDto, idempotency: IdempotencyContext): Promise<VisitRow> {
    return this.idempotency.once(idempotency, async (em) => {
      const booking = await this.bookings.lock(em, code);
      if (!booking) throw new NotFound();
      if (booking.siteId !== siteId) {
        throw new RuleBroken('other-site', { siteNameZh: booking.siteNameZh, siteNameEn: booking.siteNameEn });
      }
      if (booking.homeVisit) throw new RuleBroken('home-visit-has-no-check-in');
      const now = this.clock.now();
      const before = await this.visits.ofBooking(em, booking.id);
      if (before && booking.state === 'arrived') return visitRow(before);
      const late = booking.state === 'confirmed' && this.requireInTime(booking, now) === 'late';
      return this.takeNumber(
        em,
        {
          id: newId(),
          siteId,
          day: booking.day,
          itemCode: booking.itemCode,
          bookingId: booking.id,
          green: booking.green,
          late,
          turnAt: turnAt({ startAt: booking.startAt, late, arrivedAt: now }),
          arrivedAt: now,
        },
        staff,
        (number) => this.attendance.arrived(em, booking, { actor: staff, at: now }, number, late),
      );
    });
  }

  /**
   * Gives a citizen without a booking a queue number.
   * @throws RuleBroken `not-offered-at-the-counter`; StillRunning, KeyReused
   */
  walkIn(
    staff: StaffActor,
    { siteId, itemCode, green }: WalkInDto,
    idempotency: IdempotencyContext,
  ): Promise<VisitRow> {
    return this.idempotency.once(idempotency, async (em) => {
      if (!(await this.visits.servesWalkIns(em, siteId, itemCode))) throw new RuleBroken('not-offered-at-the-counter');
      const now = this.clock.now();
      const day = dayOf(this.calendars.current(), now);
      const turn = { bookingId: null, late: false, turnAt: now, arrivedAt: now };
      return this.takeNumber(em, { id: newId(), siteId, day, itemCode, green: green ?? false, ...turn }, staff);
    });
  }

  /** @throws RuleBroken `too-early-to-check-in`, `check-in-over` */
  private requireInTime(booking: DeskBooking, now: Date): 'in-time' | 'late' {
    const calendar = this.calendars.current();
    const { timeZone } = calendar;
    const rules = this.rules();
    const arrival = arrivalAt(calendar, booking, rules, now);
    if (arrival === 'early') {
      const from = checkInFrom(booking, rules);
      throw new RuleBroken('too-early-to-check-in', {
        from: from.toISOString(),
        fromTime: officeDayTime(timeZone, from),
        startTime: officeTime(timeZone, booking.startAt),
      });
    }
    if (arrival === 'over') {
      const until = sessionOver(calendar, booking);
      throw new RuleBroken('check-in-over', { until: until.toISOString(), untilTime: officeDayTime(timeZone, until) });
    }
    return arrival;
  }

  private rules(): ArrivalRules {
    return { lateMinutes: this.settings.lateMinutes, checkInMinutesBefore: this.settings.desk.checkInMinutesBefore };
  }

  /** The number comes last: until the commit nobody else at the site gets one. */
  private async takeNumber(
    em: EntityManager,
    visit: NewVisit,
    staff: StaffActor,
    alongside: (number: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<VisitRow> {
    const number = await this.visits.nextNumber(em, visit.siteId, visit.day);
    await alongside(number);
    await this.visits.insert(em, visit, number);
    await this.ledger.write(em, {
      itemType: 'visit',
      itemId: visit.id,
      action: 'number_taken',
      actor: staff,
      at: visit.arrivedAt,
      detail: { number, itemCode: visit.itemCode, green: visit.green, bookingId: visit.bookingId },
    });
    this.news.tell(em, visit);
    return visitRow(await this.visits.read(em, visit.id));
  }
}
