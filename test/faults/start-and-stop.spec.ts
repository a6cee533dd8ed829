import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/install/ensure-built.mjs';
import { EmbeddedPostgres } from '../../scripts/runtime/embedded-postgres.mjs';
import { ROOT } from '../../scripts/runtime/paths.mjs';
import { processStamp } from '../../scripts/runtime/process-stamp.mjs';
import { StateFile } from '../../scripts/suite/state-file.mjs';
import { eventually } from '../../libs/common/src/testing/eventually.js';

jest.setTimeout(180_000);

interface State {
  readonly pid: number;
  readonly url: string;
  readonly processes: readonly { name: string; pid: number; stamp: string }[];
}

describe('npm start', () => {
  let dir: string;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    await ensureBuilt();
    const parent = join(ROOT, '.runtime', 'suites');
    mkdirSync(parent, { recursive: true });
    dir = mkdtempSync(join(parent, 'start-'));
    env = { ...process.env, SUNLINE_RUNTIME_DIR: dir, npm_lifecycle_event: '' };
    delete env.DATABASE_URL;
    delete env.NATS_URL;
  });
  afterAll(async () => {
    (await StateFile.claim(dir, 'clearing away')).release();
    await EmbeddedPostgres.remove(dir);
    await rm(dir, { recursive: true, force: true });
  });

  const state = (): State => JSON.parse(readFileSync(join(dir, 'state.json'), 'utf8'));
  const pidOf = (name: string): number => state().processes.find((each) => each.name === name)?.pid ?? 0;
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await eventually(() => expect(said).toContain('sunline is running'), { timeoutMs: 90_000 });
    return child;
  };
  const stop = async (child: ChildProcess): Promise<void> => {
    child.kill('SIGINT');
    await once(child, 'exit');
  };

  it('says so when it runs already, is at its commands’ service, and Ctrl-C leaves nothing running', async () => {
    const first = await start();
    const { url, processes } = state();
    expect((await fetch(`${url}/api/hotline/service-items`)).status).toBe(200);

    const second = spawnSync(process.execPath, ['scripts/start.mjs'], { cwd: ROOT, env });
    expect(second.status).not.toBe(0);
    expect(second.stderr.toString()).toContain(url);

    const replay = 'libs/common/src/messaging/replay.command.js';
    const listing = spawnSync(process.execPath, ['scripts/run-command.mjs', replay, '--list'], { cwd: ROOT, env });
    expect(listing.stdout.toString()).toContain('hotline: 0 set aside');

    await stop(first);
    expect(first.exitCode).toBe(0);
    expect(processes).toHaveLength(7);
    expect(processes.filter(({ pid, stamp }) => processStamp(pid) === stamp)).toEqual([]);
  });

  it('takes over the PostgreSQL that a killed start has left, and ends the rest', async () => {
    const killed = await start();
    const left = state().processes;
    const postgres = pidOf('postgres');
    killed.kill('SIGKILL');
    await once(killed, 'exit');

    const next = await start();
    expect(pidOf('postgres')).toBe(postgres);
    const others = left.filter(({ name }) => name !== 'postgres');
    expect(others.filter(({ pid, stamp }) => processStamp(pid) === stamp)).toEqual([]);
    await stop(next);
    expect(processStamp(postgres)).toBeNull();
  });
});
