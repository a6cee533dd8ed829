// @ts-check
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The repository's root folder. */
export const ROOT = resolve(import.meta.dirname, '..', '..');

/**
 * Where a running suite keeps its data, logs, secrets and state: `.runtime`, unless `SUNLINE_RUNTIME_DIR` names
 * another folder (tests run a suite of their own beside a running one).
 * @returns {string} an existing folder
 */
export function runtimeDir() {
  const dir = resolve(process.env.SUNLINE_RUNTIME_DIR || join(ROOT, '.runtime'));
  mkdirSync(dir, { recursive: true });
  return dir;
}
