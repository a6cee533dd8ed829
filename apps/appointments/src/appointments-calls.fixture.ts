import type { StaffActor } from '@app/common/auth/actor.js';
import type { EventDefinition } from '@app/common/messaging/definitions.js';
import { eventually } from '@app/common/testing/eventually.js';
import { TimerWorker } from '@app/common/timers/timer-worker.js';
import type { Clock } from '@app/common/time/clock.js';
import { PREFIX, type AppointmentsUnderTest } from './appointments-under-test.fixture.js';

/** What the service answered. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface CallOptions {
  readonly body?: object;
  readonly key?: string;
  readonly query?: Record<string, string>;
  /** Which process answers; the first unless told. */
  readonly process?: number;
}

/** The service over HTTP, its timers and what it has told, for specs. */
export class AppointmentsCalls {
  constructor(
    private readonly service: AppointmentsUnderTest,
    private readonly clock: Clock,
  ) {}

  /** A call as the console makes it; without an actor, as the portal does. */
  async send<T>(
    actor: StaffActor | null,
    method: 'GET' | 'POST',
    path: string,
    { body, key, query, process = 0 }: CallOptions = {},
  ): Promise<Answer<T>> {
    const app = this.service.apps[process];
    if (!app) throw new Error(`there is no process ${process}`);
    const headers: Record<string, string> = actor ? await this.service.sessions.headersFor(actor) : {};
    if (key !== undefined) headers['idempotency-key'] = key;
    const payload = method === 'POST' ? { payload: body ?? {} } : {};
    const answer = await app.inject({ method, url: `${PREFIX}${path}`, headers, query, ...payload });
    const json = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.payload,
      body: json ? answer.json<T>() : (undefined as T),
    };
  }

  /** Lets every timer of a kind act that is due by the clock; the service's own worker may be at some already. */
  async runTimers(kind: string): Promise<void> {
    await eventually(async () => {
      for (const app of this.service.apps) await app.get(TimerWorker).runDue();
      const due = await this.service.dataSource.query<{ key: string }[]>(
        'SELECT key FROM timer WHERE kind = $1 AND due_at <= $2',
        [kind, this.clock.now()],
      );
      if (due.length > 0) throw new Error(`still due: ${due.map(({ key }) => key).join(', ')}`);
    });
  }

  /** What has begun by the clock has ended: it would go on at a time that the next test has left. */
  async atRest(): Promise<void> {
    await eventually(async () => {
      const running = await this.service.dataSource.query<{ kind: string }[]>(
        'SELECT kind FROM timer WHERE leased_until > clock_timestamp()',
      );
      if (running.length > 0) throw new Error(`still at it: ${running.map(({ kind }) => kind).join(', ')}`);
    });
  }

  /** A recurring job comes round by the clock as it stands, whenever it would have come by itself. */
  async recurs(kind: string): Promise<void> {
    await eventually(async () => {
      const set = await this.service.dataSource.query<unknown[]>('SELECT 1 FROM timer WHERE kind = $1', [kind]);
      if (set.length === 0) throw new Error(`${kind} is not set yet`);
    });
    await this.service.dataSource.query('UPDATE timer SET due_at = $2 WHERE kind = $1', [kind, this.clock.now()]);
    await this.runTimers(kind);
  }

  /** Payloads of the events told so far about an aggregate. */
  async told<P extends object>(event: EventDefinition<P>, aggregateId: string): Promise<P[]> {
    const rows = await this.service.dataSource.query<{ payload: P }[]>(
      'SELECT payload FROM outbox WHERE subject = $1 AND aggregate_id = $2 ORDER BY seq',
      [event.subject, aggregateId],
    );
    return rows.map(({ payload }) => payload);
  }

  /** What the ledger says was done with an item, in order. */
  async done(itemType: string, itemId: string): Promise<string[]> {
    const rows = await this.service.dataSource.query<{ action: string }[]>(
      'SELECT action FROM ledger WHERE item_type = $1 AND item_id = $2 ORDER BY seq',
      [itemType, itemId],
    );
    return rows.map(({ action }) => action);
  }
}
