import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ADVISORY_LOCKS } from './advisory-locks.js';
import { isConnectionLost } from './connection-lost.js';
import { serviceDataSource, type ServiceDatabase } from './data-source.js';

const RETRY_MS = 500;
const DUPLICATE_DATABASE = '42P04';
const UNIQUE_VIOLATION = '23505';

/**
 * Opens a service's database: waits until the server is there, creates the database when it is absent and brings its
 * tables up to date. Start order does not matter.
 * @throws the server's error when it is there and refuses (wrong password, no right to create a database)
 */
export async function openDatabase(database: ServiceDatabase): Promise<DataSource> {
  await createIfAbsent(database.url);
  const dataSource = await new DataSource(serviceDataSource(database)).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SET statement_timeout = 0');
    await lock.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCKS.migrations]);
    await dataSource.runMigrations({ transaction: 'each' });
    await lock.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCKS.migrations]);
    await lock.query('RESET statement_timeout');
  } finally {
    await lock.release();
  }
  return dataSource;
}

async function createIfAbsent(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  for (;;) {
    const client = new pg.Client({ connectionString: maintenance.toString(), connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
      return;
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      if (code === DUPLICATE_DATABASE || code === UNIQUE_VIOLATION) return;
      if (!isConnectionLost(error)) throw error;
      await sleep(RETRY_MS);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
