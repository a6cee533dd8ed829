// @ts-check
import { spawn } from 'node:child_process';
import { ROOT } from '../runtime/paths.mjs';

/**
 * Runs a program in the repository's root, its output on the terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, cwd?: string, signal?: AbortSignal }} [options] `quiet` keeps the
 *   output back unless the program fails; `signal` ends the program
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, { env = process.env, quiet = false, cwd = ROOT, signal } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? 'pipe' : 'inherit';
    const child = spawn(command, args, { cwd, env, signal, stdio: ['ignore', stdio, stdio] });
    /** @type {Buffer[]} */
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
    child.once('error', (error) => {
      if (signal?.aborted) return;
      console.error(`cannot run ${command}: ${error.message}`);
      resolve(127);
    });
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs npm, on every system.
 * @param {string[]} args
 */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args]);
  return process.platform === 'win32' ? run('cmd', ['/d', '/s', '/c', 'npm', ...args]) : run('npm', args);
}
