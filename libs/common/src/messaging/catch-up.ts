import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ServiceUnavailable } from '../http/problem.js';
import { outboxFetch, outboxList, type OutboxEntry } from './catch-up.requests.js';
import { DeadLetters } from './dead-letters.js';
import { SERVICES, type ServiceName } from './definitions.js';
import { EventTaker, type RawEvent } from './event-taker.js';
import { Inbox } from './inbox.js';
import { RequestClient } from './request-client.js';
import { SERVICE_NAME } from './service-name.js';
import { Wakeable } from './wakeable.js';

const LIST_LIMIT = 1_000;
const FETCH_LIMIT = 100;

/** How often outboxes are compared, and from what age on a row should have come by the fast road. */
export interface CatchUpPace {
  readonly everyMs: number;
  readonly olderThanMs: number;
}
export const CATCH_UP_PACE = Symbol('catch-up-pace');
export const USUAL_CATCH_UP_PACE: CatchUpPace = { everyMs: 30_000, olderThanMs: 60_000 };

/**
 * Compares the owners' outboxes with this service's inbox, at start and regularly, and takes what was missed: a lost
 * stream, a restored broker or a new service heals itself this way.
 */
@Injectable()
export class CatchUp implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(CatchUp.name);
  private readonly pause = new Wakeable();
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(
    @Inject(SERVICE_NAME) private readonly service: ServiceName,
    @Inject(CATCH_UP_PACE) private readonly pace: CatchUpPace,
    private readonly dataSource: DataSource,
    private readonly inbox: Inbox,
    private readonly taker: EventTaker,
    private readonly deadLetters: DeadLetters,
    private readonly client: RequestClient,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.pause.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      for (const owner of SERVICES) {
        if (this.stopped) return;
        await this.compareQuietly(owner);
      }
      await this.pause.sleep(this.pace.everyMs);
    }
  }

  private async compareQuietly(owner: ServiceName): Promise<void> {
    try {
      const taken = await this.compare(owner);
      if (taken > 0) this.logger.warn(`caught up on ${taken} events of ${owner}`);
    } catch (error) {
      const silence = error instanceof ServiceUnavailable;
      if (!silence) this.logger.warn(`catching up with ${owner}: ${String(error)}`);
    }
  }

  /**
   * Compares this service's inbox with one owner's outbox.
   * @returns how many missed events were taken
   * @throws ServiceUnavailable if the owner does not answer
   */
  async compare(owner: ServiceName): Promise<number> {
    const subjects = this.taker.subjectsFrom(owner);
    if (owner === this.service || subjects.length === 0) return 0;
    let taken = 0;
    for (let afterSeq = await this.comparedUpTo(owner); !this.stopped;) {
      const { entries } = await this.client.ask(outboxList(owner), {
        afterSeq,
        subjects,
        olderThanMs: this.pace.olderThanMs,
        limit: LIST_LIMIT,
      });
      const last = entries.at(-1);
      if (!last) break;
      taken += await this.takeMissing(owner, entries);
      afterSeq = last.seq;
      await this.dataSource.query(
        `INSERT INTO catch_up (owner, last_seq) VALUES ($1, $2)
         ON CONFLICT (owner) DO UPDATE SET last_seq = excluded.last_seq`,
        [owner, afterSeq],
      );
    }
    return taken;
  }

  private async comparedUpTo(owner: ServiceName): Promise<string> {
    const [row]: { last_seq: string }[] = await this.dataSource.query(
      'SELECT last_seq FROM catch_up WHERE owner = $1',
      [owner],
    );
    return row?.last_seq ?? '0';
  }

  private async takeMissing(owner: ServiceName, entries: OutboxEntry[]): Promise<number> {
    const missing = new Set(
      await this.inbox.missing(
        this.dataSource.manager,
        entries.map((entry) => entry.id),
      ),
    );
    const ids = entries.map((entry) => entry.id).filter((id) => missing.has(id));
    for (let start = 0; start < ids.length; start += FETCH_LIMIT) {
      const { events } = await this.client.ask(outboxFetch(owner), { ids: ids.slice(start, start + FETCH_LIMIT) });
      for (const event of events)
        await this.takeOne({ ...event, occurredAt: new Date(event.occurredAt), requestId: event.requestId });
    }
    return ids.length;
  }

  private async takeOne(event: RawEvent): Promise<void> {
    try {
      await this.taker.take(event);
    } catch (error) {
      await this.deadLetters.setAside(event, error);
    }
  }
}
