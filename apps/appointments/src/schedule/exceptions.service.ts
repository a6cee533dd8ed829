import type { StaffActor } from '@app/common/auth/actor.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { RuleBroken } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { requireSites } from '../catalogue/catalogue-changes.js';
import type {
  ExceptionMade,
  ExceptionPage,
  ExceptionRow,
  ExceptionsQuery,
  NewExceptionBody,
  ScheduleTakenBack,
} from './schedule-admin.dto.js';
import { pageByDay } from './page-by-day.js';
import { ScheduleChanges, type KeptChanges } from './schedule-changes.js';

const EXCEPTIONS: KeptChanges<ExceptionRow> = {
  type: 'schedule-exception',
  table: 'schedule_exception',
  columns: `id, site_id AS "siteId", window_id AS "windowId", day::text AS day, session, open,
    from_minute AS "fromMinute", to_minute AS "toMinute", capacity, reason_zh AS "reasonZh", reason_en AS "reasonEn"`,
  about: (_em, { siteId, day, reasonZh }) =>
    Promise.resolve({ siteIds: [siteId], days: { fromDay: day, toDay: day }, reason: reasonZh }),
};

const LIST = `
SELECT ${EXCEPTIONS.columns} FROM schedule_exception e
WHERE e.site_id = $1 AND ($2::date IS NULL OR e.day >= $2)
  AND ($3::date IS NULL OR (e.day, e.id) > ($3, $4::uuid))
ORDER BY e.day, e.id LIMIT $5`;

const INSERT = `
INSERT INTO schedule_exception
  (id, site_id, window_id, day, session, open, from_minute, to_minute, capacity, reason_zh, reason_en)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING 1`;

/** Sessions of single days that differ from the week. */
@Injectable()
export class ScheduleExceptions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly changes: ScheduleChanges,
  ) {}

  /**
   * Of a site, by day.
   * @throws Malformed (400) if `after` is not a cursor of this list
   */
  list({ site, from, ...query }: ExceptionsQuery): Promise<ExceptionPage> {
    return pageByDay(query, 'day', (lastDay, lastId, most) =>
      this.dataSource.query<ExceptionRow[]>(LIST, [site, from ?? null, lastDay, lastId, most]),
    );
  }

  /**
   * Opens, changes or closes a session of one day; citizens whose booking loses its time are told.
   * @throws RuleBroken (422) `unknown-site`, `unknown-window`, `times-missing`, `day-is-over`, `exception-exists`;
   *   StillRunning, KeyReused
   */
  make(actor: StaffActor, body: NewExceptionBody, idempotency: IdempotencyContext): Promise<ExceptionMade> {
    const exception = { id: newId(), ...wholeException(body) };
    this.changes.requireNotOver(body.day);
    return this.idempotency.once(idempotency, async (em) => {
      await requireSites(em, [body.siteId]);
      if (exception.windowId !== null) await requireWindow(em, exception.siteId, exception.windowId);
      const kept = { kept: EXCEPTIONS, row: exception, actor, action: 'made' };
      const affected = await this.changes.keep(em, kept, () => insert(em, exception));
      return { ...exception, affected };
    });
  }

  /**
   * Takes it back: the day is as its week again.
   * @throws NotFound
   */
  takeBack(actor: StaffActor, id: string): Promise<ScheduleTakenBack> {
    return this.changes.takeBack(EXCEPTIONS, actor, id);
  }
}

/** @throws RuleBroken (422) `exception-exists` where the session has one for the same windows */
async function insert(em: EntityManager, exception: ExceptionRow): Promise<void> {
  const { id, siteId, windowId, day, session, open, fromMinute, toMinute, capacity, reasonZh, reasonEn } = exception;
  const values = [id, siteId, windowId, day, session, open, fromMinute, toMinute, capacity, reasonZh, reasonEn];
  const rows = await em.query<unknown[]>(INSERT, values);
  if (rows.length === 0) throw new RuleBroken('exception-exists', { day, session });
}

function wholeException(body: NewExceptionBody): Omit<ExceptionRow, 'id'> {
  const { siteId, windowId = null, day, session, open, reasonZh, reasonEn } = body;
  const { fromMinute = null, toMinute = null, capacity = null } = open ? body : {};
  if (open && (fromMinute === null || toMinute === null || capacity === null || fromMinute >= toMinute)) {
    throw new RuleBroken('times-missing');
  }
  return { siteId, windowId, day, session, open, fromMinute, toMinute, capacity, reasonZh, reasonEn };
}

async function requireWindow(em: EntityManager, siteId: string, windowId: string): Promise<void> {
  const text = 'SELECT 1 FROM service_window WHERE id = $1 AND site_id = $2';
  const rows = await em.query<unknown[]>(text, [windowId, siteId]);
  if (rows.length === 0) throw new RuleBroken('unknown-window', { windowId });
}
