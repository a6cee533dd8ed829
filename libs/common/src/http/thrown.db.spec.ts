import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { namedError } from './thrown.js';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase({ service: 'hotline', entities: [], migrations: [] });
  pool = new Pool({ connectionString: database.url, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.close();
});

const CASES: [string, string, unknown[], number | undefined][] = [
  ['an id that is none', 'SELECT $1::uuid', ['x'], 404],
  ['a number that is none', 'SELECT $1::int', ['x'], 400],
  ['a day that does not exist', 'SELECT $1::date', ['2026-02-30'], 400],
  ['a number out of range', 'SELECT $1::int', ['99999999999'], 400],
  ['a NUL', 'SELECT $1::text', ['\0'], 400],
  ['a statement that takes too long', `SET statement_timeout = 1; SELECT pg_sleep(5)`, [], 503],
  ['a table that is not there', 'SELECT * FROM nowhere', [], undefined],
];

describe('what PostgreSQL refuses', () => {
  it.each(CASES)('for %s is named alike through TypeORM and through pg', async (_, sql, values, status) => {
    const given = values.length > 0 ? values : undefined;
    const through = [() => database.dataSource.query(sql, given), () => pool.query(sql, given)];
    for (const ask of through) {
      const thrown: unknown = await ask().then(
        () => new Error('it did not refuse'),
        (error: unknown) => error,
      );
      expect(namedError(thrown)?.status).toBe(status);
    }
  });
});
