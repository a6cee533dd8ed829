import { Client } from 'pg';
import type { RunningSuite } from '../suite/running-suite.js';

/**
 * Counts rows in one service's database, past all code of the suite.
 * @param sql a query of one number named `n`
 */
export function count(suite: RunningSuite, service: string, sql: string, values: unknown[]): Promise<number> {
  return countIn(suite.databaseUrl(service), sql, values);
}

/**
 * Counts rows in the database that an address names.
 * @param sql a query of one number named `n`
 */
export async function countIn(databaseUrl: string, sql: string, values: unknown[] = []): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: string }>(sql, values);
    return Number(rows[0]?.n);
  } finally {
    await client.end();
  }
}
