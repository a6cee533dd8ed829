import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Cron } from 'croner';
import { DataSource } from 'typeorm';
import { requestIdFrom, runInRequest } from '../http/request-id.js';
import { Wakeable } from '../messaging/wakeable.js';
import { markedMethods } from '../service/discover.js';
import { Clock } from '../time/clock.js';
import { OFFICE_TIME_ZONE } from '../time/office-time-zone.js';
import { ON_TIMER, RECURRING, type Recurrence, type TimerHandler } from './on-timer.js';

const POLL_MS = 250;
const BATCH = 10;
const LEASE_SECONDS = 60;
/** A timer that fails waits 1, 2, 4 … seconds, at most ten minutes. */
const LONGEST_RETRY_SECONDS = 600;
const RECURRING_KEY = 'recurring';

interface ClaimedTimer {
  kind: string;
  key: string;
  due_at: Date;
  payload: Record<string, unknown>;
  leased_until: string;
  attempts: number;
}

/**
 * Runs due timers. A claim is a lease, not a lock held while acting: whoever works on an item locks the item first and
 * its timers second, here as in the services, so that the two never wait for each other.
 */
@Injectable()
export class TimerWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(TimerWorker.name);
  private readonly pause = new Wakeable();
  private readonly handlers = new Map<string, TimerHandler>();
  private readonly recurrences = new Map<string, Cron>();
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(OFFICE_TIME_ZONE) private readonly timeZone: string,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { mark, call, name } of this.marked<string>(ON_TIMER)) this.register(mark, call, name);
    for (const { mark, call, name } of this.marked<Recurrence>(RECURRING)) {
      this.register(mark.kind, call, name);
      this.recurrences.set(mark.kind, new Cron(mark.cron, { timezone: this.timeZone, paused: true }));
    }
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.pause.wake();
    await this.running;
  }

  private marked<M>(mark: symbol) {
    return markedMethods<M>(mark, this.discovery, this.scanner, this.reflector);
  }

  private register(kind: string, call: (...args: never[]) => Promise<unknown>, name: string): void {
    if (this.handlers.has(kind)) throw new Error(`${name}: timers of kind ${kind} are taken twice`);
    this.handlers.set(kind, call as unknown as TimerHandler);
  }

  private async run(): Promise<void> {
    let recurrencesSet = false;
    while (!this.stopped) {
      try {
        if (!recurrencesSet) await this.setRecurrences();
        recurrencesSet = true;
        const claimed = await this.runDue();
        if (claimed < BATCH) await this.pause.sleep(POLL_MS);
      } catch (error) {
        this.logger.warn(`timers wait: ${String(error)}`);
        await this.pause.sleep(POLL_MS);
      }
    }
  }

  /**
   * Runs what is due now, side by side.
   * @returns how many timers were claimed
   */
  async runDue(): Promise<number> {
    const now = this.clock.now();
    const claimed = await this.claim(now);
    await Promise.all(claimed.map((timer) => this.act(timer, now)));
    return claimed.length;
  }

  private async claim(now: Date): Promise<ClaimedTimer[]> {
    // The lease runs on the database's time: a demo clock that jumps a week must not end it early.
    const [rows]: [ClaimedTimer[], number] = await this.dataSource.query(
      `UPDATE timer SET leased_until = clock_timestamp() + $2 * interval '1 second', attempts = attempts + 1
        WHERE (kind, key) IN (
          SELECT kind, key FROM timer
           WHERE due_at <= $1 AND kind = ANY($3) AND (leased_until IS NULL OR leased_until <= clock_timestamp())
           ORDER BY due_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
        RETURNING kind, key, due_at, payload, leased_until::text, attempts`,
      [now, LEASE_SECONDS, [...this.handlers.keys()]],
    );
    return rows;
  }

  private async act(timer: ClaimedTimer, now: Date): Promise<void> {
    const { kind, key, payload } = timer;
    const handler = this.handlers.get(kind);
    if (!handler) return;
    try {
      await runInRequest({ requestId: requestIdFrom(undefined), origin: `timer:${kind}` }, () =>
        this.dataSource.transaction(async (em) => {
          await handler(em, { kind, key, dueAt: timer.due_at, payload, now });
          const next = this.recurrences.get(kind)?.nextRun(now);
          // Only the row as it was claimed: the handler, or somebody else, may have set it anew.
          await em.query(
            next
              ? `UPDATE timer SET due_at = $4, leased_until = NULL, attempts = 0, last_error = NULL
                  WHERE kind = $1 AND key = $2 AND leased_until = $3::timestamptz`
              : 'DELETE FROM timer WHERE kind = $1 AND key = $2 AND leased_until = $3::timestamptz',
            next ? [kind, key, timer.leased_until, next] : [kind, key, timer.leased_until],
          );
        }),
      );
    } catch (error) {
      this.logger.error(`timer ${kind} ${key}, attempt ${timer.attempts}: ${describe(error)}`);
      await this.putOff(timer, error).catch(() => undefined); // Then the lease runs out by itself.
    }
  }

  private async putOff(timer: ClaimedTimer, error: unknown): Promise<void> {
    const seconds = Math.min(2 ** Math.min(timer.attempts - 1, 20), LONGEST_RETRY_SECONDS);
    await this.dataSource.query(
      `UPDATE timer SET leased_until = clock_timestamp() + $4 * interval '1 second', last_error = $5
        WHERE kind = $1 AND key = $2 AND leased_until = $3::timestamptz`,
      [timer.kind, timer.key, timer.leased_until, seconds, String(error)],
    );
  }

  private async setRecurrences(): Promise<void> {
    for (const [kind, cron] of this.recurrences) {
      const next = cron.nextRun(this.clock.now());
      if (!next) throw new Error(`Recurring timer ${kind} never comes`);
      await this.dataSource.query(
        `INSERT INTO timer (kind, key, due_at, payload) VALUES ($1, $2, $3, $4)
         ON CONFLICT (kind, key) DO UPDATE SET due_at = excluded.due_at, payload = excluded.payload
           WHERE timer.payload <> excluded.payload`,
        [kind, RECURRING_KEY, next, JSON.stringify({ cron: cron.getPattern() })],
      );
    }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
