// @ts-check
import { watch as watchFolder } from 'node:fs';
import { join, sep } from 'node:path';
import { ROOT } from '../runtime/paths.mjs';
import { ServerProcess } from '../runtime/server-process.mjs';
import { SERVICE_NAMES } from './services.mjs';

/** Files of one build arrive in a burst; restart when it is over. */
const CALM_MS = 400;

/**
 * Rebuilds services and pages whenever a source changes, and restarts the services whose code has changed.
 * @param {import('./suite.mjs').Suite} suite
 * @returns {{ stop(): Promise<void> }}
 */
export function watch(suite) {
  const builders = [
    ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--watch', '--preserveWatchOutput'],
    ['scripts/build-web.mjs', '--watch'],
  ].map((args) =>
    ServerProcess.start(process.execPath, args, {
      cwd: ROOT,
      logFile: join(suite.dir, 'logs', 'build.log'),
      onLine: (line) => console.log(line),
    }),
  );
  /** @type {Set<string>} */
  const changed = new Set();
  /** @type {NodeJS.Timeout | undefined} */
  let calm;
  const watchers = ['apps', 'libs'].map((folder) =>
    watchFolder(join(ROOT, 'dist', folder), { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.js')) return;
      const app = file.split(sep)[0] ?? '';
      for (const name of folder === 'apps' ? [app] : SERVICE_NAMES) changed.add(name);
      clearTimeout(calm);
      calm = setTimeout(() => void restartChanged(), CALM_MS);
    }),
  );
  const restartChanged = async () => {
    const names = SERVICE_NAMES.filter((name) => changed.has(name));
    changed.clear();
    console.log(`Restarting ${names.join(', ')} …`);
    await Promise.all(names.map((name) => suite.restart(name)));
  };
  return {
    async stop() {
      clearTimeout(calm);
      for (const watcher of watchers) watcher.close();
      await Promise.all(builders.map((builder) => builder.stop()));
    },
  };
}
