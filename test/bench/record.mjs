// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../../scripts/runtime/paths.mjs';

const FILE = join(ROOT, 'docs', 'performance.md');

/**
 * Puts the tables of a run into docs/performance.md, between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`, under a
 * line that says when and where they were measured.
 * @param {string} name
 * @param {string[][][]} tables
 * @throws {Error} when the file has no such place
 */
export async function record(name, tables) {
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const document = readFileSync(FILE, 'utf8');
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for bench:${name}`);
  const measured = [occasion(), ...tables.map(markdown)].join('\n\n');
  const written = `${document.slice(0, from)}${begin}\n\n${measured}\n\n${document.slice(to)}`;
  writeFileSync(FILE, await format(written, { ...(await resolveConfig(FILE)), parser: 'markdown' }));
}

function occasion() {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${processor?.model.trim() ?? 'processor'}, ${memory} GiB`;
  return `Measured ${new Date().toISOString().slice(0, 10)} on ${machine}, Node.js ${process.versions.node}.`;
}

/**
 * @param {string[][]} table its head first
 */
function markdown([head = [], ...rows]) {
  const rule = head.map((_, i) => (i === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
