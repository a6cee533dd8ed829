// @ts-check
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { errorCode } from '../../../../scripts/runtime/error-code.mjs';
import { EmbeddedPostgres } from '../../../../scripts/runtime/embedded-postgres.mjs';
import { findNatsServer, NatsServer } from '../../../../scripts/runtime/nats-server.mjs';
import { ROOT } from '../../../../scripts/runtime/paths.mjs';
import { processStamp } from '../../../../scripts/runtime/process-stamp.mjs';

const RUNS = join(ROOT, '.runtime', 'tests');

/**
 * Starts the servers of one test run and tells its workers by the environment: those that `DATABASE_URL` and `NATS_URL`
 * name, else embedded ones of this run alone. Every database of the run carries the run's name, so that all of them are
 * dropped at its end.
 */
export async function startTestServers() {
  await sweepKilledRuns();
  const run = `run${randomBytes(4).toString('hex')}`;
  const dir = join(RUNS, run);
  mkdirSync(dir, { recursive: true });
  const owner = { pid: process.pid, stamp: processStamp(process.pid) };
  writeFileSync(join(dir, 'owner.json'), JSON.stringify(owner));
  if (!process.env.DATABASE_URL) {
    const postgres = await EmbeddedPostgres.start({ dir, durable: false });
    process.env.DATABASE_URL = postgres.url('postgres');
  }
  process.env.NATS_SERVER = findNatsServer();
  if (!process.env.NATS_URL) {
    const nats = await NatsServer.start({ dir: join(dir, 'nats') });
    process.env.NATS_URL = nats.url;
  }
  process.env.SUNLINE_TEST_RUN = run;
  process.env.SUNLINE_TEST_DIR = dir;
}

/** Drops the run's databases and ends its servers. */
export async function stopTestServers() {
  const { SUNLINE_TEST_RUN: run, SUNLINE_TEST_DIR: dir } = process.env;
  if (!run || !dir) return;
  await dropDatabasesOf(run);
  await removeRun(dir);
}

/** @param {string} run */
async function dropDatabasesOf(run) {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [
      `sunline_${run}_`,
    ]);
    for (const { name } of rows) {
      await client.query(`ALTER DATABASE ${name} IS_TEMPLATE false`);
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  } finally {
    await client.end();
  }
}

/** Servers and data of runs that were killed. */
async function sweepKilledRuns() {
  mkdirSync(RUNS, { recursive: true });
  for (const run of readdirSync(RUNS)) {
    const dir = join(RUNS, run);
    try {
      const { pid, stamp } = JSON.parse(readFileSync(join(dir, 'owner.json'), 'utf8'));
      if (processStamp(pid) !== stamp) await removeRun(dir);
    } catch (error) {
      // Another run may be making or removing its folder this moment.
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
}

/** @param {string} dir */
async function removeRun(dir) {
  for (const entry of readdirSync(dir)) {
    if (entry.startsWith('nats')) await NatsServer.endLeftOver(join(dir, entry));
  }
  await EmbeddedPostgres.remove(dir);
  rmSync(dir, { recursive: true, force: true });
}
