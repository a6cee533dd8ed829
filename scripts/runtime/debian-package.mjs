// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Whether the system's package manager is apt. */
export function hasApt() {
  return spawnSync('apt-get', ['--version']).status === 0 && spawnSync('dpkg-deb', ['--version']).status === 0;
}

/**
 * Downloads a Debian or Ubuntu package and unpacks it into a folder; needs no root and changes nothing on the system.
 * Where the system's package lists are missing, lists of our own are kept beside.
 * @param {string} name
 * @param {string} into
 * @returns {boolean} false when the package cannot be had
 */
export function unpackDebianPackage(name, into) {
  const download = join(into, 'download');
  mkdirSync(download, { recursive: true });
  try {
    const done =
      aptGet(['download', name], download) ||
      (aptGet([...ownLists(into), 'update'], download) && aptGet([...ownLists(into), 'download', name], download));
    const file = done && readdirSync(download).find((entry) => entry.endsWith('.deb'));
    return Boolean(file) && spawnSync('dpkg-deb', ['-x', join(download, String(file)), into]).status === 0;
  } finally {
    rmSync(download, { recursive: true, force: true });
    rmSync(join(into, 'apt'), { recursive: true, force: true });
  }
}

/**
 * Installs packages on the system; needs root.
 * @param {string[]} names
 * @returns {boolean}
 */
export function installDebianPackages(names) {
  const install = ['install', '--yes', '--no-install-recommends', ...names];
  return aptGet(install) || (aptGet(['update']) && aptGet(install));
}

/**
 * @param {string} into
 * @returns {string[]} options that make apt keep its lists where we may write
 */
function ownLists(into) {
  const apt = join(into, 'apt');
  mkdirSync(join(apt, 'lists', 'partial'), { recursive: true });
  mkdirSync(join(apt, 'cache', 'archives', 'partial'), { recursive: true });
  return [`-oDir::State::lists=${join(apt, 'lists')}`, `-oDir::Cache=${join(apt, 'cache')}`, '-oDebug::NoLocking=1'];
}

/**
 * @param {string[]} args
 * @param {string} [cwd]
 * @returns {boolean}
 */
function aptGet(args, cwd) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', '-oAPT::Sandbox::User=root', ...args], { cwd, env }).status === 0;
}
