import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

/** A statement that PostgreSQL plans once per connection. Equal names mean equal texts. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * The connections TypeORM uses, for the statements that run most: its own query() can neither name a prepared
 * statement nor do without its broadcasting to subscribers at every query. Each commits by itself.
 */
@Injectable()
export class StatementPool {
  private readonly pool: Pool;

  /** @throws Error if TypeORM keeps no pool of pg */
  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  async run<R extends object>(statement: PreparedStatement): Promise<R[]> {
    return (await this.pool.query<R>(statement)).rows;
  }
}

/**
 * The connections TypeORM uses.
 * @throws Error if it keeps no pool of pg
 */
export function poolOf({ driver }: DataSource): Pool {
  if (!isPooled(driver)) throw new Error('TypeORM keeps no pool of pg here');
  return driver.master;
}

function isPooled(driver: object): driver is { master: Pool } {
  return 'master' in driver && typeof driver.master === 'object';
}
