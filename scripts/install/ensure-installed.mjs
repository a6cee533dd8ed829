// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../runtime/paths.mjs';
import { UserMessage } from '../runtime/user-message.mjs';
import { fingerprint } from './fingerprint.mjs';
import { runNpm } from './run.mjs';

const OLDEST_NODE = [20, 19];

/** @throws {UserMessage} when this Node.js is too old for the packages */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new UserMessage(`Sunline needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/**
 * Installs the packages of package-lock.json when they are missing or of another lock file. Install scripts are not run:
 * the only one needed is made up for in runtime/postgres-binaries.mjs, and others would want a compiler.
 * @throws {UserMessage} when npm fails
 */
export async function ensureInstalled() {
  requireNode();
  const modules = join(ROOT, 'node_modules');
  const stamp = join(modules, '.sunline-installed');
  const wanted = fingerprint(['package-lock.json'], `${process.platform} ${process.arch}`);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log(existsSync(modules) ? 'Bringing packages up to date …' : 'Installing packages …');
  // Not `npm ci`: it would delete a folder that is almost right.
  const how = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if ((await runNpm(['install', ...how])) !== 0) {
    throw new UserMessage('npm could not install the packages; what it said stands above.');
  }
  writeFileSync(stamp, wanted);
}
