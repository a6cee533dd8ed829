import { EventStream, type StreamEvent } from '@app/common/http/event-stream.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';
import type { InterviewCase } from '../cases/case.entity.js';

/** Tells those who are looking, when the change they should know of has been committed. */
@Injectable()
export class CaseNews implements EntitySubscriberInterface {
  private readonly waiting = new WeakMap<QueryRunner, StreamEvent[]>();

  constructor(
    dataSource: DataSource,
    private readonly stream: EventStream,
  ) {
    dataSource.subscribers.push(this);
  }

  /** A case has changed. */
  tell(em: EntityManager, { id, caseNumber, state, unitId, tier }: InterviewCase): void {
    this.add(em, {
      type: 'case',
      data: { id, caseNumber, state, unitId, tier },
      audience: { roles: ['supervisor', 'inspector', 'leader'], unitIds: [unitId] },
    });
  }

  /** A weekly report has changed. */
  tellReport(em: EntityManager, report: { id: string; week: string; state: string }): void {
    const { id, week, state } = report;
    this.add(em, {
      type: 'report',
      data: { id, week, state },
      audience: { roles: state === 'draft' ? ['supervisor', 'inspector'] : ['supervisor', 'inspector', 'leader'] },
    });
  }

  /** A leader's instruction has changed. */
  tellInstruction(em: EntityManager, instruction: { id: string; unitId: string; state: string }): void {
    const { id, unitId, state } = instruction;
    this.add(em, {
      type: 'instruction',
      data: { id, unitId, state },
      audience: { roles: ['supervisor', 'inspector', 'leader'], unitIds: [unitId] },
    });
  }

  /** TypeORM calls this after each commit of this process. */
  afterTransactionCommit({ queryRunner }: { queryRunner: QueryRunner }): void {
    for (const event of this.taken(queryRunner)) this.stream.publish(event);
  }

  /** TypeORM calls this after each rollback: what did not happen is not told. */
  afterTransactionRollback({ queryRunner }: { queryRunner: QueryRunner }): void {
    this.taken(queryRunner);
  }

  private add(em: EntityManager, event: StreamEvent): void {
    if (!em.queryRunner) throw new Error('News needs a transaction');
    this.waiting.set(em.queryRunner, [...(this.waiting.get(em.queryRunner) ?? []), event]);
  }

  private taken(queryRunner: QueryRunner): StreamEvent[] {
    const events = this.waiting.get(queryRunner) ?? [];
    this.waiting.delete(queryRunner);
    return events;
  }
}
