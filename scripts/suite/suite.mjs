// @ts-check
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { EmbeddedPostgres } from '../runtime/embedded-postgres.mjs';
import { freePort } from '../runtime/free-port.mjs';
import { NatsServer } from '../runtime/nats-server.mjs';
import { processStamp } from '../runtime/process-stamp.mjs';
import { ServerProcess } from '../runtime/server-process.mjs';
import { UserMessage } from '../runtime/user-message.mjs';
import { errorLine } from './error-line.mjs';
import { clockFile, mainOf, SERVICE_NAMES, serviceEnvironment } from './services.mjs';
import { StateFile } from './state-file.mjs';
import { Supervised } from './supervised.mjs';

/** @typedef {import('./services.mjs').ServiceName} ServiceName */
/** @typedef {ServiceName | 'postgres' | 'nats'} ProcessName */

const READY_WITHIN_MS = 90_000;
const BASE_DATABASE = 'sunline';

/** The running suite: PostgreSQL and NATS where none are given, the services, and who watches over them. */
export class Suite {
  /** @type {Map<ProcessName, Supervised>} */
  #processes = new Map();
  #claim;
  #say;
  #durable;
  #signal;

  /**
   * @param {StateFile} claim
   * @param {{ say: (text: string) => void, durable: boolean, signal?: AbortSignal }} how
   */
  constructor(claim, { say, durable, signal }) {
    this.dir = claim.dir;
    this.databaseUrl = process.env.DATABASE_URL ?? '';
    this.natsUrl = process.env.NATS_URL ?? '';
    /** @type {import('./services.mjs').Ports} */
    this.ports = { gateway: 0, hotline: 0, appointments: 0, interviews: 0, simulator: 0 };
    this.#claim = claim;
    this.#say = say;
    this.#durable = durable;
    this.#signal = signal;
  }

  /**
   * Starts everything and waits until every service is ready.
   * @param {{ dir: string, gatewayPort?: number, say?: (text: string) => void, durable?: boolean,
   *   signal?: AbortSignal }} options the runtime folder; where messages to the terminal go; `durable: false` for tests
   *   (see EmbeddedPostgres); `signal` gives up starting and leaves nothing running
   * @returns {Promise<Suite>}
   * @throws {UserMessage} when it runs already, or something the person can mend is missing
   */
  static async start({ dir, gatewayPort, say = console.log, durable = true, signal }) {
    const suite = await Suite.startServers({ dir, doing: 'starting', say, durable, signal });
    try {
      await suite.#startServices(gatewayPort);
      await Promise.all(SERVICE_NAMES.map((name) => suite.ready(name)));
      return suite;
    } catch (error) {
      await suite.stop();
      throw error;
    }
  }

