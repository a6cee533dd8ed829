// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Of /proc: a tick of the processor clocks, the same on every Linux of today. */
const TICK_US = 10_000;
const LOAD = 'load generator';
const PROCESSES = /** @type {const} */ (['hotline', 'appointments', 'interviews', 'gateway', 'simulator', 'nats']);

/**
 * Processor time of one request, in microseconds, by process; the backends of PostgreSQL count together.
 * @typedef {{ of: string, us: Record<string, number> }} Cost
 */

/**
 * Runs a load and notes what each of its requests cost, and whom: where the time goes. Nothing where there is no /proc.
 * @template {{ answered: number }} T
 * @param {import('./bench.mjs').Bench} bench
 * @param {string} of what the requests are, as people will read it
 * @param {() => Promise<T>} load
 * @returns {Promise<T>} what the load returned
 */
export async function costing({ suite, costs }, of, load) {
  const before = read(suite);
  const result = await load();
  const after = read(suite);
  const us = Object.entries(after).map(([name, used]) => [
    name,
    Math.round((used - (before[name] ?? 0)) / result.answered),
  ]);
  if (us.length > 0) costs.push({ of, us: Object.fromEntries(us) });
  return result;
}

/**
 * @param {import('./bench.mjs').Bench['suite']} suite
 * @returns {Record<string, number>}
 */
function read(suite) {
  if (!existsSync('/proc/self/stat')) return {};
  // pgbench is a child of this process.
  const mine = timesOf(process.pid);
  /** @type {Record<string, number>} */
  const used = { [LOAD]: (mine?.own ?? 0) + (mine?.ended ?? 0) };
  for (const name of PROCESSES) {
    const pid = suite.pidOf(name);
    const times = pid === undefined ? undefined : timesOf(pid);
    if (times) used[name] = times.own;
  }
  const postmaster = suite.pidOf('postgres');
  if (postmaster !== undefined) used.postgres = withChildren(postmaster);
  return used;
}

/**
 * @param {number} pid
 * @returns {number} of the process, its children that run, and those that have ended
 */
function withChildren(pid) {
  const children = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((entry) => timesOf(Number(entry)))
    .filter((times) => times?.parent === pid);
  const own = timesOf(pid);
  return children.reduce((sum, times) => sum + (times?.own ?? 0), (own?.own ?? 0) + (own?.ended ?? 0));
}

/**
 * @param {number} pid
 * @returns {{ parent: number, own: number, ended: number } | undefined} undefined when it has ended
 */
function timesOf(pid) {
  let stat;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // Fields 4, 14, 15, 16, 17 of proc(5); the second, the name, may hold anything.
  const [parent, user, system, endedUser, endedSystem] = [1, 11, 12, 13, 14].map((i) =>
    Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[i]),
  );
  return {
    parent: parent ?? 0,
    own: ((user ?? 0) + (system ?? 0)) * TICK_US,
    ended: ((endedUser ?? 0) + (endedSystem ?? 0)) * TICK_US,
  };
}
