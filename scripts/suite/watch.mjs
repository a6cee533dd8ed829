// @ts-check
import { watch as watchFolder } from 'node:fs';
import { join, sep } from 'node:path';
import { run } from '../install/run.mjs';
import { ROOT } from '../runtime/paths.mjs';
import { ServerProcess } from '../runtime/server-process.mjs';
import { SERVICE_NAMES } from './services.mjs';

/** Files of one build or one save arrive in a burst; act when it is over. */
const CALM_MS = 400;

/**
 * Rebuilds services and pages whenever a source changes, and restarts the services whose code has changed.
 * @param {import('./suite.mjs').Suite} suite
 * @returns {{ stop(): Promise<void> }}
 */
export function watch(suite) {
  const compiler = ServerProcess.start(
    process.execPath,
    ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--watch', '--preserveWatchOutput'],
    { cwd: ROOT, logFile: join(suite.dir, 'logs', 'build.log'), onLine: (line) => console.log(line) },
  );
  /** @type {Set<string>} */
  const changed = new Set();
  const restartChanged = burst(async () => {
    const names = SERVICE_NAMES.filter((name) => changed.has(name));
    changed.clear();
    console.log(`Restarting ${names.join(', ')} …`);
    await Promise.all(names.map((name) => suite.restart(name)));
  });
  const buildWeb = burst(async () => {
    console.log('Building web …');
    await run(process.execPath, ['scripts/build-web.mjs'], { quiet: true });
  });
  const compiled = (/** @type {string} */ folder, /** @type {string} */ file) => {
    if (!file.endsWith('.js')) return;
    for (const name of folder === 'apps' ? file.split(sep, 1) : SERVICE_NAMES) changed.add(name);
    restartChanged();
  };
  const watchers = [
    watchFolder(join(ROOT, 'dist', 'apps'), { recursive: true }, (_event, file) => file && compiled('apps', file)),
    watchFolder(join(ROOT, 'dist', 'libs'), { recursive: true }, (_event, file) => file && compiled('libs', file)),
    watchFolder(join(ROOT, 'web'), { recursive: true }, () => buildWeb()),
  ];
  return {
    async stop() {
      for (const watcher of watchers) watcher.close();
      await compiler.stop();
    },
  };
}

/**
 * Does something once after a burst of calls, and never twice at a time.
 * @param {() => Promise<void>} work
 * @returns {() => void}
 */
function burst(work) {
  /** @type {NodeJS.Timeout | undefined} */
  let calm;
  let last = Promise.resolve();
  return () => {
    clearTimeout(calm);
    calm = setTimeout(() => {
      last = last.then(work).catch((error) => console.error(error));
    }, CALM_MS);
  };
}
