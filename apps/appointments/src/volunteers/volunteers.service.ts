import type { StaffActor } from '@app/common/auth/actor.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { pageByKey, type PageQuery } from '@app/common/http/page.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CatalogueChanges } from '../catalogue/catalogue-changes.js';
import { InterviewBookings } from '../interview-bookings/interview-bookings.service.js';
import { faultyHours, type WeeklyHours } from './domain/volunteer-hours.js';
import type { VolunteerBody, VolunteerPage, VolunteerRow } from './volunteer.dto.js';
import { VolunteerRepository } from './volunteers.repository.js';

/** Legal volunteers and the hours in which they can be asked (domain.md §3, 志愿者). */
@Injectable()
export class Volunteers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly volunteers: VolunteerRepository,
    private readonly bookings: InterviewBookings,
    private readonly idempotency: Idempotency,
    private readonly changes: CatalogueChanges,
  ) {}

  /** @throws Malformed (400) if `after` is not a cursor of this list */
  list(query: PageQuery): Promise<VolunteerPage> {
    return pageByKey(query, 'id', 'uuid', (after, limit) =>
      this.volunteers.list(this.dataSource.manager, after, limit + 1),
    );
  }

  /** @throws RuleBroken (422) `hours-faulty`; StillRunning, KeyReused */
  create(actor: StaffActor, body: VolunteerBody, idempotency: IdempotencyContext): Promise<VolunteerRow> {
    requireSound(body.hours);
    return this.idempotency.once(idempotency, async (em) => {
      const id = newId();
      await this.volunteers.insert(em, id, body);
      await this.changes.note(em, { actor, type: 'volunteer', id, action: 'created' }, []);
      return this.read(em, id);
    });
  }

  /**
   * Changes a volunteer. Interviews they have been booked for stand, unless they leave: then each is told.
   * @throws NotFound, StaleVersion (412), RuleBroken (422) `hours-faulty`
   */
  change(actor: StaffActor, id: string, version: number, body: VolunteerBody): Promise<VolunteerRow> {
    requireSound(body.hours);
    return this.changes.alter(
      { actor, type: 'volunteer', id, action: 'changed', detail: { hours: body.hours, active: body.active } },
      version,
      async (em) => {
        await this.volunteers.update(em, id, body);
        if (!body.active) await this.bookings.takeAway(em, id, actor, 'volunteer-left');
        return [];
      },
      (em) => this.read(em, id),
    );
  }

  private async read(em: EntityManager, id: string): Promise<VolunteerRow> {
    const volunteer = await this.volunteers.find(em, id);
    if (!volunteer) throw new NotFound();
    return volunteer;
  }
}

function requireSound(hours: readonly WeeklyHours[]): void {
  const fault = faultyHours(hours);
  if (fault) throw new RuleBroken('hours-faulty', { weekday: fault.weekday });
}
