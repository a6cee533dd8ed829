// @ts-check
/**
 * npm run bench:main -- [--json] [--seconds N] [--only FIGURE]
 *
 * Registering a request, reading one, listing the newest fifty, and how long after its commit in hotline an event's
 * effect is committed in interviews. Ceilings are pgbench sending the same statement to the same server in the same run.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { runBench } from './bench.mjs';
import { ceilingDatabase } from './ceiling-database.mjs';
import { capturedStatement } from './captured-statement.mjs';
import { costing } from './cpu-times.mjs';
import { query, tidy } from './database.mjs';
import { eventLatency } from './event-latency.mjs';
import { figure } from './figures.mjs';
import { httpLoad } from './http-load.mjs';
import { pgbench } from './pgbench.mjs';
import { pgbenchScript } from './pgbench-script.mjs';
import { registrationBody } from './registration-body.mjs';
import { settled } from './settled.mjs';
import { signIn } from './sign-in.mjs';

const CLIENTS = [1, 8, 32];
const MOST_CLIENTS = 32;
const EVENT_RATES = [100, 500];
const NEWEST = 50;
const TICKETS = '/api/hotline/tickets';
const WARM_UP_SECONDS = 5;
/** Registering at the service itself. */
const ALONE = 'register';
/** Who sends the text messages. They rest while the service is measured alone. */
const SENDERS = /** @type {const} */ (['gateway', 'simulator']);

/** @typedef {import('./bench.mjs').Bench} Bench */

await runBench('main', async function* measure(bench) {
  const { suite } = bench;
  const operator = { ...(await signIn(suite.url, 'operator1')), 'content-type': 'application/json' };
  const supervisor = await signIn(suite.url, 'supervisor1');
  const ceilingUrl = await ceilingDatabase(bench, 'hotline');
  const script = await registrationScript(bench, operator);

  await settled(bench);
  await costing(bench, 'nothing to do, each second', async () => {
    await sleep(bench.seconds * 1000);
    return { answered: bench.seconds };
  });
  const all = { name: 'register.suite', origin: suite.url, headers: operator };
  if (bench.wants(all.name)) yield await registering(bench, { ...all, clients: MOST_CLIENTS, ceilingUrl, script });
  await settled(bench);
  if (EVENT_RATES.some((rate) => bench.wants(`event.${rate}`))) yield* events(bench);
  for (const service of SENDERS) await suite.kill(service, { restart: false });
  const alone = { name: ALONE, origin: suite.urlOf('hotline'), headers: operator };
  for (const clients of bench.wants(alone.name) ? CLIENTS : []) {
    yield await registering(bench, { ...alone, clients, ceilingUrl, script });
    await settled(bench, SENDERS);
  }
  yield* reading(bench, supervisor);
});

/**
 * @param {Bench} bench
 * @param {{ name: string, origin: string, headers: Record<string, string>, clients: number, ceilingUrl: string,
 *   script: string }} how
 */
async function registering(bench, { name, origin, headers, clients, ceilingUrl, script }) {
  const { seconds } = bench;
  const register = (/** @type {{ clients: number, seconds: number }} */ load) =>
    httpLoad(`${origin}${TICKETS}`, {
      ...load,
      method: 'POST',
      headers,
      next: () => ({ body: registrationBody(), headers: { 'idempotency-key': randomUUID() } }),
    });
  const of = `${name}, ${clients} clients`;
  const ceiling = await costing(bench, `${of}: pgbench`, () =>
    pgbench(ceilingUrl, script, { clients, seconds, adds: 'ticket' }),
  );
  await tidy(ceilingUrl);
  // Code that has just started has not been compiled for speed yet; one client would take minutes to bring that about.
  await register({ clients: MOST_CLIENTS, seconds: WARM_UP_SECONDS });
  await settled(bench, name === ALONE ? SENDERS : []);
  const load = await costing(bench, of, () => register({ clients, seconds }));
  return figure({ name, clients, rows: load.answered, ...load, ceilingPerSecond: ceiling.perSecond });
}

/**
 * @param {Bench} bench
 * @param {Record<string, string>} headers
 * @returns {Promise<string>} the pgbench script of the statement that registers
 */
async function registrationScript({ suite, databaseUrl }, headers) {
  const since = new Date();
  const key = randomUUID();
  let number = '';
  const statement = await capturedStatement(databaseUrl('hotline'), {
    logFile: suite.logFile('postgres'),
    name: 'register_ticket',
    mark: key,
    request: async () => {
      const response = await fetch(`${suite.urlOf('hotline')}${TICKETS}`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': key },
        body: registrationBody(),
      });
      if (!response.ok) throw new Error(`registering: ${response.status} ${await response.text()}`);
      ({ number } = await response.json());
    },
  });
  const fresh = { [key]: `'key-' || :seq::bigint`, [number]: `(2600000000 + :seq::bigint)::text` };
  return pgbenchScript(statement, { since, fresh });
}

/**
 * @param {Bench} bench
 * @param {Record<string, string>} headers
 */
async function* reading({ suite, seconds, databaseUrl, wants }, headers) {
  const hotline = databaseUrl('hotline');
  const [{ id }] = await query(hotline, 'SELECT id FROM ticket ORDER BY registered_at DESC LIMIT 1');
  const [{ rows }] = await query(hotline, 'SELECT count(*)::int AS rows FROM ticket');
  const newest = `ORDER BY registered_at DESC, id DESC LIMIT ${NEWEST}`;
  const reads = [
    { name: 'read', path: `/${id}`, sql: `SELECT * FROM ticket WHERE id = '${id}';` },
    { name: 'newest', path: `?limit=${NEWEST}`, sql: `SELECT * FROM ticket ${newest};` },
  ];
  const clients = MOST_CLIENTS;
  for (const { name, path, sql } of reads.filter((read) => wants(read.name))) {
    const ceiling = await pgbench(hotline, sql, { clients, seconds });
    const load = await httpLoad(`${suite.urlOf('hotline')}${TICKETS}${path}`, { clients, seconds, headers });
    yield figure({ name, clients, rows, ...load, ceilingPerSecond: ceiling.perSecond });
  }
}

/** @param {Bench} bench */
async function* events(bench) {
  const { suite, seconds, databaseUrl } = bench;
  const [hotlineUrl, interviewsUrl] = [databaseUrl('hotline'), databaseUrl('interviews')];
  await query(hotlineUrl, 'ALTER SYSTEM SET track_commit_timestamp = on');
  await suite.restart('postgres');
  await suite.ready('hotline');
  await suite.ready('interviews');
  // The connections are new after the restart, and who takes the events has not been compiled for speed yet.
  const warmUp = { perSecond: Math.max(...EVENT_RATES), seconds: WARM_UP_SECONDS };
  await eventLatency({ hotlineUrl, interviewsUrl, ...warmUp });
  await settled(bench);
  for (const perSecond of EVENT_RATES.filter((rate) => bench.wants(`event.${rate}`))) {
    const run = await eventLatency({ hotlineUrl, interviewsUrl, perSecond, seconds });
    yield figure({ name: `event.${perSecond}`, clients: 1, ...run, ceilingPerSecond: perSecond });
    await settled(bench);
  }
}
