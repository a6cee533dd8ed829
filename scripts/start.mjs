// @ts-check
import { once } from 'node:events';
import { ensureBuilt } from './install/ensure-built.mjs';
import { ensureInstalled, requireNode } from './install/ensure-installed.mjs';
import { runtimeDir } from './runtime/paths.mjs';
import { stopSignal } from './runtime/stop-signal.mjs';
import { runScript, UserMessage } from './runtime/user-message.mjs';
import { reset } from './suite/reset.mjs';
import { runningState } from './suite/state-file.mjs';
import { Suite } from './suite/suite.mjs';
import { watch } from './suite/watch.mjs';
import { welcome } from './suite/welcome.mjs';

/**
 * `npm start`: installs, builds, starts PostgreSQL and NATS where none are given, and runs the suite until Ctrl-C.
 * `--reset` deletes the data first, `--watch` (npm run dev) builds and restarts what changes.
 */
await runScript(async () => {
  requireNode();
  const options = optionsOf(process.argv.slice(2));
  const dir = runtimeDir();
  refuseSecondStart(dir);
  await ensureInstalled();
  await ensureBuilt();
  if (options.reset) await reset(dir);

  const stopping = stopSignal();
  try {
    const suite = await Suite.start({ dir, gatewayPort: Number(process.env.PORT ?? 3000), signal: stopping });
    console.log(welcome(suite));
    const watching = options.watch ? watch(suite) : undefined;
    if (!stopping.aborted) await once(stopping, 'abort');
    console.log('\nStopping …');
    await watching?.stop();
    await suite.stop();
  } catch (error) {
    if (!stopping.aborted) throw error;
  }
  console.log('Stopped.');
});

/** @param {string[]} args */
function optionsOf(args) {
  const unknown = args.find((arg) => !['--reset', '--watch'].includes(arg));
  if (unknown)
    throw new UserMessage(`Unknown option ${unknown}. Options: --reset (begin afresh), --watch (rebuild on change)`);
  return { reset: args.includes('--reset'), watch: args.includes('--watch') };
}

/** @param {string} dir */
function refuseSecondStart(dir) {
  const state = runningState(dir);
  if (state?.url) throw new UserMessage(`Sunline is already running at ${state.url} (process ${state.pid}).`);
}
