import { decodeCursor } from '@app/common/http/page.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReportedCase, ReportMatter } from './domain/compile-report.js';
import type { ReportListQuery } from './report.dto.js';
import { WeeklyReport } from './report.entity.js';

@Injectable()
export class ReportRepository {
  async insert(em: EntityManager, report: WeeklyReport): Promise<void> {
    await em.insert(WeeklyReport, report);
  }

  find(em: EntityManager, id: string): Promise<WeeklyReport | null> {
    return em.findOneBy(WeeklyReport, { id });
  }

  /** The report, locked until the transaction ends. */
  lock(em: EntityManager, id: string): Promise<WeeklyReport | null> {
    return em.findOne(WeeklyReport, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The report of a week, locked; whoever else drafts that week waits. */
  async lockWeek(em: EntityManager, week: string): Promise<WeeklyReport | null> {
    await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [week]);
    return em.findOne(WeeklyReport, { where: { week }, lock: { mode: 'pessimistic_write' } });
  }

  /** Changes a locked draft and raises its version. */
  async change(
    em: EntityManager,
    report: WeeklyReport,
    changes: Partial<WeeklyReport> & { document?: Buffer },
  ): Promise<WeeklyReport> {
    const { document, ...columns } = { ...changes, version: report.version + 1 };
    await em.query('UPDATE weekly_report SET document = $2 WHERE id = $1', [report.id, document ?? null]);
    await em.update(WeeklyReport, { id: report.id }, columns);
    return { ...report, ...columns };
  }

  /** The Word document as it was signed off. */
  async document(em: EntityManager, id: string): Promise<Buffer | null> {
    const [row] = await em.query<{ document: Buffer | null }[]>('SELECT document FROM weekly_report WHERE id = $1', [
      id,
    ]);
    return row?.document ?? null;
  }

  /** The end of the last report that ends before `from`: the next begins there, so that nothing falls in between. */
  async endBefore(em: EntityManager, from: Date): Promise<Date | null> {
    const [row] = await em.query<{ to_at: Date | null }[]>(
      'SELECT max(to_at) AS to_at FROM weekly_report WHERE from_at < $1 AND to_at <= $1',
      [from],
    );
    return row?.to_at ?? null;
  }

  /** One more than `limit` reports, the newest week first. */
  list(em: EntityManager, state: WeeklyReport['state'] | undefined, query: ReportListQuery): Promise<WeeklyReport[]> {
    const reports = em
      .createQueryBuilder(WeeklyReport, 'r')
      .orderBy('r.fromAt', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .limit(query.limit + 1);
    if (state !== undefined) reports.andWhere('r.state = :only', { only: state });
    if (query.state !== undefined) reports.andWhere('r.state = :state', { state: query.state });
    const after = decodeCursor(query.after, ['instant', 'uuid']);
    if (after) reports.andWhere('(r.fromAt, r.id) < (:at, :id)', { at: after[0], id: after[1] });
    return reports.getMany();
  }

  /** Cases that are open, or had something happen between `from` and `to`, with their rounds and cards. */
  async casesBetween(em: EntityManager, from: Date, to: Date): Promise<ReportedCase[]> {
    const rows = await em.query<ReportedCaseRow[]>(
      `WITH touched AS (
         SELECT id FROM interview_case WHERE state <> 'closed'
         UNION SELECT id FROM interview_case WHERE closed_at >= $1 AND closed_at < $2
         UNION SELECT case_id FROM card WHERE issued_at >= $1 AND issued_at < $2
         UNION SELECT case_id FROM interview_round
                WHERE opened_at >= $1 AND opened_at < $2 OR recorded_at >= $1 AND recorded_at < $2
                   OR verified_at >= $1 AND verified_at < $2 OR overdue_at >= $1 AND overdue_at < $2)
       SELECT c.id AS "caseId", c.case_number AS "caseNumber", c.ticket_number AS "ticketNumber", c.kind, c.subject,
              c.unit_id AS "unitId", c.state, c.round, c.tier, c.due_at AS "dueAt", c.closed_at AS "closedAt",
              (SELECT json_agg(json_build_object('openedAt', r.opened_at, 'overdueAt', r.overdue_at,
                        'heldAt', r.held_at, 'recordedAt', r.recorded_at, 'inTime', r.in_time, 'outcome', r.outcome,
                        'verifiedAt', r.verified_at, 'satisfied', r.satisfied) ORDER BY r.round)
                 FROM interview_round r WHERE r.case_id = c.id) AS rounds,
              coalesce((SELECT json_agg(json_build_object('colour', k.colour, 'issuedAt', k.issued_at)
                                        ORDER BY k.issued_at)
                          FROM card k WHERE k.case_id = c.id), '[]') AS cards
         FROM touched JOIN interview_case c USING (id)`,
      [from, to],
    );
    return rows.map((row) => ({
      ...row,
      rounds: row.rounds.map((round) => ({
        ...round,
        openedAt: new Date(round.openedAt),
        overdueAt: dateOf(round.overdueAt),
        heldAt: dateOf(round.heldAt),
        recordedAt: dateOf(round.recordedAt),
        verifiedAt: dateOf(round.verifiedAt),
      })),
      cards: row.cards.map(({ colour, issuedAt }) => ({ colour, issuedAt: new Date(issuedAt) })),
    }));
  }

  /** Breaches the hotline reported between `from` and `to`. */
  async breachesBetween(em: EntityManager, from: Date, to: Date): Promise<ReportMatter['breaches']> {
    const rows = await em.query<{ unitId: string | null; recordedAt: Date }[]>(
      `SELECT unit_id AS "unitId", recorded_at AS "recordedAt" FROM breach WHERE recorded_at >= $1 AND recorded_at < $2`,
      [from, to],
    );
    return rows.map(({ unitId, recordedAt }) => ({ unitId: unitId ?? undefined, recordedAt }));
  }
}

type ReportedRoundRow = Omit<
  ReportedCase['rounds'][number],
  'openedAt' | 'overdueAt' | 'heldAt' | 'recordedAt' | 'verifiedAt'
> & {
  openedAt: string;
  overdueAt: string | null;
  heldAt: string | null;
  recordedAt: string | null;
  verifiedAt: string | null;
};
type ReportedCaseRow = Omit<ReportedCase, 'rounds' | 'cards'> & {
  rounds: ReportedRoundRow[];
  cards: { colour: 'yellow' | 'red'; issuedAt: string }[];
};

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
