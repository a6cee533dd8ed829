import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';
import { EventStream, type StreamEvent } from './event-stream.js';

/** Tells those who are looking what has changed, once it has been committed; never, if it is rolled back. */
@Injectable()
export class CommittedEvents implements EntitySubscriberInterface {
  private readonly waiting = new WeakMap<QueryRunner, StreamEvent[]>();

  constructor(
    dataSource: DataSource,
    private readonly stream: EventStream,
  ) {
    dataSource.subscribers.push(this);
  }

  /**
   * Has the event published after the commit of `em`'s transaction. The same thing told twice in it is told once.
   * @throws Error outside a transaction
   */
  add(em: EntityManager, event: StreamEvent): void {
    if (!em.queryRunner) throw new Error('What is told has to be committed: there is no transaction');
    const told = this.waiting.get(em.queryRunner) ?? [];
    if (told.some((one) => JSON.stringify(one) === JSON.stringify(event))) return;
    this.waiting.set(em.queryRunner, [...told, event]);
  }

  /** TypeORM calls this after each commit of this process, and when a savepoint within a transaction is released. */
  afterTransactionCommit({ queryRunner }: { queryRunner: QueryRunner }): void {
    if (queryRunner.isTransactionActive) return;
    for (const event of this.taken(queryRunner)) this.stream.publish(event);
  }

  /** TypeORM calls this after each rollback; one to a savepoint leaves what was told before it. */
  afterTransactionRollback({ queryRunner }: { queryRunner: QueryRunner }): void {
    if (!queryRunner.isTransactionActive) this.taken(queryRunner);
  }

  private taken(queryRunner: QueryRunner): StreamEvent[] {
    const events = this.waiting.get(queryRunner) ?? [];
    this.waiting.delete(queryRunner);
    return events;
  }
}
