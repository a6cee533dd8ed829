// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, processStamp } from './process-stamp.mjs';

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null }} Exit */

/**
 * A server process: one that was started here, or one left over from a killed start that is taken over. It has a
 * process group of its own, so that Ctrl-C reaches the supervisor alone and the order of stopping is the supervisor's.
 */
export class ServerProcess {
  /**
   * @param {number} pid
   * @param {Promise<Exit>} exited
   */
  constructor(pid, exited) {
    this.pid = pid;
    /** Resolves when the process has ended, however it did. */
    this.exited = exited;
    this.running = true;
    void exited.then(() => (this.running = false));
  }

  /**
   * @param {string} command
   * @param {string[]} args
   * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, logFile: string, uid?: number, gid?: number,
   *   onLine?: (line: string) => void }} options `onLine` sees each line the process prints; without it the process
   *   writes to its log by itself and goes on when the supervisor is killed
   * @returns {ServerProcess}
   */
  static start(command, args, { env = process.env, cwd, logFile, uid, gid, onLine }) {
    mkdirSync(dirname(logFile), { recursive: true });
    const log = openSync(logFile, 'a');
    const child = spawn(command, args, {
      env,
      cwd,
      uid,
      gid,
      detached: process.platform !== 'win32',
      stdio: ['ignore', onLine ? 'pipe' : log, onLine ? 'pipe' : log],
      windowsHide: true,
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream || !onLine) continue;
      stream.on('data', (chunk) => writeSync(log, chunk));
      eachLine(stream, onLine);
    }
    /** @type {Promise<Exit>} */
    const exited = new Promise((resolve) => {
      child.once('error', (error) => {
        onLine?.(`cannot start ${command}: ${error.message}`);
        resolve({ code: 127, signal: null });
      });
      child.once('exit', (code, signal) => resolve({ code, signal }));
      child.once('close', () => closeSync(log));
    });
    return new ServerProcess(child.pid ?? -1, exited);
  }

  /**
   * Takes over a process that somebody else started.
   * @param {number} pid
   * @returns {ServerProcess}
   */
  static adopt(pid) {
    const stamp = processStamp(pid);
    return new ServerProcess(pid, watchUntilGone(pid, stamp));
  }

  /**
   * @param {{ signal?: NodeJS.Signals, patienceMs?: number }} [how]
   */
  async stop(how) {
    if (this.running) await endProcess(this.pid, how);
    await this.exited;
  }
}

/**
 * @param {number} pid
 * @param {string | null} stamp
 * @returns {Promise<Exit>}
 */
async function watchUntilGone(pid, stamp) {
  if (stamp === null) return { code: null, signal: null };
  while (processStamp(pid) === stamp) await sleep(250);
  return { code: null, signal: null };
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => void} onLine
 */
function eachLine(stream, onLine) {
  let rest = '';
  const decoder = new StringDecoder('utf8');
  stream.on('data', (/** @type {Buffer} */ chunk) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  stream.on('end', () => rest && onLine(rest));
}
