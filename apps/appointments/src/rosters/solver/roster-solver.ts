import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';

/** How long and how exactly is looked for an answer. */
export interface SolverLimits {
  readonly seconds: number;
  /** Nodes of the search tree: unlike seconds they are the same on every machine. */
  readonly nodes: number;
  /** An answer proven to be so near the best one (0.01: one in a hundred) is good enough. */
  readonly gap: number;
}

export interface Solved {
  /** Variables that are not 0. */
  readonly values: ReadonlyMap<string, number>;
  /** Whether no better answer exists, within the gap. */
  readonly best: boolean;
}

interface ThreadAnswer {
  readonly status: string;
  readonly values: readonly (readonly [string, number])[];
}

const THREAD = new URL('./solver-thread.mjs', import.meta.url);
/** A programme without rules has nothing to look for. */
const PROVEN: ReadonlySet<string> = new Set(['Optimal', 'Empty']);
/** What the thread may take beyond the solver's own limit to load, read and answer. */
const OVERTIME_MS = 10_000;
/** Rosters are made a few times a month: the thread and its memory go when nobody asks. */
const IDLE_MS = 30_000;

/**
 * Answers mixed-integer programmes with HiGHS, one at a time and in a thread of its own: the service goes on
 * answering meanwhile, and a second question waits instead of taking the second core.
 */
@Injectable()
export class RosterSolver implements OnModuleDestroy {
  private readonly logger = new Logger(RosterSolver.name);
  private last: Promise<unknown> = Promise.resolve();
  private thread: Worker | null = null;
  private idle: NodeJS.Timeout | undefined;
  private closing = false;

  /**
   * @param program in CPLEX LP format
   * @param signal aborted when nobody waits for the answer any more
   * @returns the best answer found, which may be half an answer where it is not proven `best`; null where the thread
   *   failed or had to be ended, nobody waits any more, or the service is ending
   */
  solve(program: string, limits: SolverLimits, signal?: AbortSignal): Promise<Solved | null> {
    const next = this.last.then(() => this.ask(program, limits, signal));
    this.last = next;
    return next;
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    await this.end();
  }

  private async ask(program: string, limits: SolverLimits, signal?: AbortSignal): Promise<Solved | null> {
    if (this.closing || signal?.aborted) return null;
    clearTimeout(this.idle);
    this.thread ??= new Worker(THREAD);
    const answering = answerOf(this.thread);
    this.thread.postMessage({ program, ...limits }, []);
    const overtime = setTimeout(() => void this.end(), limits.seconds * 1000 + OVERTIME_MS);
    // The solver blocks its thread and listens to nobody: it is given up with it.
    const giveUp = (): void => void this.end();
    signal?.addEventListener('abort', giveUp);
    try {
      const answer = await answering;
      if (!answer) this.thread = null;
      else this.idle = setTimeout(() => void this.end(), IDLE_MS).unref();
      return answer && { values: new Map(answer.values), best: PROVEN.has(answer.status) };
    } catch (error) {
      this.logger.error(error, 'the solver’s thread failed');
      await this.end();
      return null;
    } finally {
      clearTimeout(overtime);
      signal?.removeEventListener('abort', giveUp);
    }
  }

  private async end(): Promise<void> {
    clearTimeout(this.idle);
    const { thread } = this;
    this.thread = null;
    await thread?.terminate();
  }
}

/** The thread's next answer; null where it ends before. */
function answerOf(thread: Worker): Promise<ThreadAnswer | null> {
  return new Promise((resolve, reject) => {
    const answered = (answer: ThreadAnswer): void => {
      leave();
      resolve(answer);
    };
    const failed = (error: unknown): void => {
      leave();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const ended = (): void => {
      leave();
      resolve(null);
    };
    const leave = (): void => {
      thread.off('message', answered).off('error', failed).off('exit', ended);
    };
    thread.on('message', answered).on('error', failed).on('exit', ended);
  });
}
