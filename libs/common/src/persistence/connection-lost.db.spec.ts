import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { eventually } from '../testing/eventually.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { isConnectionLost } from './connection-lost.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ service: 'hotline', entities: [], migrations: [] });
});
afterAll(() => database.close());

/** Ends the server process behind a transaction, as the death of the server does. */
async function endBackendOf(em: EntityManager): Promise<void> {
  const [{ pid }] = await em.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
  await database.dataSource.query('SELECT pg_terminate_backend($1)', [pid]);
}

async function thrownBy(work: (em: EntityManager) => Promise<unknown>): Promise<unknown> {
  return database.dataSource.transaction(work).then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
}

describe('a transaction whose connection goes counts as lost', () => {
  it('between two statements, when the driver has noticed before the next', async () => {
    const thrown = await thrownBy(async (em) => {
      await endBackendOf(em);
      await eventually(() => expect(em.queryRunner?.isReleased).toBe(true));
      await em.query('SELECT 1');
    });
    expect(isConnectionLost(thrown)).toBe(true);
  });

  it('before the commit', async () => {
    const thrown = await thrownBy(async (em) => {
      await endBackendOf(em);
      await eventually(() => expect(em.queryRunner?.isReleased).toBe(true));
    });
    expect(isConnectionLost(thrown)).toBe(true);
  });

  it('with a statement under way', async () => {
    const thrown = await thrownBy(async (em) => {
      const [{ pid }] = await em.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
      const sleeping = em.query('SELECT pg_sleep(60)');
      await Promise.all([sleeping, database.dataSource.query('SELECT pg_terminate_backend($1)', [pid])]);
    });
    expect(isConnectionLost(thrown)).toBe(true);
  });
});
