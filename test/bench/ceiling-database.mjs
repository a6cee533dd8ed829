// @ts-check
import { query } from './database.mjs';

/**
 * Copies a service's database, with all that is in it, for pgbench: the same tables on the same server, and nobody
 * publishes the events that pgbench writes there.
 * @param {import('./bench.mjs').Bench} bench
 * @param {import('./bench.mjs').ServiceName} service
 * @returns {Promise<string>} the address of the copy
 */
export async function ceilingDatabase({ suite, databaseUrl }, service) {
  const original = new URL(databaseUrl(service)).pathname.slice(1);
  const copy = `${original}_ceiling`;
  const server = new URL('postgres', suite.databaseUrl).href;
  // A database is copied only while nobody is connected to it.
  await suite.kill(service, { restart: false });
  await query(
    server,
    'SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
    [original],
  );
  await query(server, `CREATE DATABASE ${copy} TEMPLATE ${original}`);
  await suite.revive(service);
  await suite.ready(service);
  return `${databaseUrl(service)}_ceiling`;
}
