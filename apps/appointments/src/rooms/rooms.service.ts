import { decodeCursor, toPage } from '@app/common/http/page.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InterviewBooking } from '../interview-bookings/interview-booking.js';
import { InterviewBookingRepository } from '../interview-bookings/interview-bookings.repository.js';
import type { RoomBookingPage, RoomBookingRow, RoomBookingsQuery, RoomListQuery, RoomPage } from './room.dto.js';
import { RoomRepository } from './rooms.repository.js';

const LONGEST_LOOK_DAYS = 92;
const DAY_MS = 86_400_000;

/** Interview rooms and when they are taken. */
@Injectable()
export class Rooms {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rooms: RoomRepository,
    private readonly bookings: InterviewBookingRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Malformed (400) if `after` is not a cursor of this list */
  async list(query: RoomListQuery): Promise<RoomPage> {
    const found = await this.rooms.list(this.dataSource.manager, query);
    const page = toPage(
      found,
      query.limit,
      (room) => [room.id],
      (room) => ({ ...room }),
    );
    return { items: [...page.items], next: page.next };
  }

  /**
   * When a room is taken, the earliest first.
   * @throws NotFound, RuleBroken `look-too-long`
   */
  async takenTimes(id: string, query: RoomBookingsQuery): Promise<RoomBookingPage> {
    const em = this.dataSource.manager;
    if (!(await this.rooms.find(em, id))) throw new NotFound();
    const span = { startAt: new Date(query.from), endAt: new Date(query.to) };
    const days = (span.endAt.getTime() - span.startAt.getTime()) / DAY_MS;
    if (days <= 0 || days > LONGEST_LOOK_DAYS) throw new RuleBroken('look-too-long', { days: LONGEST_LOOK_DAYS });
    const [cursor] = decodeCursor(query.after, ['instant']) ?? [null];
    const after = cursor === null ? null : new Date(cursor ?? '');
    const found = await this.bookings.takenOf(em, id, span, this.clock.now(), { after, limit: query.limit });
    const page = toPage(found, query.limit, (booking) => [booking.startAt.toISOString()], bookingRow);
    return { items: [...page.items], next: page.next };
  }
}

function bookingRow(booking: InterviewBooking): RoomBookingRow {
  return {
    id: booking.id,
    startAt: booking.startAt.toISOString(),
    endAt: booking.endAt.toISOString(),
    state: booking.state === 'confirmed' ? 'confirmed' : 'held',
  };
}
