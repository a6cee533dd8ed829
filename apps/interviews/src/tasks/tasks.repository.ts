import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PromisedTask } from './promised-task.entity.js';

@Injectable()
export class TaskRepository {
  async insert(em: EntityManager, tasks: PromisedTask[]): Promise<void> {
    if (tasks.length > 0) await em.insert(PromisedTask, tasks);
  }

  /** The promise, locked until the transaction ends. */
  lock(em: EntityManager, id: string): Promise<PromisedTask | null> {
    return em.findOne(PromisedTask, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** A case's promises in the order they were made. */
  ofCase(em: EntityManager, caseId: string): Promise<PromisedTask[]> {
    return em.find(PromisedTask, { where: { caseId }, order: { round: 'ASC', position: 'ASC' } });
  }

  async change(em: EntityManager, id: string, changes: Partial<PromisedTask>): Promise<void> {
    await em.update(PromisedTask, { id }, changes);
  }
}
