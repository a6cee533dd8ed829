// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './install/ensure-built.mjs';
import { ensureInstalled } from './install/ensure-installed.mjs';
import { ensureChromium } from './runtime/chromium.mjs';
import { findNatsServer } from './runtime/nats-server.mjs';
import { ROOT } from './runtime/paths.mjs';
import { runScript } from './runtime/user-message.mjs';
import { failuresText } from './testing/failures.mjs';
import { check, jestTier, playwrightTier } from './testing/tiers.mjs';

/** @typedef {import('./testing/tiers.mjs').Outcome} Outcome */

/** What is checked as a whole, by script and arguments. */
const CHECKS = /** @type {const} */ ([
  ['lint', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
  ['types of services and tests', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']],
  ['types of scripts', ['node_modules/typescript/bin/tsc', '-p', 'scripts/tsconfig.json']],
  ['types of browser tests', ['node_modules/typescript/bin/tsc', '-p', 'test/e2e/tsconfig.json']],
  ['types of web', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web/tsconfig.json']],
  ['web client as generated', ['scripts/generate-client.mjs', '--check']],
  ['portal budget', ['scripts/portal-budget.mjs']],
]);

/**
 * `npm test`: installs what is missing, then checks and tests everything, and ends with one line `N passed, N failed`.
 * `npm test -- pure database` runs only the tiers named: checks, pure, database, faults, browser.
 */
await runScript(async () => {
  const tiers = ['checks', 'pure', 'database', 'faults', 'browser'];
  const named = process.argv.slice(2);
  const isWanted = (/** @type {string} */ tier) => named.length === 0 || named.includes(tier);
  await ensureInstalled();
  /** @type {Outcome[]} */
  const outcomes = [];
  const built = await attempt('build', () => ensureBuilt());
  outcomes.push(built);
  for (const tier of tiers.filter(isWanted)) outcomes.push(...(await runTier(tier)));

  console.log(failuresText(outcomes.flatMap(({ failures = [] }) => failures)));
  console.log('');
  for (const { name, passed, failed, note } of outcomes) {
    const mark = failed === 0 ? 'ok  ' : 'FAIL';
    console.log(`${mark} ${name}: ${passed} passed, ${failed} failed${note ? ` (${note})` : ''}`);
  }
  const passed = sum(outcomes.map((each) => each.passed));
  const failed = sum(outcomes.map((each) => each.failed));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/**
 * @param {string} tier
 * @returns {Promise<Outcome[]>}
 */
async function runTier(tier) {
  console.log(`\n── ${tier} ──`);
  switch (tier) {
    case 'checks':
      return runChecks();
    case 'pure':
      return [await jestTier('pure', 2)];
    case 'database':
      return [await attempt('nats-server', findNatsServer), await jestTier('database', 2)];
    case 'faults':
      // Two suites at once: a fault is mostly waiting for what was killed to come back.
      return [await jestTier('faults', 2)];
    default: {
      const browser = await attempt('browser', ensureChromium);
      if (browser.failed > 0) return [browser];
      // Side by side, each with a suite of its own: half the time, for a browser test mostly waits.
      return [browser, ...(await Promise.all([playwrightTier('zh-CN'), playwrightTier('en')]))];
    }
  }
}

/**
 * Two at a time, for most of them keep a single core busy.
 * @returns {Promise<Outcome[]>}
 */
async function runChecks() {
  /** @type {Outcome[]} */
  const outcomes = [];
  const waiting = CHECKS.entries();
  const lane = async () => {
    for (const [at, [name, args]] of waiting) {
      const outcome = existsSync(join(ROOT, args[0])) ? await check(name, [...args]) : { name, passed: 0, failed: 1 };
      console.log(`${outcome.failed === 0 ? 'ok  ' : 'FAIL'} ${name}`);
      outcomes[at] = outcome;
    }
  };
  await Promise.all([lane(), lane()]);
  return outcomes;
}

/**
 * Something the tests stand on: one that passes when it is there.
 * @param {string} name
 * @param {() => unknown} work
 * @returns {Promise<Outcome>}
 */
async function attempt(name, work) {
  try {
    await work();
    return { name, passed: 1, failed: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { name, passed: 0, failed: 1 };
  }
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
