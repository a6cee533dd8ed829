// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {import('../runtime/server-process.mjs').ServerProcess} ServerProcess */

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
/** A process that has run this long is healthy: its next restart waits the short pause again. */
const HEALTHY_AFTER_MS = 20_000;

/** A process that is started again whenever it ends without being asked to. */
export class Supervised {
  /**
   * @param {string} name
   * @param {() => Promise<ServerProcess>} launch starts the process
   * @param {{ onChange: () => void, say: (text: string) => void }} tell `onChange` after each start and end
   */
  constructor(name, launch, { onChange, say }) {
    this.name = name;
    /** @type {ServerProcess | undefined} */
    this.process = undefined;
    this.restarts = 0;
    this.#launch = launch;
    this.#onChange = onChange;
    this.#say = say;
  }

  #launch;
  #onChange;
  #say;
  #wanted = false;
  #pauseMs = FIRST_PAUSE_MS;

  /** @type {Promise<void>} */
  #starting = Promise.resolve();

  async start() {
    this.#wanted = true;
    await this.#startOnce();
  }

  /** @param {{ signal?: NodeJS.Signals, patienceMs?: number }} [how] */
  async stop(how) {
    this.#wanted = false;
    await this.#starting.catch(() => undefined);
    await this.process?.stop(how);
  }

  /**
   * kill -9.
   * @param {{ restart?: boolean }} [options] `restart: false` leaves it dead until {@link start}
   */
  async kill({ restart = true } = {}) {
    this.#wanted = restart;
    await this.process?.stop({ signal: 'SIGKILL' });
  }

  #startOnce() {
    this.#starting = this.#launchAndWatch();
    return this.#starting;
  }

  async #launchAndWatch() {
    const startedAt = Date.now();
    const started = await this.#launch();
    this.process = started;
    this.#onChange();
    void started.exited.then((exit) => this.#afterExit(started, exit, Date.now() - startedAt));
  }

  /**
   * @param {ServerProcess} ended
   * @param {import('../runtime/server-process.mjs').Exit} exit
   * @param {number} ranMs
   */
  async #afterExit(ended, { code, signal }, ranMs) {
    this.#onChange();
    if (ranMs > HEALTHY_AFTER_MS) this.#pauseMs = FIRST_PAUSE_MS;
    while (this.#wanted && this.process === ended) {
      this.#say(`${this.name} has ended (${signal ?? `code ${code}`}); starting it again`);
      await sleep(this.#pauseMs);
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
      if (!this.#wanted) return;
      this.restarts++;
      try {
        await this.#startOnce();
      } catch (error) {
        this.#say(`${this.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}
