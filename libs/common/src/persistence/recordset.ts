/** Columns of a table, as PostgreSQL names and types them. */
export type Columns = readonly (readonly [name: string, type: string])[];

/**
 * Rows given as one JSON value, for a statement that writes many at once: `FROM ${recordset('$1', { ticket, ledger })}`.
 * Each row is one object; the columns of a table stand in it under the table's prefix (`ticket_id`).
 * @param json SQL of type json: an array of objects
 * @param tables the columns by prefix
 */
export function recordset(json: string, tables: Readonly<Record<string, Columns>>): string {
  const columns = Object.entries(tables).flatMap(([prefix, each]) =>
    each.map(([name, type]) => `${prefix}_${name} ${type}`),
  );
  return `json_to_recordset(${json}) AS given (${columns.join(', ')})`;
}

/** The columns' names for an INSERT; with a prefix as `recordset` gives them. */
export function names(columns: Columns, prefix?: string): string {
  return columns.map(([name]) => (prefix === undefined ? name : `${prefix}_${name}`)).join(', ');
}

/**
 * A row for `recordset`. Its parts are written one by one: an object of sixty fields put together from smaller ones costs
 * more than all else about it.
 * @param parts objects whose members are called as `recordset` calls the columns; no two have the same member
 */
export function jsonRow(parts: readonly object[]): string {
  const members = parts.map((part) => JSON.stringify(part).slice(1, -1));
  return `{${members.join(',')}}`;
}

/** Rows of `jsonRow` as the one JSON value. */
export function jsonRows(rows: readonly { readonly json: string }[]): string {
  return `[${rows.map(({ json }) => json).join(',')}]`;
}
