// @ts-check
import pg from 'pg';

/** Texts that stand for what is new in every request; each run of the script puts another one in their place. */
export const FRESH_TEXTS = { number: '260000017', key: 'bench-idempotency-key' };

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Writes a statement of the service as a pgbench script: the same text and the same values, except that every UUID, the
 * request's number and the idempotency key are new in each transaction. UUIDs rise as the service's own do.
 * @param {string} databaseUrl where the statement's tables are
 * @param {{ text: string, values: readonly unknown[] }} statement as the service gives it to `pg`
 * @param {number} first where this run's numbers begin; runs must be a million apart
 * @returns {Promise<string>}
 */
export async function pgbenchScript(databaseUrl, { text, values }, first) {
  const types = await parameterTypes(databaseUrl, text);
  const uuids = [...new Set(values.flatMap((value) => (typeof value === 'string' ? (value.match(UUID) ?? []) : [])))];
  const expression = (/** @type {unknown} */ value, /** @type {number} */ index) => {
    const type = types[index];
    if (value === null || value === undefined) return `NULL::${type}`;
    if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'::bytea`;
    return `(${freshText(typeof value === 'string' ? value : JSON.stringify(value), uuids)})::${type}`;
  };
  const body = text.replace(/\$(\d+)/g, (_, number) => expression(values[number - 1], number - 1));
  // A client's variables live as long as it does: each counts for itself, in steps of a thousand clients.
  return `\\if :{?n}\n\\else\n\\set n 0\n\\endif\n\\set n :n + 1\n\\set seq ${first} + :n * 1000 + :client_id\n${body.replaceAll('\n', ' ').trim()};\n`;
}

/**
 * @param {string} value
 * @param {string[]} uuids
 * @returns {string} SQL of the text with what must be new made from `:seq`
 */
function freshText(value, uuids) {
  const parts = [value]
    .flatMap((part) => part.split(new RegExp(`(${UUID.source}|${FRESH_TEXTS.number}|${FRESH_TEXTS.key})`)))
    .filter((part) => part !== '')
    .map((part) => {
      if (part === FRESH_TEXTS.number) return `(2600000000 + :seq::bigint)::text`;
      if (part === FRESH_TEXTS.key) return `('key-' || :seq::bigint)`;
      const uuid = uuids.indexOf(part);
      if (uuid < 0) return pg.escapeLiteral(part);
      const tail = `-7${String(uuid).padStart(3, '0')}-8000-000000000000`;
      return `(substr(to_hex(:seq::bigint + x'100000000000'::bigint), 1, 8) || '-' || substr(to_hex(:seq::bigint + x'100000000000'::bigint), 9, 4) || '${tail}')`;
    });
  return parts.length > 0 ? parts.join(' || ') : `''`;
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
    await client.query(`PREPARE bench_statement AS ${text}`);
    const { rows } = await client.query(
      `SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = 'bench_statement'`,
    );
    return rows[0].types;
  } finally {
    await client.end();
  }
}
