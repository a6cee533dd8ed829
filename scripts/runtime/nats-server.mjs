// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasApt, unpackDebianPackage } from './debian-package.mjs';
import { freePort } from './free-port.mjs';
import { ROOT, runtimeDir } from './paths.mjs';
import { commandLine, endProcess } from './process-stamp.mjs';
import { ServerProcess } from './server-process.mjs';
import { UserMessage } from './user-message.mjs';

/** The oldest server whose JetStream does what the suite asks of it. */
const OLDEST = [2, 9];
const READY_WITHIN_MS = 10_000;

/**
 * The nats-server program: the one `NATS_SERVER` or PATH names, one fetched before, or one fetched now from Debian's or
 * Ubuntu's packages without touching the system.
 * @returns {string} path or name of the program
 * @throws {UserMessage} with the line to type where it cannot be fetched
 */
export function findNatsServer() {
  const fetched = join(ROOT, '.runtime', 'nats-server');
  const unpacked = ['usr/sbin', 'usr/bin'].map((folder) => join(fetched, folder, 'nats-server'));
  const known = [process.env.NATS_SERVER, 'nats-server', '/usr/sbin/nats-server', ...unpacked];
  const found = known.find(isRecentEnough);
  if (found) return found;
  if (hasApt()) {
    console.log('Fetching nats-server from the system’s package manager …');
    if (unpackDebianPackage('nats-server', fetched)) {
      const program = unpacked.find(isRecentEnough);
      if (program) return program;
    }
  }
  throw new UserMessage(
    `Sunline needs nats-server ${OLDEST.join('.')} or newer on the PATH, or NATS_URL naming a running one.\n${howToInstall()}`,
  );
}

/** @returns {string} */
function howToInstall() {
  if (process.platform === 'darwin') return 'Type:  brew install nats-server';
  if (process.platform === 'win32')
    return 'Type:  winget install NATSAuthors.NATSServer   (or: choco install nats-server)';
  if (hasApt()) return 'Type:  sudo apt-get update && sudo apt-get install nats-server';
  return 'Install the package “nats-server” of your system, or take it from https://github.com/nats-io/nats-server/releases';
}

/**
 * @param {string} program
 * @returns {number[]} major and minor version; empty when the program does not run
 */
function versionOf(program) {
  const said = spawnSync(program, ['--version']).stdout?.toString() ?? '';
  return (/v(\d+)\.(\d+)/.exec(said) ?? []).slice(1).map(Number);
}

/** @param {string | undefined} program */
function isRecentEnough(program) {
  const [major = 0, minor = 0] = program === undefined ? [] : versionOf(program);
  return major > Number(OLDEST[0]) || (major === OLDEST[0] && minor >= Number(OLDEST[1]));
}

/** A nats-server with JetStream on loopback, its streams in files under its own folder. */
export class NatsServer {
  /**
   * @param {{ program: string, dir: string, port: number, logFile: string }} at
   */
  constructor({ program, dir, port, logFile }) {
    this.program = program;
    this.dir = dir;
    this.port = port;
    this.logFile = logFile;
    this.url = `nats://127.0.0.1:${port}`;
    /** @type {ServerProcess | undefined} */
    this.process = undefined;
  }

  /**
   * Starts a server and waits until it takes connections. One left over in the same folder from a killed start is ended
   * first: its streams are files and are found again.
   * @param {{ dir?: string, port?: number, logFile?: string, program?: string }} [options]
   * @returns {Promise<NatsServer>}
   */
  static async start(options = {}) {
    const dir = options.dir ?? join(runtimeDir(), 'nats');
    mkdirSync(dir, { recursive: true });
    await NatsServer.endLeftOver(dir);
    const server = new NatsServer({
      program: options.program ?? findNatsServer(),
      dir,
      port: options.port ?? (await freePort()),
      logFile: options.logFile ?? join(dir, 'nats-server.log'),
    });
    await server.start();
    return server;
  }

  /**
   * Ends the server that a killed process left in a folder, if one runs.
   * @param {string} dir
   */
  static async endLeftOver(dir) {
    const pidFile = join(dir, 'nats-server.pid');
    if (!existsSync(pidFile)) return;
    const pid = Number(readFileSync(pidFile, 'utf8'));
    if (commandLine(pid).includes(join(dir, 'nats.conf'))) await endProcess(pid);
    rmSync(pidFile, { force: true });
  }

  /** Starts (or starts again, on the same port) and waits until it takes connections. */
  async start() {
    const config = join(this.dir, 'nats.conf');
    writeFileSync(config, this.#config());
    this.process = ServerProcess.start(this.program, ['-c', config], { logFile: this.logFile });
    const until = Date.now() + READY_WITHIN_MS;
    while (!(await greets(this.port))) {
      if (!this.process.running || Date.now() > until) {
        await this.process.stop({ signal: 'SIGKILL' });
        throw new Error(`nats-server did not start; see ${this.logFile}`);
      }
      await sleep(20);
    }
  }

  async stop() {
    await this.process?.stop();
    rmSync(join(this.dir, 'nats-server.pid'), { force: true });
  }

  /** kill -9: no chance to flush or say good-bye. */
  async kill() {
    await this.process?.stop({ signal: 'SIGKILL' });
  }

  /** Loses every stream, as a broken disk would: deletes the store of a stopped or running server. */
  deleteStore() {
    rmSync(join(this.dir, 'store'), { recursive: true, force: true });
  }

  #config() {
    const [, minor = 0] = versionOf(this.program);
    // From 2.10 on the server can sync every write; 2.9 syncs every two minutes, and the outbox makes up for it.
    const sync = minor >= 10 ? '  sync_interval: always\n' : '';
    return [
      `listen: "127.0.0.1:${this.port}"`,
      `pid_file: ${JSON.stringify(join(this.dir, 'nats-server.pid'))}`,
      `jetstream {\n  store_dir: ${JSON.stringify(join(this.dir, 'store'))}\n${sync}}`,
      '',
    ].join('\n');
  }
}

/**
 * Whether a NATS server greets on a port.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function greets(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
    const end = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (data) => end(data.toString().startsWith('INFO ')));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
    socket.once('close', () => resolve(false));
  });
}
