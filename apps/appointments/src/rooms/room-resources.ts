import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { RuleBroken, type DomainError } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InterviewResources } from '../interview-bookings/interview-resources.js';
import { isInOfficeHours } from '../slots/domain/office-spans.js';
import type { Span } from '../slots/domain/span.js';
import { FreeRooms } from './free-rooms.js';
import { SlotTaken } from './room.errors.js';
import { RoomRepository, type RoomWithSite } from './rooms.repository.js';

/** Rooms as something interviews books: within office hours. */
@Injectable()
export class RoomResources implements InterviewResources<RoomWithSite> {
  readonly kind = 'room';

  constructor(
    private readonly rooms: RoomRepository,
    private readonly free: FreeRooms,
    private readonly calendars: CalendarSource,
  ) {}

  lock(em: EntityManager, id: string): Promise<RoomWithSite | null> {
    return this.rooms.lock(em, id);
  }

  lockInUse(em: EntityManager, id: string): Promise<RoomWithSite | null> {
    return this.rooms.lockInUse(em, id);
  }

  /** @throws RuleBroken `outside-office-hours` */
  requireOpen(_room: RoomWithSite, time: Span): void {
    if (!isInOfficeHours(this.calendars.current(), time)) throw new RuleBroken('outside-office-hours');
  }

  async taken(
    em: EntityManager,
    { resourceId: roomId, startAt, endAt }: Span & { resourceId: string },
  ): Promise<DomainError> {
    return new SlotTaken({ roomId, alternatives: await this.free.near(em, { roomId, startAt, endAt }) });
  }
}
