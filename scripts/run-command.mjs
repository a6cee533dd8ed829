// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './install/ensure-built.mjs';
import { ensureInstalled } from './install/ensure-installed.mjs';
import { run } from './install/run.mjs';
import { ROOT, runtimeDir } from './runtime/paths.mjs';
import { stopSignal } from './runtime/stop-signal.mjs';
import { runScript, UserMessage } from './runtime/user-message.mjs';
import { commonEnvironment } from './suite/services.mjs';
import { runningState } from './suite/state-file.mjs';
import { Suite } from './suite/suite.mjs';

const DOING = 'running a command';

/**
 * Runs one of the suite's commands (`npm run import` and its like) against the servers that `DATABASE_URL` and
 * `NATS_URL` name, those of the running suite, or embedded ones that are started for the time of the command.
 *
 *     node scripts/run-command.mjs apps/hotline/src/import/import.command.js FILE.xlsx
 */
await runScript(async () => {
  const [file = '', ...args] = process.argv.slice(2);
  await ensureInstalled();
  await ensureBuilt({ web: false });
  const command = join(ROOT, 'dist', file);
  if (!existsSync(command)) throw new UserMessage(`There is no command ${file}.`);

  const dir = runtimeDir();
  const signal = stopSignal();
  const holder = runningState(dir);
  // The servers of another command go when that one ends.
  const running = holder?.doing === DOING ? undefined : holder;
  const databaseUrl = process.env.DATABASE_URL || running?.databaseUrl;
  const natsUrl = process.env.NATS_URL || running?.natsUrl;
  if (databaseUrl && natsUrl) return await runIn({ dir, databaseUrl, natsUrl });
  const servers = await Suite.startServers({ dir, doing: DOING, signal });
  try {
    return await runIn(servers);
  } finally {
    await servers.stop();
  }

  /** @param {{ dir: string, databaseUrl: string, natsUrl: string }} suite */
  function runIn(suite) {
    // Paths in the arguments are meant from where the person stands; npm has changed to the root.
    const cwd = process.env.INIT_CWD ?? process.cwd();
    const env = commonEnvironment(suite);
    return run(process.execPath, ['--enable-source-maps', command, ...args], { cwd, env, signal });
  }
});
