import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/install/ensure-built.mjs';
import { EmbeddedPostgres } from '../../scripts/runtime/embedded-postgres.mjs';
import { ROOT } from '../../scripts/runtime/paths.mjs';
import { clockFile } from '../../scripts/suite/services.mjs';
import { runningState, StateFile } from '../../scripts/suite/state-file.mjs';
import { Suite } from '../../scripts/suite/suite.mjs';
import { ApiClient } from './api-client.js';
import { bringInNextYear } from './next-year.js';
import { moveSuiteClock, suiteClockOffset } from './suite-clock.js';

export type ProcessName = Parameters<Suite['kill']>[0];

/** The whole suite as processes from `dist/`, with servers and data of its own, for one spec file. */
export class RunningSuite {
  private constructor(
    readonly suite: Suite,
    private readonly dir: string,
  ) {}

  /** Builds what has changed, starts everything and waits until it is ready. */
  static async start(): Promise<RunningSuite> {
    await ensureBuilt();
    const parent = join(ROOT, '.runtime', 'suites');
    await mkdir(parent, { recursive: true });
    await sweepKilledRuns(parent);
    const dir = mkdtempSync(join(parent, 'suite-'));
    const suite = await Suite.start({ dir, durable: false, say: () => undefined });
    await bringInNextYear(suite.url);
    return new RunningSuite(suite, dir);
  }

  get url(): string {
    return this.suite.url;
  }

  get clockFile(): string {
    return clockFile(this.dir);
  }

  signIn(name: string): Promise<ApiClient> {
    return ApiClient.signedIn(this.url, name);
  }

  /** A citizen: no account. */
  citizen(): ApiClient {
    return new ApiClient(this.url);
  }

  /** kill -9; it stays dead until {@link revive}. */
  kill(name: ProcessName): Promise<void> {
    return this.suite.kill(name, { restart: false });
  }

  revive(name: ProcessName): Promise<void> {
    return this.suite.revive(name);
  }

  /** kill -9; the supervisor starts it again by itself. */
  killAndHeal(name: ProcessName): Promise<void> {
    return this.suite.kill(name);
  }

  /** Deletes the files of every stream under the running nats-server. */
  deleteStreams(): void {
    this.suite.deleteStreams();
  }

  /** Moves the suite's clock on. Timers that are due by then act soon after. */
  travel({ hours }: { hours: number }): void {
    moveSuiteClock(this.clockFile, hours * 3_600_000);
  }

  /** The office's time as the suite's clock shows it. */
  now(): Date {
    return new Date(Date.now() + suiteClockOffset(this.clockFile));
  }

  /** The database of one service, for counting what is there. */
  databaseUrl(service: string): string {
    return `${this.suite.databaseUrl}_${service}`;
  }

  async stop(): Promise<void> {
    await this.suite.stop();
    await EmbeddedPostgres.remove(this.dir);
    await rm(this.dir, { recursive: true, force: true });
  }
}

/** A folder without a holder is older than this when nobody can be about to start a suite in it. */
const ABANDONED_AFTER_MS = 10 * 60_000;

/** Servers and data of runs that were killed. */
async function sweepKilledRuns(parent: string): Promise<void> {
  for (const entry of readdirSync(parent)) {
    const dir = join(parent, entry);
    if (runningState(dir)) continue;
    const wasHeld = existsSync(join(dir, 'state.json'));
    if (!wasHeld && Date.now() - statSync(dir).mtimeMs < ABANDONED_AFTER_MS) continue;
    const claim = await StateFile.claim(dir, 'clearing away');
    await EmbeddedPostgres.remove(dir);
    claim.release();
    await rm(dir, { recursive: true, force: true });
  }
}
