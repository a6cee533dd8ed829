import { decodeCursor } from '@app/common/http/page.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CaseListQuery } from './case.dto.js';
import { InterviewCase } from './case.entity.js';
import type { TalkScope } from './domain/case-policy.js';
import { InterviewRound } from './round.entity.js';

/** Cases and their rounds in the database. */
@Injectable()
export class CaseRepository {
  /** The case, locked until the transaction ends. */
  lock(em: EntityManager, id: string): Promise<InterviewCase | null> {
    return em.findOne(InterviewCase, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  find(em: EntityManager, id: string): Promise<InterviewCase | null> {
    return em.findOneBy(InterviewCase, { id });
  }

  /** Makes whoever opens a case of this ticket wait for this transaction. */
  async lockTicket(em: EntityManager, ticketId: string): Promise<void> {
    await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [ticketId]);
  }

  /** How many cases a ticket has had, and whether one is open. */
  async casesOfTicket(em: EntityManager, ticketId: string): Promise<{ count: number; open: boolean }> {
    const [row] = await em.query<{ count: number; open: boolean }[]>(
      `SELECT count(*)::int AS count, coalesce(bool_or(state <> 'closed'), false) AS open
         FROM interview_case WHERE ticket_id = $1`,
      [ticketId],
    );
    return row ?? { count: 0, open: false };
  }

  async insert(em: EntityManager, item: InterviewCase): Promise<void> {
    await em.insert(InterviewCase, item);
  }

  /**
   * Changes a locked case and raises its version.
   * @returns the case as it is now
   */
  async change(em: EntityManager, item: InterviewCase, changes: Partial<InterviewCase>): Promise<InterviewCase> {
    const changed = { ...changes, version: item.version + 1 };
    await em.update(InterviewCase, { id: item.id }, changed);
    return { ...item, ...changed };
  }

  async insertRound(em: EntityManager, round: Partial<InterviewRound>): Promise<void> {
    await em.insert(InterviewRound, round);
  }

  /** Changes the present round of a locked case. */
  async changeRound(em: EntityManager, item: InterviewCase, changes: Partial<InterviewRound>): Promise<void> {
    await em.update(InterviewRound, { caseId: item.id, round: item.round }, changes);
  }

  async round(em: EntityManager, item: InterviewCase): Promise<InterviewRound> {
    return em.findOneByOrFail(InterviewRound, { caseId: item.id, round: item.round });
  }

  /** Every round of a case, the first first. */
  rounds(em: EntityManager, caseId: string): Promise<InterviewRound[]> {
    return em.find(InterviewRound, { where: { caseId }, order: { round: 'ASC' } });
  }

  /** At most `limit` ids of cases that are not closed, those behind `after`. */
  async openIds(em: EntityManager, after: string | null, limit: number): Promise<string[]> {
    const rows = await em.query<{ id: string }[]>(
      `SELECT id FROM interview_case WHERE state <> 'closed' AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** One more than `limit` cases within the reader's scope, the newest first. */
  list(em: EntityManager, scope: TalkScope, query: CaseListQuery): Promise<InterviewCase[]> {
    const cases = em
      .createQueryBuilder(InterviewCase, 'c')
      .orderBy('c.openedAt', 'DESC')
      .addOrderBy('c.id', 'DESC')
      .limit(query.limit + 1);
    if (scope.unitId !== undefined) cases.andWhere('c.unitId = :own', { own: scope.unitId });
    if (scope.volunteerStaffId !== undefined) {
      cases.andWhere('c.volunteerStaffId = :assigned', { assigned: scope.volunteerStaffId });
    }
    for (const filter of ['state', 'unitId', 'kind', 'tier'] as const) {
      if (query[filter] !== undefined) cases.andWhere(`c.${filter} = :${filter}`, { [filter]: query[filter] });
    }
    const after = decodeCursor(query.after, ['instant', 'uuid']);
    if (after) cases.andWhere('(c.openedAt, c.id) < (:at, :id)', { at: after[0], id: after[1] });
    return cases.getMany();
  }
}
