import { Client } from 'pg';
import type { RunningSuite } from '../suite/running-suite.js';

/**
 * Counts rows in one service's database, past all code of the suite.
 * @param sql a query of one number named `n`
 */
export async function count(suite: RunningSuite, service: string, sql: string, values: unknown[]): Promise<number> {
  const client = new Client({ connectionString: suite.databaseUrl(service) });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: string }>(sql, values);
    return Number(rows[0]?.n);
  } finally {
    await client.end();
  }
}
