// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../install/run.mjs';
import { ROOT } from '../runtime/paths.mjs';
import { browserFailures, jestFailures } from './failures.mjs';

/** @typedef {import('./failures.mjs').Failure} Failure */
/** @typedef {{ name: string, passed: number, failed: number, note?: string, failures?: Failure[] }} Outcome */

const RESULTS = join(ROOT, 'test-results');
/** A tier that hangs is a tier that failed. */
const LONGEST_TIER_MS = 15 * 60_000;

/**
 * A check that passes or fails as a whole: lint, types, generated files.
 * @param {string} name
 * @param {string[]} args of Node.js
 * @returns {Promise<Outcome>}
 */
export async function check(name, args) {
  const code = await run(process.execPath, args, { quiet: true, signal: AbortSignal.timeout(LONGEST_TIER_MS) });
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/**
 * One Jest project. A tier in which no test ran has failed.
 * @param {'pure' | 'database' | 'faults'} project
 * @param {number} workers
 * @returns {Promise<Outcome>}
 */
export async function jestTier(project, workers) {
  const file = resultFile(`jest-${project}.json`);
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const how = [`--selectProjects=${project}`, `--maxWorkers=${workers}`, '--ci', '--json', `--outputFile=${file}`];
  const code = await run(process.execPath, [...jest, ...how], { signal: AbortSignal.timeout(LONGEST_TIER_MS) });
  const found = readResult(file);
  const passed = Number(found?.numPassedTests ?? 0);
  const failed = Number(found?.numFailedTests ?? 0) + Number(found?.numRuntimeErrorTestSuites ?? 0);
  const leftOut = Number(found?.numPendingTests ?? 0) + Number(found?.numTodoTests ?? 0);
  return outcome({ name: `${project} tests`, passed, failed, leftOut, code, failures: jestFailures(found) });
}

/**
 * The browser tests in one language; a tier in which no test ran has failed.
 * @param {'zh-CN' | 'en'} language
 * @returns {Promise<Outcome>}
 */
export async function playwrightTier(language) {
  const file = resultFile(`playwright-${language}.json`);
  const how = [`--project=${language}`, `--output=${join(RESULTS, `browser-${language}`)}`, '--reporter=list,json'];
  const args = ['node_modules/@playwright/test/cli.js', 'test', ...how];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await run(process.execPath, args, { env, signal: AbortSignal.timeout(LONGEST_TIER_MS) });
  const found = readResult(file);
  const stats = found?.stats ?? {};
  const passed = Number(stats.expected ?? 0);
  const failed = Number(stats.unexpected ?? 0) + Number(stats.flaky ?? 0);
  const leftOut = Number(stats.skipped ?? 0);
  const failures = browserFailures(found);
  return outcome({ name: `browser tests in ${language}`, passed, failed, leftOut, code, failures });
}

/**
 * @param {{ name: string, passed: number, failed: number, leftOut: number, code: number, failures: Failure[] }} ran
 * @returns {Outcome}
 */
function outcome({ name, passed, failed, leftOut, code, failures }) {
  if (passed + failed === 0) return { name, passed, failed: 1, note: 'did not run' };
  // A runner that is unhappy about something it does not count (a leaked handle, a crash) still fails the tier.
  if (code !== 0 && failed === 0) return { name, passed, failed: 1, note: `ended with code ${code}` };
  return { name, passed, failed, failures, ...(leftOut > 0 ? { note: `${leftOut} left out` } : {}) };
}

/** @param {string} name */
function resultFile(name) {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, name);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file */
function readResult(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
