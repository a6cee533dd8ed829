import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import type { FreeVolunteer } from '@app/common/contracts/requests.js';
import { DomainError, RuleBroken } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InterviewResources } from '../interview-bookings/interview-resources.js';
import type { Span } from '../slots/domain/span.js';
import { isInHours } from './domain/volunteer-hours.js';
import { FreeVolunteers } from './free-volunteers.js';
import type { VolunteerRow } from './volunteer.dto.js';
import { VolunteerRepository } from './volunteers.repository.js';

/** 409: somebody was faster; three who are free at that time are offered. */
export class VolunteerTaken extends DomainError {
  constructor(data: { volunteerId: string; alternatives: FreeVolunteer[] }) {
    super('volunteer-taken', 409, data);
  }
}

/** Volunteers as something interviews books: within the hours they give. */
@Injectable()
export class VolunteerResources implements InterviewResources<VolunteerRow> {
  readonly kind = 'volunteer';

  constructor(
    private readonly volunteers: VolunteerRepository,
    private readonly free: FreeVolunteers,
    private readonly calendars: CalendarSource,
  ) {}

  lock(em: EntityManager, id: string): Promise<VolunteerRow | null> {
    return this.volunteers.lock(em, id);
  }

  lockInUse(em: EntityManager, id: string): Promise<VolunteerRow | null> {
    return this.volunteers.lockInUse(em, id);
  }

  /** @throws RuleBroken `outside-volunteer-hours` */
  requireOpen({ name, hours }: VolunteerRow, time: Span): void {
    if (!isInHours(this.calendars.current(), hours, time)) throw new RuleBroken('outside-volunteer-hours', { name });
  }

  async taken(
    em: EntityManager,
    { resourceId: volunteerId, ...time }: Span & { resourceId: string },
  ): Promise<DomainError> {
    return new VolunteerTaken({ volunteerId, alternatives: await this.free.instead(em, volunteerId, time) });
  }
}
