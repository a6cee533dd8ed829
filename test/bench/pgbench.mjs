// @ts-check
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UserMessage } from '../../scripts/runtime/user-message.mjs';
import { query } from './database.mjs';

/**
 * Not counted: each connection plans the statement half a dozen times before it keeps a plan, which takes longer than
 * running it. The services' connections have done that long ago.
 */
const WARM_UP_SECONDS = 2;
/** Runs are so far apart that what is new in each transaction is new in all of them. */
const APART = 1_000_000_000;
let runs = 0;

const DEBIAN_VERSIONS = '/usr/lib/postgresql';

/** @returns {string} the pgbench program: on PATH, or where Debian keeps it beside its server */
function pgbenchProgram() {
  const onPath = (process.env.PATH ?? '').split(':').map((dir) => join(dir, 'pgbench'));
  const debian = existsSync(DEBIAN_VERSIONS)
    ? readdirSync(DEBIAN_VERSIONS).map((version) => join(DEBIAN_VERSIONS, version, 'bin', 'pgbench'))
    : [];
  const found = [...onPath, ...debian].find((program) => existsSync(program));
  if (!found) throw new UserMessage('pgbench is missing; on Debian and Ubuntu: apt-get install postgresql');
  return found;
}

/**
 * The ceiling: the same statement sent by pgbench, prepared, to the same server.
 * @param {string} databaseUrl
 * @param {string} script statements as pgbench takes them
 * @param {{ clients: number, seconds: number, adds?: string }} load `adds`: the table that each transaction adds a row to;
 *   a statement that is refused is quick, and no ceiling for one that writes
 * @throws {Error} when fewer rows were added than there were transactions
 * @returns {Promise<{ perSecond: number, answered: number }>} `answered`: how many transactions there were
 */
export async function pgbench(databaseUrl, script, { clients, seconds, adds }) {
  const rowsBefore = await rowsOf(databaseUrl, adds);
  const dir = mkdtempSync(join(tmpdir(), 'sunline-bench-'));
  try {
    const file = join(dir, 'script.sql');
    writeFileSync(file, script);
    const threads = Math.min(clients, 2);
    runs += 1;
    const variables = ['-D', 'n=0', '-D', `first=${runs * APART}`];
    const load = ['-c', `${clients}`, '-j', `${threads}`, '-T', `${WARM_UP_SECONDS + seconds}`];
    const { stdout, stderr } = await promisify(execFile)(
      pgbenchProgram(),
      ['-n', '-M', 'prepared', '-P', `${WARM_UP_SECONDS}`, '-f', file, ...load, ...variables, databaseUrl],
      { env: { ...process.env, PGOPTIONS: '-c statement_timeout=20s' } },
    );
    const answered = numberIn(stdout, /transactions actually processed: (\d+)/);
    const added = (await rowsOf(databaseUrl, adds)) - rowsBefore;
    if (adds !== undefined && added < answered) {
      throw new Error(`pgbench: ${answered} transactions added ${added} rows to ${adds}`);
    }
    const ranSeconds = answered / numberIn(stdout, /tps = ([\d.]+)/);
    const [warmSeconds, warmPerSecond] = [
      numberIn(stderr, /progress: ([\d.]+) s/),
      numberIn(stderr, /s, ([\d.]+) tps/),
    ];
    return { perSecond: (answered - warmSeconds * warmPerSecond) / (ranSeconds - warmSeconds), answered };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/**
 * @param {string} databaseUrl
 * @param {string | undefined} table
 * @returns {Promise<number>}
 */
async function rowsOf(databaseUrl, table) {
  if (table === undefined) return 0;
  const [{ rows }] = await query(databaseUrl, `SELECT count(*)::int AS rows FROM ${table}`);
  return rows;
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
function numberIn(text, pattern) {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`pgbench did not say ${pattern.source}:\n${text}`);
  return Number(found);
}
