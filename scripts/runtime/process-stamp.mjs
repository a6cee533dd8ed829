// @ts-check
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './error-code.mjs';

/**
 * What tells a process from a later one that was given the same pid: boot and start time.
 * @param {number} pid
 * @returns {string | null} null when no such process runs
 */
export function processStamp(pid) {
  if (!isAlive(pid)) return null;
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z') return null;
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return `${boot}:${fields[19]}`;
    } catch {
      return null;
    }
  }
  const asked =
    process.platform === 'win32'
      ? spawnSync('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`])
      : spawnSync('ps', ['-p', String(pid), '-o', 'lstart=']);
  return asked.stdout?.toString().trim() || null;
}

/**
 * The command line of a process, for telling whether a pid found in a file is still the server that wrote it.
 * @param {number} pid
 * @returns {string} empty when no such process runs
 */
export function commandLine(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  const asked =
    process.platform === 'win32'
      ? spawnSync('powershell', [
          '-NoProfile',
          '-Command',
          `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`,
        ])
      : spawnSync('ps', ['-p', String(pid), '-o', 'command=']);
  return asked.stdout?.toString().trim() ?? '';
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/**
 * Asks a process to end, and ends it when it does not.
 * @param {number} pid
 * @param {{ signal?: NodeJS.Signals, patienceMs?: number }} [how] the polite signal and how long to wait after it
 */
export async function endProcess(pid, { signal = 'SIGTERM', patienceMs = 8000 } = {}) {
  const stamp = processStamp(pid);
  if (stamp === null) return;
  sendSignal(pid, signal);
  const until = Date.now() + patienceMs;
  while (processStamp(pid) === stamp) {
    if (Date.now() > until) {
      sendSignal(pid, 'SIGKILL');
      while (processStamp(pid) === stamp) await sleep(20);
      return;
    }
    await sleep(20);
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