  /**
   * Starts PostgreSQL and NATS alone, for a command.
   * @param {{ dir: string, doing: string, say?: (text: string) => void, durable?: boolean, signal?: AbortSignal }} options
   *   `doing` says what for, to whoever asks for the folder meanwhile
   * @returns {Promise<Suite>}
   */
  static async startServers({ dir, doing, say = console.log, durable = true, signal }) {
    const suite = new Suite(await StateFile.claim(dir, doing), { say, durable, signal });
    try {
      await Promise.all([suite.#startPostgres(), suite.#startNats()]);
      return suite;
    } catch (error) {
      await suite.stop();
      throw error;
    }
  }

  /** The address people open. */
  get url() {
    return this.urlOf('gateway');
  }

  /** @param {ServiceName} name */
  urlOf(name) {
    return `http://127.0.0.1:${this.ports[name]}`;
  }

  /** Starts the embedded PostgreSQL unless `DATABASE_URL` is given. */
  async #startPostgres() {
    if (this.databaseUrl) return;
    /** @type {EmbeddedPostgres | undefined} */
    let server;
    await this.#supervise('postgres', async () => {
      if (server) await server.start();
      else server = await EmbeddedPostgres.start({ dir: this.dir, durable: this.#durable });
      return started(server.process);
    });
    this.databaseUrl = server?.url(BASE_DATABASE) ?? '';
    this.#record();
  }

  /** Starts a nats-server unless `NATS_URL` is given. */
  async #startNats() {
    if (this.natsUrl) return;
    /** @type {NatsServer | undefined} */
    let server;
    await this.#supervise('nats', async () => {
      if (server) await server.start();
      else server = await NatsServer.start({ dir: this.natsDir, logFile: this.logFile('nats') });
      return started(server.process);
    });
    this.natsUrl = server?.url ?? '';
    this.#record();
  }

  /** Where the embedded NATS keeps its streams. */
  get natsDir() {
    return join(this.dir, 'nats');
  }

  /** @param {ProcessName} name */
  logFile(name) {
    return join(this.dir, 'logs', `${name}.log`);
  }

  /** @param {number} [gatewayPort] */
  async #startServices(gatewayPort) {
    for (const name of SERVICE_NAMES) this.ports[name] = await freePort(name === 'gateway' ? gatewayPort : undefined);
    if (!existsSync(clockFile(this.dir))) writeFileSync(clockFile(this.dir), '0');
    await Promise.all(SERVICE_NAMES.map((name) => this.#supervise(name, () => this.#launchService(name))));
    this.#record();
  }

  /**
   * @param {ServiceName} name
   * @returns {Promise<ServerProcess>}
   */
  async #launchService(name) {
    const endWithUs = pathToFileURL(join(import.meta.dirname, 'end-with-supervisor.mjs')).href;
    return ServerProcess.start(process.execPath, ['--enable-source-maps', '--import', endWithUs, mainOf(name)], {
      env: serviceEnvironment(name, this),
      logFile: this.logFile(name),
      onLine: (line) => {
        const text = errorLine(line);
        if (text) this.#say(`[${name}] ${text}`);
      },
    });
  }

  /**
   * @param {ProcessName} name
   * @param {() => Promise<ServerProcess>} launch
   */
  async #supervise(name, launch) {
    const supervised = new Supervised(name, launch, { onChange: () => this.#record(), say: this.#say });
    this.#processes.set(name, supervised);
    await supervised.start();
  }

  #record() {
    if (!this.#claim.held) return;
    const processes = [...this.#processes].flatMap(([name, { process }]) =>
      process?.running ? [{ name, pid: process.pid, stamp: processStamp(process.pid) }] : [],
    );
    this.#claim.update({
      ...(this.ports.gateway ? { doing: 'running', url: this.url, urls: this.#urls() } : {}),
      databaseUrl: this.databaseUrl,
      natsUrl: this.natsUrl,
      processes,
    });
  }

  #urls() {
    return Object.fromEntries(SERVICE_NAMES.map((name) => [name, this.urlOf(name)]));
  }

  /**
   * Waits until a service says that it is ready.
   * @param {ServiceName} name
   * @throws {UserMessage} when it does not come up
   */
  async ready(name) {
    const until = Date.now() + READY_WITHIN_MS;
    while (!(await answers(`${this.urlOf(name)}/health/ready`))) {
      this.#signal?.throwIfAborted();
      const restarts = this.#processes.get(name)?.restarts ?? 0;
      if (Date.now() > until || restarts > 5) {
        throw new UserMessage(`The service “${name}” does not come up; see ${this.logFile(name)}`);
      }
      await sleep(50);
    }
  }

  /**
   * kill -9 of one process.
   * @param {ProcessName} name
   * @param {{ restart?: boolean }} [options] `restart: false` leaves it dead until {@link revive}
   */
  async kill(name, options) {
    await this.#process(name).kill(options);
  }

  /**
   * Starts a process that was killed with `restart: false`.
   * @param {ProcessName} name
   */
  async revive(name) {
    await this.#process(name).start();
  }

  /**
   * Stops a process in order and starts it again, e.g. after its code has changed.
   * @param {ProcessName} name
   */
  async restart(name) {
    const supervised = this.#process(name);
    await supervised.stop();
    await supervised.start();
  }

  /** Deletes the files of every stream under the running nats-server, as a broken disk would. */
  deleteStreams() {
    rmSync(join(this.natsDir, 'store'), { recursive: true, force: true });
  }

  /** @param {ProcessName} name */
  pidOf(name) {
    return this.#process(name).process?.pid;
  }

  /** Stops everything: the services first, then what they stand on. Leaves nothing running. */
  async stop() {
    await Promise.all(SERVICE_NAMES.map(async (name) => this.#processes.get(name)?.stop()));
    await Promise.all([
      this.#processes.get('nats')?.stop(),
      this.#processes.get('postgres')?.stop({ signal: 'SIGINT', patienceMs: 20_000 }),
    ]);
    this.#claim.release();
  }

  /** @param {ProcessName} name */
  #process(name) {
    const found = this.#processes.get(name);
    if (!found) throw new Error(`${name} is not run by this suite`);
    return found;
  }
}

/**
 * @param {ServerProcess | undefined} process
 * @returns {ServerProcess}
 */
function started(process) {
  if (!process) throw new Error('the server has not started');
  return process;
}

/**
 * @param {string} url
 * @returns {Promise<boolean>}
 */
async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
