import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { decodeCursor, toPage } from '@app/common/http/page.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { requireSites } from '../catalogue/catalogue-changes.js';
import { requireInOrder } from './days-asked.js';
import type {
  ClosureMade,
  ClosurePage,
  ClosureRow,
  ClosuresQuery,
  NewClosureBody,
  ScheduleTakenBack,
} from './schedule-admin.dto.js';
import { ScheduleChanges } from './schedule-changes.js';

const ROW = `c.id, c.site_id AS "siteId", c.from_day::text AS "fromDay", c.to_day::text AS "toDay",
  c.reason_zh AS "reasonZh", c.reason_en AS "reasonEn"`;

const LIST = `
SELECT ${ROW} FROM closure c
WHERE ($1::uuid IS NULL OR c.site_id = $1 OR c.site_id IS NULL) AND ($2::date IS NULL OR c.to_day >= $2)
  AND ($3::date IS NULL OR (c.to_day, c.id) > ($3, $4::uuid))
ORDER BY c.to_day, c.id LIMIT $5`;

/** Days on which a site, or the whole office, is shut. */
@Injectable()
export class Closures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly changes: ScheduleChanges,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /**
   * By their last day.
   * @throws Malformed (400) if `after` is not a cursor of this list
   */
  async list({ site, from, after, limit }: ClosuresQuery): Promise<ClosurePage> {
    const [lastDay, lastId] = decodeCursor(after, ['string', 'uuid']) ?? [null, null];
    const values = [site ?? null, from ?? null, lastDay, lastId, limit + 1];
    const rows = await this.dataSource.query<ClosureRow[]>(LIST, values);
    const page = toPage(
      rows,
      limit,
      (row) => [row.toDay, row.id],
      (row) => row,
    );
    return { items: [...page.items], next: page.next };
  }

  /**
   * Shuts a site or the whole office; citizens with a booking in that time are told.
   * @throws RuleBroken (422) `unknown-site`, `days-out-of-order`, `day-is-over`; StillRunning, KeyReused
   */
  close(actor: StaffActor, body: NewClosureBody, idempotency: IdempotencyContext): Promise<ClosureMade> {
    requireInOrder(body);
    if (body.toDay < dayOf(this.calendars.current(), this.clock.now())) throw new RuleBroken('day-is-over');
    return this.idempotency.once(idempotency, async (em) => {
      const id = newId();
      const { siteId, fromDay, toDay, reasonZh, reasonEn } = body;
      if (siteId) await requireSites(em, [siteId]);
      const closure = { id, siteId: siteId ?? null, fromDay, toDay, reasonZh, reasonEn };
      const affected = await this.make(em, actor, closure, 'closed', async () => {
        const values = [id, closure.siteId, fromDay, toDay, reasonZh, reasonEn];
        await em.query('INSERT INTO closure VALUES ($1, $2, $3, $4, $5, $6)', values);
      });
      return { ...closure, affected };
    });
  }

  /**
   * Takes a closure back: its days are open again by their pattern.
   * @throws NotFound
   */
  async takeBack(actor: StaffActor, id: string): Promise<ScheduleTakenBack> {
    return this.dataSource.transaction(async (em) => {
      const [closure] = await em.query<ClosureRow[]>(`SELECT ${ROW} FROM closure c WHERE c.id = $1 FOR UPDATE`, [id]);
      if (!closure) throw new NotFound();
      const affected = await this.make(em, actor, closure, 'taken-back', async () => {
        await em.query('DELETE FROM closure WHERE id = $1', [id]);
      });
      return { id, affected };
    });
  }

  private async make(
    em: EntityManager,
    actor: StaffActor,
    closure: ClosureRow,
    action: 'closed' | 'taken-back',
    change: () => Promise<void>,
  ): Promise<ClosureMade['affected']> {
    const { id, siteId, fromDay, toDay } = closure;
    const siteIds = siteId === null ? await allSites(em) : [siteId];
    const about = { siteIds, days: { fromDay, toDay }, reason: closure.reasonZh, detail: { ...closure } };
    return this.changes.make(em, { actor, type: 'closure', id, action, ...about }, change);
  }
}

async function allSites(em: EntityManager): Promise<string[]> {
  const sites = await em.query<{ id: string }[]>('SELECT id FROM site ORDER BY id');
  return sites.map(({ id }) => id);
}
