import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import type { FreeVolunteer, VolunteerFindQuestion } from '@app/common/contracts/requests.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Span } from '../slots/domain/span.js';
import { isInHours } from './domain/volunteer-hours.js';
import type { VolunteerRow } from './volunteer.dto.js';
import { VolunteerRepository } from './volunteers.repository.js';

const ALTERNATIVES = 3;

/** Matches volunteers by field and free time (domain.md §4, one network). */
@Injectable()
export class FreeVolunteers {
  constructor(
    private readonly volunteers: VolunteerRepository,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /** Who gives the whole of a time, knows the field if one is asked for, and is not booked then; by name. */
  async find(em: EntityManager, question: VolunteerFindQuestion): Promise<FreeVolunteer[]> {
    const { field = null, replaces = null, limit } = question;
    const time = { startAt: new Date(question.startAt), endAt: new Date(question.endAt) };
    const found = await this.at(em, time, { field, replaces });
    return found.slice(0, limit).map(freeVolunteer);
  }

  /** Three who are free at the time somebody is not; those who know most of the same fields first. */
  async instead(em: EntityManager, volunteerId: string, time: Span): Promise<FreeVolunteer[]> {
    const wanted = await this.volunteers.find(em, volunteerId);
    const shared = ({ fields }: VolunteerRow): number =>
      fields.filter((field) => wanted?.fields.includes(field) ?? false).length;
    return (await this.at(em, time, { field: null, replaces: null }))
      .filter(({ id }) => id !== volunteerId)
      .toSorted((a, b) => shared(b) - shared(a))
      .slice(0, ALTERNATIVES)
      .map(freeVolunteer);
  }

  private async at(
    em: EntityManager,
    time: Span,
    wanted: { field: string | null; replaces: string | null },
  ): Promise<VolunteerRow[]> {
    const now = this.clock.now();
    if (time.startAt <= now) return [];
    const calendar = this.calendars.current();
    const found = await this.volunteers.notBooked(em, time, wanted, now);
    return found.filter(({ hours }) => isInHours(calendar, hours, time));
  }
}

function freeVolunteer({ id, name, fields }: VolunteerRow): FreeVolunteer {
  return { volunteerId: id, name, fields };
}
