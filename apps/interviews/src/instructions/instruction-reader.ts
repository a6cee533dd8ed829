import type { Actor } from '@app/common/auth/actor.js';
import { toPage } from '@app/common/http/page.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { caseScope } from '../cases/domain/case-policy.js';
import { UnitNames } from '../units/unit-names.js';
import { allowedInstructionActions } from './domain/instruction-state.js';
import type { InstructionListQuery, InstructionPage, InstructionRow } from './instruction.dto.js';
import { InstructionRepository, type InstructionWithReport } from './instructions.repository.js';

/** Shows instructions to those who may see them. */
@Injectable()
export class InstructionReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly instructions: InstructionRepository,
    private readonly units: UnitNames,
  ) {}

  /**
   * Instructions the actor may know of (a unit its own), the newest first.
   * @throws Malformed (400) if `after` is not a cursor of this list
   */
  async list(actor: Actor, query: InstructionListQuery): Promise<InstructionPage> {
    const scope = caseScope(actor);
    if (!scope) return { items: [], next: null };
    const found = await this.instructions.list(this.dataSource.manager, scope, query);
    const page = toPage(
      found,
      query.limit,
      (item) => [item.givenAt.toISOString(), item.id],
      (item) => this.row(actor, item),
    );
    return { items: [...page.items], next: page.next };
  }

  /** The instructions on a report the actor may read. */
  async ofReport(em: EntityManager, actor: Actor, reportId: string): Promise<InstructionRow[]> {
    return (await this.instructions.ofReport(em, reportId)).map((item) => this.row(actor, item));
  }

  /** An instruction as the actor may see it. */
  row(actor: Actor, item: InstructionWithReport): InstructionRow {
    const unit = this.units.nameOf(item.unitId);
    return {
      id: item.id,
      reportId: item.reportId,
      reportNumber: item.reportNumber,
      unitId: item.unitId,
      unitNameZh: unit.nameZh,
      unitNameEn: unit.nameEn,
      text: item.text,
      givenBy: item.givenBy,
      givenAt: item.givenAt.toISOString(),
      dueOn: item.dueOn,
      dueAt: item.dueAt.toISOString(),
      state: item.state,
      overdueAt: item.overdueAt?.toISOString() ?? null,
      reportBack: item.reportBack,
      reportedBackAt: item.reportedBackAt?.toISOString() ?? null,
      reportedBackBy: item.reportedBackBy,
      struckOffAt: item.struckOffAt?.toISOString() ?? null,
      struckOffBy: item.struckOffBy,
      allowed: allowedInstructionActions(actor, item),
    };
  }
}
