// @ts-check
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../runtime/error-code.mjs';
import { endProcess, processStamp } from '../runtime/process-stamp.mjs';
import { UserMessage } from '../runtime/user-message.mjs';

/**
 * What stands in `state.json` while something runs from a runtime folder.
 * @typedef {{ name: string, pid: number, stamp: string | null }} RecordedProcess
 * @typedef {{ pid: number, stamp: string | null, doing: string, url?: string, urls?: Record<string, string>,
 *   databaseUrl?: string, natsUrl?: string, processes?: RecordedProcess[] }} State
 */

/**
 * The suite (or command) that runs from this folder now.
 * @param {string} dir
 * @returns {State | undefined}
 */
export function runningState(dir) {
  const state = readState(dir);
  return state && processStamp(state.pid) === state.stamp ? state : undefined;
}

/** The one holder of a runtime folder: only it may start servers on the folder's data. */
export class StateFile {
  /**
   * @param {string} dir
   * @param {State} state
   */
  constructor(dir, state) {
    this.dir = dir;
    this.state = state;
    this.held = false;
  }

  /**
   * Claims a runtime folder for this process and ends what a killed holder has left running, except PostgreSQL, which
   * is taken over.
   * @param {string} dir
   * @param {string} doing what for, in words
   * @returns {Promise<StateFile>}
   * @throws {UserMessage} when somebody holds it
   */
  static async claim(dir, doing) {
    const mine = new StateFile(dir, { pid: process.pid, stamp: processStamp(process.pid), doing });
    for (;;) {
      if (mine.#claimed()) return mine;
      const holder = runningState(dir);
      if (holder) throw new UserMessage(describe(holder));
      await endLeftOvers(readState(dir)?.processes ?? []);
      rmSync(fileOf(dir), { force: true });
    }
  }

  /** A link appears with its whole content or not at all, and only where nothing is. */
  #claimed() {
    const whole = `${fileOf(this.dir)}.${process.pid}`;
    writeFileSync(whole, JSON.stringify(this.state), { mode: 0o600 });
    try {
      linkSync(whole, fileOf(this.dir));
      this.held = true;
      return true;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      return false;
    } finally {
      rmSync(whole, { force: true });
    }
  }

  /** @param {Partial<State>} change */
  update(change) {
    Object.assign(this.state, change);
    const next = `${fileOf(this.dir)}.${process.pid}`;
    writeFileSync(next, JSON.stringify(this.state, null, 2), { mode: 0o600 });
    renameSync(next, fileOf(this.dir));
  }

  release() {
    this.held = false;
    rmSync(fileOf(this.dir), { force: true });
  }
}

/** @param {State} holder */
function describe({ doing, pid, url }) {
  return url
    ? `Sunline is already running at ${url} (process ${pid}). Stop it with Ctrl-C there, or: kill ${pid}`
    : `Sunline is ${doing} already (process ${pid}).`;
}

/** @param {RecordedProcess[]} processes */
async function endLeftOvers(processes) {
  const left = processes.filter(({ name, pid, stamp }) => name !== 'postgres' && stamp && processStamp(pid) === stamp);
  await Promise.all(left.map(({ pid }) => endProcess(pid)));
}

/**
 * @param {string} dir
 * @returns {State | undefined}
 */
function readState(dir) {
  try {
    return JSON.parse(readFileSync(fileOf(dir), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} dir */
function fileOf(dir) {
  return join(dir, 'state.json');
}
