import { isConnectionLost } from './connection-lost.js';

/** One of the things that a statement can do many of at once. */
export interface Batched {
  /** Two of the same are never in one statement. */
  readonly once: string;
}

interface Waiting<J, A> {
  readonly job: J;
  readonly done: (answer: A) => void;
  readonly failed: (reason: unknown) => void;
}

/** While one batch waits for the disk, the next is written. */
const TWO_AT_ONCE: BatchLimits = { sideBySide: 2, most: 64 };

export interface BatchLimits {
  /** Statements at work at the same time. */
  readonly sideBySide: number;
  /** The most jobs one statement takes. */
  readonly most: number;
}

/**
 * Gathers what comes while the database is busy with what came before, and does it with one statement and one commit
 * (ADR 0010). Who comes alone does not wait for anybody.
 */
export class Batches<J extends Batched, A> {
  private queue: Waiting<J, A>[] = [];
  private running = 0;
  private starting = false;

  /** @param run does the jobs in one transaction, all or none, and gives the answers in their order */
  constructor(
    private readonly run: (jobs: readonly J[]) => Promise<readonly A[]>,
    private readonly limits = TWO_AT_ONCE,
  ) {}

  /**
   * @throws what `run` threw for this job alone: a batch that is refused is done again one by one, so that nobody is
   *   refused for another's sake. Where the connection was lost nobody knows what became of the batch, and all are told.
   */
  do(job: J): Promise<A> {
    return new Promise((done, failed) => {
      this.queue.push({ job, done, failed });
      this.startSoon();
    });
  }

  /** After all that has arrived at the sockets by now has been read. */
  private startSoon(): void {
    if (this.starting || this.queue.length === 0 || this.running >= this.limits.sideBySide) return;
    this.starting = true;
    setImmediate(() => {
      this.starting = false;
      void this.work(this.next());
      this.startSoon();
    });
  }

  private next(): Waiting<J, A>[] {
    const seen = new Set<string>();
    const batch: Waiting<J, A>[] = [];
    const left: Waiting<J, A>[] = [];
    for (const waiting of this.queue) {
      const fits = batch.length < this.limits.most && !seen.has(waiting.job.once);
      (fits ? batch : left).push(waiting);
      seen.add(waiting.job.once);
    }
    this.queue = left;
    return batch;
  }

  private async work(batch: readonly Waiting<J, A>[]): Promise<void> {
    this.running += 1;
    try {
      await this.together(batch);
    } finally {
      this.running -= 1;
      this.startSoon();
    }
  }

  private async together(batch: readonly Waiting<J, A>[]): Promise<void> {
    try {
      const answers = await this.run(batch.map(({ job }) => job));
      for (const [i, answer] of answers.entries()) batch[i]?.done(answer);
    } catch (error) {
      if (batch.length === 1 || isConnectionLost(error)) for (const { failed } of batch) failed(error);
      else for (const waiting of batch) await this.together([waiting]);
    }
  }
}
