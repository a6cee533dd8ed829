// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../runtime/paths.mjs';
import { UserMessage } from '../runtime/user-message.mjs';
import { fingerprint } from './fingerprint.mjs';
import { run } from './run.mjs';

/** @typedef {{ name: string, sources: string[], output: string, command: string[] }} Build */

/** @type {Build} */
const SERVICES = {
  name: 'services',
  sources: ['apps', 'libs', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
  output: 'dist/apps',
  command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
};

/** @type {Build} */
const WEB = {
  name: 'web',
  // The pages count limits and name kinds with the services' own code.
  sources: [
    'web',
    'libs/common/src/calendar',
    'libs/common/src/contracts',
    'scripts/build-web.mjs',
    'package-lock.json',
  ],
  output: 'dist/web',
  command: ['scripts/build-web.mjs'],
};

/**
 * Builds what has changed since it was last built.
 * @param {{ web?: boolean }} [what] `web: false` leaves the pages out: commands do not need them
 * @throws {UserMessage} when a build fails
 */
export async function ensureBuilt({ web = true } = {}) {
  const builds = (web ? [SERVICES, WEB] : [SERVICES]).filter((build) => !isCurrent(build));
  if (builds.length === 0) return;
  console.log(`Building ${builds.map((build) => build.name).join(' and ')} …`);
  const codes = await Promise.all(builds.map(make));
  if (codes.some((code) => code !== 0)) throw new UserMessage('The build failed; what it said stands above.');
}

/** @param {Build} build */
async function make(build) {
  const wanted = fingerprint(build.sources);
  rmSync(stampOf(build), { force: true });
  const code = await run(process.execPath, build.command, { quiet: true });
  if (code === 0) {
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    writeFileSync(stampOf(build), wanted);
  }
  return code;
}

/** @param {Build} build */
function isCurrent(build) {
  if (!existsSync(join(ROOT, build.output)) || !existsSync(stampOf(build))) return false;
  return readFileSync(stampOf(build), 'utf8') === fingerprint(build.sources);
}

/** @param {Build} build */
function stampOf({ name }) {
  return join(ROOT, 'dist', `.built-${name}`);
}
