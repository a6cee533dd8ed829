import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../../scripts/runtime/paths.mjs';

/** `npm run import` of one file as a process group of its own, which can be killed whole. */
export class ImportCommand {
  /** What it has said so far, on both streams. */
  said = '';
  private readonly child: ChildProcess;
  private readonly exited: Promise<unknown[]>;

  /**
   * @param runtimeDir the folder of the suite it is run for
   * @param args the file and its options
   */
  constructor(runtimeDir: string, ...args: string[]) {
    const script = ['scripts/run-command.mjs', 'apps/hotline/src/import/import.command.js', '--lang', 'en', ...args];
    const env: NodeJS.ProcessEnv = { ...process.env, SUNLINE_RUNTIME_DIR: runtimeDir, npm_lifecycle_event: '' };
    delete env.DATABASE_URL;
    delete env.NATS_URL;
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    this.child = spawn(process.execPath, script, { cwd: ROOT, env, detached: true, stdio: [...stdio] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    }
    this.exited = once(this.child, 'close');
  }

  /** kill -9 of the command and of what it has started. */
  async kill(): Promise<void> {
    process.kill(-Number(this.child.pid), 'SIGKILL');
    await this.exited;
  }

  /** Waits for its end and gives its exit code. */
  async ended(): Promise<number | null> {
    await this.exited;
    return this.child.exitCode;
  }
}

/**
 * Invented requests as a list to import; every tenth is not replied to yet.
 * @param rows how many
 */
export function inventedRequests(rows: number): string {
  const heading = '留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间';
  const lines = Array.from({ length: rows }, (_, n) => {
    const reply = n % 10 === 0 ? ',' : '已派人处理，请放心。,2025/3/12 16:00:00';
    return `${n + 1},S${n + 1},第${n + 1}号路灯不亮,2025/3/10 9:00:00,幸福路第${n + 1}号路灯已经三天不亮。,${reply}`;
  });
  return [heading, ...lines].join('\n');
}
