import { decodeCursor } from '@app/common/http/page.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CaseScope } from '../cases/domain/case-policy.js';
import type { InstructionListQuery } from './instruction.dto.js';
import { Instruction } from './instruction.entity.js';

/** An instruction with the number of its report. */
export type InstructionWithReport = Instruction & { reportNumber: string };

const WITH_REPORT = `
  SELECT i.id, i.report_id AS "reportId", i.unit_id AS "unitId", i.text, i.given_at AS "givenAt",
         i.given_by AS "givenBy", to_char(i.due_on, 'YYYY-MM-DD') AS "dueOn", i.due_at AS "dueAt", i.state,
         i.overdue_at AS "overdueAt", i.report_back AS "reportBack", i.reported_back_at AS "reportedBackAt",
         i.reported_back_by AS "reportedBackBy", i.struck_off_at AS "struckOffAt", i.struck_off_by AS "struckOffBy",
         r.number AS "reportNumber"
    FROM instruction i JOIN weekly_report r ON r.id = i.report_id`;

@Injectable()
export class InstructionRepository {
  async insert(em: EntityManager, instruction: Instruction): Promise<void> {
    await em.insert(Instruction, instruction);
  }

  /** The instruction, locked until the transaction ends. */
  async lock(em: EntityManager, id: string): Promise<InstructionWithReport | null> {
    const [row] = await em.query<InstructionWithReport[]>(`${WITH_REPORT} WHERE i.id = $1 FOR UPDATE OF i`, [id]);
    return row ?? null;
  }

  async change(em: EntityManager, id: string, changes: Partial<Instruction>): Promise<void> {
    await em.update(Instruction, { id }, changes);
  }

  /** The instructions on a report, the first first. */
  ofReport(em: EntityManager, reportId: string): Promise<InstructionWithReport[]> {
    return em.query(`${WITH_REPORT} WHERE i.report_id = $1 ORDER BY i.given_at, i.id`, [reportId]);
  }

  /** One more than `limit` instructions within the reader's scope, the newest first. */
  list(em: EntityManager, scope: CaseScope, query: InstructionListQuery): Promise<InstructionWithReport[]> {
    const [at, id] = decodeCursor(query.after, ['instant', 'uuid']) ?? [null, null];
    return em.query(
      `${WITH_REPORT}
        WHERE ($1::uuid IS NULL OR i.unit_id = $1) AND ($2::uuid IS NULL OR i.unit_id = $2)
          AND ($3::text IS NULL OR i.state = $3)
          AND ($4::timestamptz IS NULL OR (i.given_at, i.id) < ($4, $5::uuid))
        ORDER BY i.given_at DESC, i.id DESC LIMIT $6`,
      [scope.unitId ?? null, query.unitId ?? null, query.state ?? null, at, id, query.limit + 1],
    );
  }
}
