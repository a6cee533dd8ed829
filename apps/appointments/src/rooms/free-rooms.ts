import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import type { FreeRoom, RoomFindQuestion } from '@app/common/contracts/requests.js';
import { RuleBroken } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { InterviewBookingRepository } from '../interview-bookings/interview-bookings.repository.js';
import { nearestAlternatives } from '../slots/domain/alternatives.js';
import { freeTimes } from '../slots/domain/free-times.js';
import { officeSpans } from '../slots/domain/office-spans.js';
import type { Span } from '../slots/domain/span.js';
import { RoomRepository, type RoomWithSite } from './rooms.repository.js';

/** Talks begin on the half hour ([D]). */
const STEP_MS = 30 * 60_000;
const DAY_MS = 86_400_000;
const LONGEST_LOOK_DAYS = 31;
/** How far around a taken time alternatives are looked for. */
const ALTERNATIVES_DAYS = 7;
const ALTERNATIVES = 3;

interface FreeTime extends Span {
  readonly roomId: string;
  readonly room: RoomWithSite;
}

/** Finds free times of interview rooms within office hours. */
@Injectable()
export class FreeRooms {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly bookings: InterviewBookingRepository,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Free times day by day; on each day the rooms of the asking unit first, then the earliest first.
   * @throws RuleBroken `look-too-long` beyond 31 days
   */
  async find(em: EntityManager, question: RoomFindQuestion): Promise<FreeRoom[]> {
    const span = { startAt: new Date(question.from), endAt: new Date(question.to) };
    if (span.endAt.getTime() - span.startAt.getTime() > LONGEST_LOOK_DAYS * DAY_MS) {
      throw new RuleBroken('look-too-long', { days: LONGEST_LOOK_DAYS });
    }
    const calendar = this.calendars.current();
    const others = ({ room }: FreeTime): number => Number(room.unitId !== question.unitId);
    const found = await this.between(em, span, question.durationMinutes * 60_000, question.replaces ?? null);
    return found
      .map((time) => ({ time, day: dayOf(calendar, time.startAt) }))
      .sort(
        (a, b) =>
          a.day.localeCompare(b.day) ||
          others(a.time) - others(b.time) ||
          +a.time.startAt - +b.time.startAt ||
          a.time.room.nameZh.localeCompare(b.time.room.nameZh),
      )
      .slice(0, question.limit)
      .map(({ time }) => freeRoom(time));
  }

  /** Three free times near one that is taken. */
  async near(em: EntityManager, taken: Span & { roomId: string }): Promise<FreeRoom[]> {
    const span = {
      startAt: new Date(taken.startAt.getTime() - ALTERNATIVES_DAYS * DAY_MS),
      endAt: new Date(taken.endAt.getTime() + ALTERNATIVES_DAYS * DAY_MS),
    };
    const found = await this.between(em, span, taken.endAt.getTime() - taken.startAt.getTime(), null);
    return nearestAlternatives(found, taken, ALTERNATIVES).map(freeRoom);
  }

  private async between(
    em: EntityManager,
    span: Span,
    durationMs: number,
    replaces: string | null,
  ): Promise<FreeTime[]> {
    const now = this.clock.now();
    const from = span.startAt > now ? span.startAt : now;
    if (from >= span.endAt) return [];
    const open = officeSpans(this.calendars.current(), from, span.endAt);
    const rooms = await this.rooms.all(em);
    const busy = new Map<string, Span[]>(rooms.map((room) => [room.id, []]));
    const looked = { startAt: from, endAt: span.endAt };
    for (const taken of await this.bookings.taken(em, 'room', looked, now, replaces)) {
      busy.get(taken.resourceId)?.push(taken);
    }
    return rooms.flatMap((room) =>
      freeTimes({ open, busy: busy.get(room.id) ?? [], durationMs, stepMs: STEP_MS }).map((time) => ({
        ...time,
        roomId: room.id,
        room,
      })),
    );
  }
}

function freeRoom({ room, startAt, endAt }: FreeTime): FreeRoom {
  const { id, nameZh, nameEn, address, seats } = room;
  return { roomId: id, nameZh, nameEn, address, seats, startAt: startAt.toISOString(), endAt: endAt.toISOString() };
}
