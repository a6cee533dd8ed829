import type { StaffActor } from '@app/common/auth/actor.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { pageByKey, type PageQuery } from '@app/common/http/page.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CatalogueChanges } from '../catalogue/catalogue-changes.js';
import type { VolunteerBody, VolunteerHoursDto, VolunteerPage, VolunteerRow } from './volunteer.dto.js';

const READ = `
SELECT v.id, v.staff_id AS "staffId", v.name, v.fields, v.active, v.version,
  (SELECT coalesce(json_agg(json_build_object('weekday', h.weekday, 'fromMinute', h.from_minute, 'toMinute', h.to_minute)
      ORDER BY h.weekday, h.from_minute), '[]') FROM volunteer_hours h WHERE h.volunteer_id = v.id) AS hours
FROM volunteer v`;

/** Legal volunteers and the hours in which they can be asked (domain.md §3, 志愿者). */
@Injectable()
export class Volunteers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly changes: CatalogueChanges,
  ) {}

  /** @throws Malformed (400) if `after` is not a cursor of this list */
  list(query: PageQuery): Promise<VolunteerPage> {
    const text = `${READ} WHERE $1::uuid IS NULL OR v.id > $1 ORDER BY v.id LIMIT $2`;
    return pageByKey(query, 'id', 'uuid', (after, limit) =>
      this.dataSource.query<VolunteerRow[]>(text, [after, limit + 1]),
    );
  }

  /** @throws RuleBroken (422) `hours-faulty`; StillRunning, KeyReused */
  create(actor: StaffActor, body: VolunteerBody, idempotency: IdempotencyContext): Promise<VolunteerRow> {
    requireSound(body.hours);
    return this.idempotency.once(idempotency, async (em) => {
      const id = newId();
      await em.query('INSERT INTO volunteer (id, staff_id, name, fields, active) VALUES ($1, $2, $3, $4, $5)', [
        id,
        body.staffId ?? null,
        body.name,
        body.fields,
        body.active,
      ]);
      await replaceHours(em, id, body.hours);
      await this.changes.note(em, { actor, type: 'volunteer', id, action: 'created' }, []);
      return read(em, id);
    });
  }

  /** @throws NotFound, StaleVersion (412), RuleBroken (422) `hours-faulty` */
  change(actor: StaffActor, id: string, version: number, body: VolunteerBody): Promise<VolunteerRow> {
    requireSound(body.hours);
    return this.changes.alter(
      { actor, type: 'volunteer', id, action: 'changed', detail: { hours: body.hours, active: body.active } },
      version,
      async (em) => {
        await em.query('UPDATE volunteer SET staff_id = $2, name = $3, fields = $4, active = $5 WHERE id = $1', [
          id,
          body.staffId ?? null,
          body.name,
          body.fields,
          body.active,
        ]);
        await replaceHours(em, id, body.hours);
        return [];
      },
      (em) => read(em, id),
    );
  }
}

async function read(em: EntityManager, id: string): Promise<VolunteerRow> {
  const [volunteer] = await em.query<VolunteerRow[]>(`${READ} WHERE v.id = $1`, [id]);
  if (!volunteer) throw new NotFound();
  return volunteer;
}

async function replaceHours(em: EntityManager, id: string, hours: readonly VolunteerHoursDto[]): Promise<void> {
  await em.query('DELETE FROM volunteer_hours WHERE volunteer_id = $1', [id]);
  await em.query(
    `INSERT INTO volunteer_hours (volunteer_id, weekday, from_minute, to_minute)
     SELECT $1, weekday, "fromMinute", "toMinute"
     FROM jsonb_to_recordset($2) AS row (weekday smallint, "fromMinute" int, "toMinute" int)`,
    [id, JSON.stringify(hours)],
  );
}

function requireSound(hours: readonly VolunteerHoursDto[]): void {
  const inOrder = hours.toSorted((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
  const fault = inOrder.find((one, i) => {
    const before = inOrder[i - 1];
    return one.fromMinute >= one.toMinute || (before?.weekday === one.weekday && one.fromMinute < before.toMinute);
  });
  if (fault) throw new RuleBroken('hours-faulty', { weekday: fault.weekday });
}
