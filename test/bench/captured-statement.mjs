// @ts-check
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { query } from './database.mjs';

/**
 * A statement as a service sent it, its values as PostgreSQL writes them.
 * @typedef {{ text: string, values: (string | null)[], types: string[] }} CapturedStatement
 */

const LOGGED_WITHIN_MS = 5_000;
const ENTRY = /^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)/m;
const PARAMETER = /\$(\d+) = (NULL|'(?:[^']|'')*')/g;

/**
 * The prepared statement that a request makes a service run, read from PostgreSQL's own log: the ceiling is measured
 * with what the service really sends, and nobody has to keep a copy of it.
 * @param {string} databaseUrl
 * @param {{ logFile: string, name: string, containing?: string, mark?: string, request: () => Promise<unknown> }} capture
 *   the server's log; the name the service gives the statement (`<unnamed>` where it gives none), and a part of its text;
 *   a request that makes the service run it, and a text among its values that no other request has
 * @returns {Promise<CapturedStatement>}
 * @throws {Error} when the request does not make the service run it
 */
export async function capturedStatement(databaseUrl, { logFile, name, containing = '', mark = '', request }) {
  const before = readFileSync(logFile, 'utf8').length;
  await setLogging(databaseUrl, 'all');
  try {
    await request();
    const { text, values } = await logged(logFile, before, { name, containing, mark });
    return { text, values, types: await parameterTypes(databaseUrl, text) };
  } finally {
    await setLogging(databaseUrl, 'none');
  }
}

/**
 * @param {string} databaseUrl
 * @param {'all' | 'none'} which
 */
async function setLogging(databaseUrl, which) {
  await query(databaseUrl, `ALTER SYSTEM SET log_statement = '${which}'`);
  await query(databaseUrl, 'SELECT pg_reload_conf()');
  // The server tells its sessions when it takes the setting in itself; a new session shows that it has.
  for (;;) {
    const [row] = await query(databaseUrl, 'SHOW log_statement');
    if (row.log_statement === which) return;
    await sleep(20);
  }
}

/**
 * @param {string} logFile
 * @param {number} from
 * @param {{ name: string, containing: string, mark: string }} which
 */
async function logged(logFile, from, { name, containing, mark }) {
  const until = Date.now() + LOGGED_WITHIN_MS;
  const head = `execute ${name}: `;
  while (Date.now() < until) {
    const entries = readFileSync(logFile, 'utf8').slice(from).split(ENTRY);
    const at = entries.findIndex(
      (entry, i) => entry.includes(head) && entry.includes(containing) && (entries[i + 1] ?? '').includes(mark),
    );
    const [statement, detail] = entries.slice(at, at + 2).map((entry) => entry.replaceAll('\n\t', '\n'));
    if (at >= 0 && statement && detail?.endsWith('\n')) {
      return { text: statement.slice(statement.indexOf(head) + head.length).trim(), values: parameters(detail) };
    }
    await sleep(50);
  }
  throw new Error(`The request did not run the statement ${name}`);
}

/**
 * @param {string} detail `… Parameters: $1 = 'a', $2 = NULL`
 * @returns {(string | null)[]}
 */
function parameters(detail) {
  /** @type {(string | null)[]} */
  const values = [];
  for (const [, number, value] of detail.matchAll(PARAMETER)) {
    values[Number(number) - 1] = !value || value === 'NULL' ? null : value.slice(1, -1).replaceAll("''", "'");
  }
  return values;
}

/**
 * @param {string} databaseUrl
 * @param {string} text
 * @returns {Promise<string[]>} the types PostgreSQL gives the statement's parameters
 */
async function parameterTypes(databaseUrl, text) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`PREPARE captured AS ${text}`);
    const { rows } = await client.query(
      `SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = 'captured'`,
    );
    return rows[0].types;
  } finally {
    await client.end();
  }
}
