import type { StaffActor } from '@app/common/auth/actor.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { RuleBroken } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
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
import { pageByDay } from './page-by-day.js';
import { ScheduleChanges, type KeptChanges } from './schedule-changes.js';

const CLOSURES: KeptChanges<ClosureRow> = {
  type: 'closure',
  table: 'closure',
  columns: `id, site_id AS "siteId", from_day::text AS "fromDay", to_day::text AS "toDay", reason_zh AS "reasonZh",
    reason_en AS "reasonEn"`,
  about: async (em, { siteId, fromDay, toDay, reasonZh }) => ({
    siteIds: siteId === null ? await allSites(em) : [siteId],
    days: { fromDay, toDay },
    reason: reasonZh,
  }),
};

const LIST = `
SELECT ${CLOSURES.columns} FROM closure c
WHERE ($1::uuid IS NULL OR site_id = $1 OR site_id IS NULL) AND ($2::date IS NULL OR to_day >= $2)
  AND ($3::date IS NULL OR (to_day, id) > ($3, $4::uuid))
ORDER BY c.to_day, id LIMIT $5`;

/** Answers what stands for these days: the new row, or the one that was there before. */
const INSERT = `
INSERT INTO closure AS stands (id, site_id, from_day, to_day, reason_zh, reason_en) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (site_id, from_day, to_day) DO UPDATE SET id = stands.id
RETURNING id, reason_zh AS "reasonZh", reason_en AS "reasonEn"`;

/** Days on which a site, or the whole office, is shut. */
@Injectable()
export class Closures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly changes: ScheduleChanges,
  ) {}

  /**
   * By their last day.
   * @throws Malformed (400) if `after` is not a cursor of this list
   */
  list({ site, from, ...query }: ClosuresQuery): Promise<ClosurePage> {
    return pageByDay(query, 'toDay', (lastDay, lastId, most) =>
      this.dataSource.query<ClosureRow[]>(LIST, [site ?? null, from ?? null, lastDay, lastId, most]),
    );
  }

  /**
   * Shuts a site or the whole office; citizens with a booking in that time are told.
   * @throws RuleBroken (422) `unknown-site`, `days-out-of-order`, `day-is-over`, `closure-exists`; StillRunning,
   *   KeyReused
   */
  close(actor: StaffActor, body: NewClosureBody, idempotency: IdempotencyContext): Promise<ClosureMade> {
    requireInOrder(body);
    this.changes.requireNotOver(body.toDay);
    return this.idempotency.once(idempotency, async (em) => {
      const id = newId();
      const { siteId, fromDay, toDay, reasonZh, reasonEn } = body;
      if (siteId) await requireSites(em, [siteId]);
      const closure = { id, siteId: siteId ?? null, fromDay, toDay, reasonZh, reasonEn };
      const kept = { kept: CLOSURES, row: closure, actor, action: 'closed' };
      const affected = await this.changes.keep(em, kept, () => insert(em, closure));
      return { ...closure, affected };
    });
  }

  /**
   * Takes a closure back: its days are open again by their pattern.
   * @throws NotFound
   */
  takeBack(actor: StaffActor, id: string): Promise<ScheduleTakenBack> {
    return this.changes.takeBack(CLOSURES, actor, id);
  }
}

/** @throws RuleBroken (422) `closure-exists` where these days are closed already, naming the closure that stands */
async function insert(em: EntityManager, closure: ClosureRow): Promise<void> {
  const { id, siteId, fromDay, toDay } = closure;
  const values = [id, siteId, fromDay, toDay, closure.reasonZh, closure.reasonEn];
  const [stands] = await em.query<Pick<ClosureRow, 'id' | 'reasonZh' | 'reasonEn'>[]>(INSERT, values);
  if (stands && stands.id !== id) {
    const { reasonZh, reasonEn } = stands;
    throw new RuleBroken('closure-exists', { closureId: stands.id, siteId, fromDay, toDay, reasonZh, reasonEn });
  }
}

async function allSites(em: EntityManager): Promise<string[]> {
  const sites = await em.query<{ id: string }[]>('SELECT id FROM site ORDER BY id');
  return sites.map(({ id }) => id);
}
