// @ts-check
import pg from 'pg';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
/** Until here `:seq` has twelve hexadecimal digits, as the first parts of a UUID want them. */
const UUID_BASE = `x'100000000000'::bigint`;

/**
 * Writes a captured statement as a pgbench script: the same text and the same values, except that what was new in the
 * request it was captured from is new in each transaction: every UUID made since `since`, rising as the service's own
 * do, and the texts of `fresh`.
 * @param {import('./captured-statement.mjs').CapturedStatement} statement
 * @param {{ since: Date, fresh: Record<string, string> }} how `fresh`: by text, the SQL of what stands in its place,
 *   made from `:seq::bigint`, which is another in every transaction
 * @returns {string}
 */
export function pgbenchScript({ text, values, types }, { since, fresh }) {
  /** @type {Map<string, string>} */
  const expressions = new Map(Object.entries(fresh));
  for (const uuid of new Set(values.join(' ').match(new RegExp(UUID, 'g')))) {
    if (madeAt(uuid) >= since.getTime()) expressions.set(uuid, freshUuid(expressions.size));
  }
  const body = text.replace(/\$(\d+)/g, (_, number) => {
    const value = types[number - 1] === 'json' ? airy(values[number - 1]) : values[number - 1];
    return `(${value === null || value === undefined ? 'NULL' : freshText(value, expressions)})::${types[number - 1]}`;
  });
  // Each client counts for itself, in steps of a thousand clients.
  return `\\set n :n + 1\n\\set seq :first + :n * 1000 + :client_id\n${body.replaceAll(/\s*\n\s*/g, ' ')};\n`;
}

/**
 * @param {string} uuid
 * @returns {number} when a UUID of version 7 was made, ms since the epoch; 0 for the others
 */
function madeAt(uuid) {
  return uuid[14] === '7' ? Number.parseInt(uuid.replace('-', '').slice(0, 12), 16) : 0;
}

/** @param {number} which UUIDs of one transaction differ in this */
function freshUuid(which) {
  const digits = `to_hex(:seq::bigint + ${UUID_BASE})`;
  const tail = `-7${String(which).padStart(3, '0')}-8000-000000000000`;
  return `substr(${digits}, 1, 8) || '-' || substr(${digits}, 9, 4) || '${tail}'`;
}

/**
 * Each expression is computed once and the text walked once, however often it stands in the value: what the script costs
 * beyond the statement, the ceiling pays.
 * @param {string} value
 * @param {Map<string, string>} expressions
 * @returns {string} SQL of the text with what must be new made from `:seq`
 */
function freshText(value, expressions) {
  let pattern = value.replaceAll('%', '%%');
  /** @type {string[]} */
  const fresh = [];
  for (const [text, sql] of expressions) {
    const replaced = pattern.replaceAll(text, `%${fresh.length + 1}$s`);
    if (replaced !== pattern) fresh.push(`(${sql})::text`);
    pattern = replaced;
  }
  return fresh.length === 0 ? literal(value) : `format(${[literal(pattern), ...fresh].join(', ')})`;
}

/**
 * A literal without `:name`, which pgbench takes for a variable, in quotes too.
 * @param {string} text
 */
function literal(text) {
  return text
    .split(/(?<=:)(?=[^\s\d:"'])/)
    .map((part) => pg.escapeLiteral(part))
    .join(' || ');
}

/**
 * JSON with spaces, so that few of its colons look like the beginning of a variable.
 * @param {string | null | undefined} json
 */
function airy(json) {
  return typeof json === 'string' ? JSON.stringify(JSON.parse(json), null, 1) : json;
}
