// @ts-check
/**
 * npm run bench:main [-- --json] [-- --seconds N]
 *
 * Measures, against a suite of its own as processes from dist/, with a durable PostgreSQL on the same machine:
 * registering a request, reading one, listing the newest fifty, and how long after its commit in hotline an event's
 * effect is committed in interviews. Ceilings are pgbench sending the same statement to the same server.
 */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { ensureBuilt } from '../../scripts/install/ensure-built.mjs';
import { ROOT } from '../../scripts/runtime/paths.mjs';
import { EmbeddedPostgres } from '../../scripts/runtime/embedded-postgres.mjs';
import { Suite } from '../../scripts/suite/suite.mjs';
import { eventLatency } from './event-latency.mjs';
import { figure, print } from './figures.mjs';
import { httpLoad } from './http-load.mjs';
import { pgbench } from './pgbench.mjs';
import { FRESH_TEXTS, pgbenchScript } from './pgbench-script.mjs';
import { requestBody, sampleRegistration } from './sample-registration.mjs';

const CLIENTS = [1, 8, 32];
const EVENT_RATES = [100, 500];
const NEWEST = 50;
const CSRF = { 'x-sunline-csrf': '1' };

/** @typedef {import('./figures.mjs').Figure} Figure */
/** @typedef {{ suite: Suite, hotlineUrl: string, seconds: number }} Bench */

/**
 * @param {Suite} suite
 * @param {string} name
 * @returns {Promise<Record<string, string>>} headers of a fresh session
 */
async function signIn(suite, name) {
  const response = await fetch(`${suite.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...CSRF },
    body: JSON.stringify({ name, password: 'sunline-demo' }),
  });
  if (!response.ok) throw new Error(`${name} cannot sign in: ${response.status} ${await response.text()}`);
  const cookie = response.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
  return { cookie: cookie.join('; '), ...CSRF };
}

/**
 * @param {Bench} bench
 * @returns {Promise<Figure[]>}
 */
async function registering({ suite, hotlineUrl, seconds }) {
  const statement = await sampleRegistration(hotlineUrl, FRESH_TEXTS);
  /** @type {Figure[]} */
  const figures = [];
  for (const [run, clients] of CLIENTS.entries()) {
    const ceiling = await pgbench(hotlineUrl, await pgbenchScript(hotlineUrl, statement, (run + 1) * 1e9), {
      clients,
      seconds,
    });
    await vacuum(hotlineUrl);
    for (const [name, origin] of /** @type {const} */ ([
      ['register', suite.urlOf('hotline')],
      ['register.gateway', suite.url],
    ])) {
      if (name === 'register.gateway' && clients !== 32) continue;
      const load = await httpLoad(`${origin}/api/hotline/tickets`, {
        clients,
        seconds,
        method: 'POST',
        headers: { ...(await signIn(suite, 'operator1')), 'content-type': 'application/json' },
        next: () => ({ body: requestBody(), headers: { 'idempotency-key': randomUUID() } }),
      });
      figures.push(figure({ name, clients, rows: load.answered, ...pick(load), ceilingPerSecond: ceiling.perSecond }));
      await vacuum(hotlineUrl);
    }
  }
  return figures;
}

/**
 * @param {Bench} bench
 * @returns {Promise<Figure[]>}
 */
async function reading({ suite, hotlineUrl, seconds }) {
  const [row] = await query(hotlineUrl, 'SELECT id FROM ticket ORDER BY registered_at DESC LIMIT 1');
  const [{ rows }] = await query(hotlineUrl, 'SELECT count(*)::int AS rows FROM ticket');
  const reads = [
    { name: 'read', path: `/${row.id}`, sql: `SELECT * FROM ticket WHERE id = '${row.id}';` },
    {
      name: 'newest',
      path: `?limit=${NEWEST}`,
      sql: `SELECT * FROM ticket ORDER BY registered_at DESC, id DESC LIMIT ${NEWEST};`,
    },
  ];
  /** @type {Figure[]} */
  const figures = [];
  for (const { name, path, sql } of reads) {
    const ceiling = await pgbench(hotlineUrl, sql, { clients: 32, seconds });
    const load = await httpLoad(`${suite.urlOf('hotline')}/api/hotline/tickets${path}`, {
      clients: 32,
      seconds,
      headers: await signIn(suite, 'supervisor1'),
    });
    figures.push(figure({ name, clients: 32, rows, ...pick(load), ceilingPerSecond: ceiling.perSecond }));
  }
  return figures;
}

/**
 * @param {Bench} bench
 * @returns {Promise<Figure[]>}
 */
async function events({ suite, hotlineUrl, seconds }) {
  const interviewsUrl = `${suite.databaseUrl}_interviews`;
  await query(hotlineUrl, 'ALTER SYSTEM SET track_commit_timestamp = on');
  await suite.restart('postgres');
  await suite.ready('hotline');
  await suite.ready('interviews');
  /** @type {Figure[]} */
  const figures = [];
  for (const perSecond of EVENT_RATES) {
    const run = await eventLatency({ hotlineUrl, interviewsUrl, perSecond, seconds });
    figures.push(figure({ name: `event.${perSecond}`, clients: 1, ...run, ceilingPerSecond: perSecond }));
  }
  return figures;
}

/** @param {{ perSecond: number, p50Ms: number, p99Ms: number, errors: number }} load */
function pick({ perSecond, p50Ms, p99Ms, errors }) {
  return { perSecond, p50Ms, p99Ms, errors };
}

/** Each measurement begins with tidy tables and nothing left to publish. @param {string} url */
async function vacuum(url) {
  for (;;) {
    const [{ waiting }] = await query(
      url,
      'SELECT EXISTS (SELECT 1 FROM outbox WHERE published_at IS NULL) AS waiting',
    );
    if (!waiting) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await query(url, 'VACUUM ANALYZE');
  await query(url, 'CHECKPOINT');
}

/**
 * @param {string} url
 * @param {string} text
 * @returns {Promise<any[]>}
 */
async function query(url, text) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const { values } = parseArgs({ options: { json: { type: 'boolean' }, seconds: { type: 'string', default: '10' } } });
await ensureBuilt();
const dir = join(ROOT, '.runtime', 'bench');
const suite = await Suite.start({ dir });
try {
  const bench = { suite, hotlineUrl: `${suite.databaseUrl}_hotline`, seconds: Number(values.seconds) };
  const figures = [...(await registering(bench)), ...(await reading(bench)), ...(await events(bench))];
  print(figures, { json: values.json ?? false });
} finally {
  await suite.stop();
  await EmbeddedPostgres.remove(dir);
  rmSync(dir, { recursive: true, force: true });
}
