import { CommittedEvents } from '@app/common/http/committed-events.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InterviewCase } from '../cases/case.entity.js';

/** Tells those who are looking, when the change they should know of has been committed. */
@Injectable()
export class CaseNews {
  constructor(private readonly events: CommittedEvents) {}

  /** A case has changed. */
  tell(em: EntityManager, { id, caseNumber, state, unitId, tier }: InterviewCase): void {
    this.events.add(em, {
      type: 'case',
      data: { id, caseNumber, state, unitId, tier },
      audience: { roles: ['supervisor', 'inspector', 'leader'], unitIds: [unitId] },
    });
  }

  /** A weekly report has changed. */
  tellReport(em: EntityManager, report: { id: string; week: string; state: string }): void {
    const { id, week, state } = report;
    this.events.add(em, {
      type: 'report',
      data: { id, week, state },
      audience: { roles: state === 'draft' ? ['supervisor', 'inspector'] : ['supervisor', 'inspector', 'leader'] },
    });
  }

  /** A leader's instruction has changed. */
  tellInstruction(em: EntityManager, instruction: { id: string; unitId: string; state: string }): void {
    const { id, unitId, state } = instruction;
    this.events.add(em, {
      type: 'instruction',
      data: { id, unitId, state },
      audience: { roles: ['supervisor', 'inspector', 'leader'], unitIds: [unitId] },
    });
  }
}
