import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { serviceDataSource, type ServiceDatabase } from '../persistence/data-source.js';
import { openDatabase } from '../persistence/open-database.js';

/**
 * How the processes of a spec reach their database. On a machine with twenty times its work, two hundred who come at once
 * waited longer than the 5 s after which a service sends them away: a spec waits as long as a test may take.
 */
export const TEST_POOL = { poolSize: 8, connectionWaitMs: 60_000 } as const;

export interface TestDatabase {
  /** Initialised, its tables up to date. */
  readonly dataSource: DataSource;
  readonly url: string;
  /** Ends its connections and drops it; for `afterAll`. What a spec forgets goes with the run. */
  close(): Promise<void>;
}

/** Any 32-bit number of our own: the first key of the advisory locks taken here. */
const TEMPLATE_LOCKS = 7_301_200;

/**
 * A database of a spec file's own, with the tables of a service: a copy of a template that the run migrates once per
 * distinct list of migrations. For `beforeAll`, with `close()` in `afterAll`.
 */
export async function testDatabase(database: Omit<ServiceDatabase, 'url'>): Promise<TestDatabase> {
  const template = await ensureTemplate(database);
  const name = `${template}_${uniqueSuffix()}`;
  await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = urlOf(name);
  const dataSource = await new DataSource(serviceDataSource({ ...TEST_POOL, ...database, url })).initialize();
  const close = async (): Promise<void> => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await dropDatabase(name);
  };
  return { dataSource, url, close };
}

/** A new empty database of a spec file's own, for what brings its own tables. */
export async function emptyTestDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const name = `sunline_${run()}_empty_${uniqueSuffix()}`;
  await onServer((client) => client.query(`CREATE DATABASE ${name}`));
  return { url: urlOf(name), close: () => dropDatabase(name) };
}

async function dropDatabase(name: string): Promise<void> {
  await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

async function ensureTemplate(database: Omit<ServiceDatabase, 'url'>): Promise<string> {
  const hash = createHash('sha256').update(database.migrations.map(String).join('\n')).digest();
  const name = `sunline_${run()}_${hash.toString('hex').slice(0, 12)}`;
  await onServer(async (client) => {
    // Two workers want the same template at once: one makes it, the other waits here and finds it.
    await client.query('SELECT pg_advisory_lock($1, $2)', [TEMPLATE_LOCKS, hash.readInt32BE()]);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (found.rowCount) return;
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    const migrated = await openDatabase({ ...database, entities: [], url: urlOf(name) });
    await migrated.destroy();
    // Nobody may be connected to a template while it is copied.
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  });
  return name;
}

async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(name: string): string {
  if (!process.env.DATABASE_URL) throw new Error('only specs of the database tier (*.db.spec.ts) have a database');
  const url = new URL(process.env.DATABASE_URL);
  url.pathname = `/${name}`;
  return url.toString();
}

function run(): string {
  return process.env.SUNLINE_TEST_RUN ?? 'run';
}

let made = 0;
function uniqueSuffix(): string {
  return `${process.pid}_${++made}_${Date.now().toString(36)}`;
}
