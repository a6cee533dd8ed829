// @ts-check
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { quantile, round } from './figures.mjs';

const TICK_MS = 10;
const ARRIVED_WITHIN_MS = 30_000;
/** The relay looks more rarely after a rest; the rate is steady when it has found out that there is something to do. */
const STEADY_AFTER_SECONDS = 1;

/**
 * Commits events to hotline's outbox at a steady rate and measures, by PostgreSQL's own commit timestamps, how long
 * after its commit there the commit in interviews came that took it. Needs `track_commit_timestamp = on`.
 * @param {{ hotlineUrl: string, interviewsUrl: string, perSecond: number, seconds: number }} run
 * @returns {Promise<{ rows: number, perSecond: number, p50Ms: number, p99Ms: number, errors: number }>} `errors` counts
 *   events that never arrived
 */
export async function eventLatency({ hotlineUrl, interviewsUrl, perSecond, seconds }) {
  const hotline = new pg.Pool({ connectionString: hotlineUrl, max: 8 });
  const interviews = new pg.Pool({ connectionString: interviewsUrl, max: 2 });
  try {
    // The outbox row itself is updated when it is published; the commit of this one stays the commit of the change.
    await hotline.query('CREATE TABLE IF NOT EXISTS bench_event (id uuid PRIMARY KEY)');
    const started = performance.now();
    const all = await commitAtRate(hotline, perSecond, STEADY_AFTER_SECONDS + seconds);
    const tookSeconds = (performance.now() - started) / 1000;
    const ids = all.slice(STEADY_AFTER_SECONDS * perSecond);
    const latencies = await arrivals(hotline, interviews, ids);
    return {
      rows: ids.length,
      perSecond: all.length / tookSeconds,
      p50Ms: round(quantile(latencies, 0.5), 1),
      p99Ms: round(quantile(latencies, 0.99), 1),
      errors: ids.length - latencies.length,
    };
  } finally {
    await hotline.end();
    await interviews.end();
  }
}

/**
 * @param {pg.Pool} hotline
 * @param {number} perSecond
 * @param {number} seconds
 * @returns {Promise<string[]>} the ids of the events
 */
async function commitAtRate(hotline, perSecond, seconds) {
  /** @type {string[]} */
  const ids = [];
  /** @type {Promise<unknown>[]} */
  const commits = [];
  const started = performance.now();
  while (ids.length < perSecond * seconds) {
    const due = Math.min(perSecond * seconds, Math.floor(((performance.now() - started) / 1000) * perSecond));
    while (ids.length < due) {
      const id = randomUUID();
      ids.push(id);
      commits.push(commitBreach(hotline, id));
    }
    await sleep(TICK_MS);
  }
  await Promise.all(commits);
  return ids;
}

/**
 * One change and its event in one transaction, as a service commits them.
 * @param {pg.Pool} hotline
 * @param {string} id
 */
function commitBreach(hotline, id) {
  const ticketId = randomUUID();
  const payload = {
    ticketId,
    number: '260000017',
    breachId: randomUUID(),
    unitId: randomUUID(),
    kind: 'reply_overdue',
    recordedAt: new Date().toISOString(),
  };
  return hotline.query({
    name: 'bench-event',
    text: `WITH change AS (INSERT INTO bench_event (id) VALUES ($1))
           INSERT INTO outbox (id, subject, aggregate_id, payload) VALUES ($1, 'hotline.breach.recorded.v1', $2, $3)`,
    values: [id, ticketId, JSON.stringify(payload)],
  });
}

/**
 * @param {pg.Pool} hotline
 * @param {pg.Pool} interviews
 * @param {string[]} ids
 * @returns {Promise<number[]>} milliseconds, ascending, of those that arrived
 */
async function arrivals(hotline, interviews, ids) {
  const until = Date.now() + ARRIVED_WITHIN_MS;
  for (;;) {
    const { rows } = await interviews.query('SELECT count(*)::int AS arrived FROM inbox WHERE event_id = ANY($1)', [
      ids,
    ]);
    if (rows[0].arrived === ids.length || Date.now() > until) break;
    await sleep(100);
  }
  const committed = await commitTimes(hotline, 'SELECT id, xmin FROM bench_event WHERE id = ANY($1)', ids);
  const taken = await commitTimes(interviews, 'SELECT event_id AS id, xmin FROM inbox WHERE event_id = ANY($1)', ids);
  return [...taken].map(([id, at]) => at - (committed.get(id) ?? NaN)).sort((a, b) => a - b);
}

/**
 * @param {pg.Pool} pool
 * @param {string} rows
 * @param {string[]} ids
 * @returns {Promise<Map<string, number>>} commit time in milliseconds by id
 */
async function commitTimes(pool, rows, ids) {
  const found = await pool.query(
    `SELECT id, extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS at FROM (${rows}) AS rows`,
    [ids],
  );
  return new Map(found.rows.map((row) => [row.id, row.at]));
}
