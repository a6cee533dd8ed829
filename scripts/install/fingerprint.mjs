// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../runtime/paths.mjs';

const NOT_SOURCE = new Set(['node_modules', 'dist', 'test-results']);

/**
 * A hash of the content of files and folders: changes with any of them, whatever their times say.
 * @param {string[]} paths relative to the root; what does not exist counts as empty
 * @param {string} [salt] anything else that the result depends on
 * @returns {string}
 */
export function fingerprint(paths, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const path of paths) addTo(hash, join(ROOT, path));
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addTo(hash, path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    hash.update(`\0${relative(ROOT, path)}\0`).update(readFileSync(path));
    return;
  }
  for (const entry of readdirSync(path).sort()) {
    if (!NOT_SOURCE.has(entry) && !/\.(spec\.tsx?|tsbuildinfo)$/.test(entry)) addTo(hash, join(path, entry));
  }
}
