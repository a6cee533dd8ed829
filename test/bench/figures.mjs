// @ts-check
/**
 * One measured figure. `ceilingPerSecond` is what the ceiling of the same run reached, `ratio` the share of it.
 * @typedef {{ name: string, clients: number, rows: number, perSecond: number, p50Ms: number, p99Ms: number,
 *   errors: number, ceilingPerSecond: number | null, ratio: number | null }} Figure
 */

/**
 * @param {Omit<Figure, 'ratio'>} figure what else it has is left out
 * @returns {Figure}
 */
export function figure({ name, clients, rows, perSecond, p50Ms, p99Ms, errors, ceilingPerSecond }) {
  return {
    name,
    clients,
    rows,
    perSecond: round(perSecond, 1),
    p50Ms,
    p99Ms,
    errors,
    ceilingPerSecond: ceilingPerSecond && round(ceilingPerSecond, 1),
    ratio: ceilingPerSecond && round(perSecond / ceilingPerSecond, 3),
  };
}

/**
 * @param {Figure[]} figures
 * @returns {string[][]} the table as people read it, its head first
 */
export function figureTable(figures) {
  const head = ['name', 'clients', 'rows', 'per s', 'p50 ms', 'p99 ms', 'errors', 'ceiling per s', 'ratio'];
  const lines = figures.map(({ name, clients, rows, perSecond, p50Ms, p99Ms, errors, ceilingPerSecond, ratio }) =>
    [name, clients, rows, perSecond, p50Ms, p99Ms, errors, ceilingPerSecond ?? '–', ratio ?? '–'].map(String),
  );
  return [head, ...lines];
}

/**
 * @param {import('./cpu-times.mjs').Cost[]} costs
 * @returns {string[][]} processor time of one request in microseconds, by process
 */
export function costTable(costs) {
  const processes = [...new Set(costs.flatMap(({ us }) => Object.keys(us)))];
  const rows = costs.map(({ of, us }) => [
    of,
    ...processes.map((name) => String(us[name] ?? '–')),
    String(Object.values(us).reduce((sum, each) => sum + each, 0)),
  ]);
  return [['µs per request', ...processes, 'sum'], ...rows];
}

/** @param {string[][]} table */
export function print(table) {
  const widths = (table[0] ?? []).map((_, i) => Math.max(...table.map((row) => (row[i] ?? '').length)));
  const pad = (/** @type {string} */ cell, /** @type {number} */ i) =>
    i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
  for (const row of table) console.log(row.map(pad).join('  '));
}

/**
 * @param {number} value
 * @param {number} digits
 */
export function round(value, digits) {
  return Number(value.toFixed(digits));
}

/**
 * @param {number[]} sorted ascending
 * @param {number} share 0…1
 */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}
