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
 * Prints the figures as a table and, if asked to, each as a line of JSON after it.
 * @param {Figure[]} figures
 * @param {{ json: boolean }} how
 */
export function print(figures, { json }) {
  const head = ['name', 'clients', 'rows', 'per s', 'p50 ms', 'p99 ms', 'errors', 'ceiling per s', 'ratio'];
  const lines = figures.map((each) =>
    [
      each.name,
      each.clients,
      each.rows,
      each.perSecond,
      each.p50Ms,
      each.p99Ms,
      each.errors,
      each.ceilingPerSecond ?? '–',
      each.ratio ?? '–',
    ].map(String),
  );
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => (line[i] ?? '').length)));
  for (const line of [head, ...lines]) {
    console.log(
      line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    );
  }
  if (json) for (const each of figures) console.log(JSON.stringify(each));
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
