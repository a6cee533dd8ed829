import { randomBytes } from 'node:crypto';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import type { StaffActor } from '@app/common/auth/actor.js';
import { SessionKeySource } from '@app/common/auth/session-keys.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import type { Unit, UnitList } from '@app/common/contracts/requests.js';
import { configureHttp, fastifyOptions } from '@app/common/http/configure-http.js';
import type { EventDefinition } from '@app/common/messaging/definitions.js';
import { EventTaker } from '@app/common/messaging/event-taker.js';
import { NatsConnectionHolder } from '@app/common/messaging/nats-connection.js';
import { RequestClient } from '@app/common/messaging/request-client.js';
import { CommonTables1763856000000 } from '@app/common/persistence/common-tables.migration.js';
import { serviceDataSource } from '@app/common/persistence/data-source.js';
import { newId } from '@app/common/persistence/id.js';
import { eventually } from '@app/common/testing/eventually.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { TEST_POOL, testDatabase, type TestDatabase } from '@app/common/testing/test-database.js';
import { staff, TestSessions } from '@app/common/testing/test-sessions.js';
import { Clock } from '@app/common/time/clock.js';
import { TimerWorker } from '@app/common/timers/timer-worker.js';
import { CLOCK_TIMER } from '../clocks/clocks.js';
import { HOTLINE_DATABASE, HotlineModule } from '../hotline.module.js';
import { HOTLINE_PROBLEMS } from '../problems.js';
import { ServiceItem } from '../service-items/service-item.entity.js';

export const PREFIX = '/api/hotline';
/** A Monday morning. */
export const MONDAY_NINE = '2026-11-23T09:00:00+08:00';

const DATABASE = {
  ...HOTLINE_DATABASE,
  migrations: [CommonTables1763856000000, ...HOTLINE_DATABASE.migrations],
};

/** People of the demo county, one for each post. */
export const PEOPLE = {
  operator: staff('operator', { unitId: DEMO_UNITS.hotline }),
  supervisor: staff('supervisor', { unitId: DEMO_UNITS.hotline }),
  handler: staff('handler', { unitId: DEMO_UNITS.housing }),
  head: staff('unit_head', { unitId: DEMO_UNITS.housing }),
  stranger: staff('handler', { unitId: DEMO_UNITS.labour }),
  inspector: staff('inspector', { unitId: DEMO_UNITS.commission }),
  leader: staff('leader', { unitId: DEMO_UNITS.leadership }),
} as const satisfies Record<string, StaffActor>;

/** What the service answered. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, unknown>>;
}

/**
 * The whole hotline service on a database of its own, its clock in the spec's hand. Real: PostgreSQL, HTTP by inject,
 * guards, timers. Stood in for: the broker (out of reach; events are handed to the inbox), the gateway's directory and
 * its session keys.
 */
export class HotlineUnderTest {
  private constructor(
    readonly database: TestDatabase,
    readonly clock: FakeClock,
    readonly sessions: TestSessions,
    readonly box: SealedBox,
    public app: NestFastifyApplication,
    public dataSource: DataSource,
  ) {}

  static async start(): Promise<HotlineUnderTest> {
    const opened = await testDatabase(DATABASE);
    await opened.dataSource
      .getRepository(ServiceItem)
      .insert([
        item('road-damage', 'help', 5, 'usual'),
        item('social-insurance', 'consultation', 3, 'usual'),
        item('gas-leak', 'help', 1, 'danger'),
      ]);
    const clock = new FakeClock(MONDAY_NINE);
    const sessions = await TestSessions.create();
    const box = new SealedBox(randomBytes(32).toString('base64'));
    const app = await hotline(opened.dataSource, clock, sessions, box);
    return new HotlineUnderTest(opened, clock, sessions, box, app, opened.dataSource);
  }

  /** Ends the process and starts it anew on the same database. */
  async restart(): Promise<void> {
    await this.app.close();
    const options = serviceDataSource({ ...DATABASE, ...TEST_POOL, url: this.database.url });
    this.dataSource = await new DataSource(options).initialize();
    this.app = await hotline(this.dataSource, this.clock, this.sessions, this.box);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }

  /** A call as the console makes it; without an actor, as the portal does. */
  async send<T>(
    actor: StaffActor | null,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    {
      body,
      version,
      key,
      query,
    }: { body?: object; version?: number; key?: string; query?: Record<string, string> } = {},
  ): Promise<Answer<T>> {
    const headers: Record<string, string> = actor ? await this.sessions.headersFor(actor) : {};
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    if (key !== undefined) headers['idempotency-key'] = key;
    const response = await this.app
      .getHttpAdapter()
      .getInstance()
      .inject({ method, url: `${PREFIX}${path}`, headers, query, ...(body ? { payload: body } : {}) });
    return {
      status: response.statusCode,
      headers: response.headers,
      body: response.json<T>(),
    };
  }

  /** An event of another service, as the consumer hands it over. */
  async hear<P extends object>(
    event: EventDefinition<P>,
    aggregateId: string,
    payload: P,
    id = newId(),
  ): Promise<void> {
    const travelled: object = JSON.parse(JSON.stringify(payload));
    await this.app.get(EventTaker).take({
      id,
      subject: event.subject,
      aggregateId,
      // The database's clock, which a moved clock of the office does not move.
      occurredAt: new Date(0),
      requestId: undefined,
      payload: travelled,
    });
  }

  /** Lets every timer act that is due by the clock; the service's own worker may be at some of them already. */
  async runTimers(): Promise<void> {
    await eventually(async () => {
      await this.app.get(TimerWorker).runDue();
      const due = await this.dataSource.query<{ key: string }[]>(
        'SELECT key FROM timer WHERE kind = $1 AND due_at <= $2',
        [CLOCK_TIMER, this.clock.now()],
      );
      if (due.length > 0) throw new Error(`still due: ${due.map(({ key }) => key).join(', ')}`);
    });
  }

  /** Payloads of the events told so far about an aggregate. */
  async told<P extends object>(event: EventDefinition<P>, aggregateId: string): Promise<P[]> {
    const rows = await this.dataSource.query<{ payload: P }[]>(
      'SELECT payload FROM outbox WHERE subject = $1 AND aggregate_id = $2 ORDER BY seq',
      [event.subject, aggregateId],
    );
    return rows.map(({ payload }) => payload);
  }
}

async function hotline(
  dataSource: DataSource,
  clock: Clock,
  sessions: TestSessions,
  box: SealedBox,
): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({ imports: [HotlineModule] })
    .overrideProvider(DataSource)
    .useValue(dataSource)
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(SealedBox)
    .useValue(box)
    .overrideProvider(SessionKeySource)
    .useValue(sessions)
    .overrideProvider(NatsConnectionHolder)
    .useValue({ ready: false, get: () => new Promise(() => undefined) })
    .overrideProvider(RequestClient)
    .useValue({ ask: (): Promise<UnitList> => Promise.resolve({ units: UNITS }) })
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(fastifyOptions({})), {
    logger: false,
  });
  app.setGlobalPrefix(PREFIX, { exclude: ['health/live', 'health/ready', 'metrics'] });
  configureHttp(app, { problems: HOTLINE_PROBLEMS });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

const unit = (id: string, kind: Unit['kind'], nameZh: string, active = true): Unit => ({
  id,
  code: nameZh,
  nameZh,
  nameEn: nameZh,
  kind,
  address: '',
  phone: '',
  active,
});
const UNITS: Unit[] = [
  unit(DEMO_UNITS.hotline, 'hotline', '热线'),
  unit(DEMO_UNITS.housing, 'unit', '住建局'),
  unit(DEMO_UNITS.labour, 'unit', '人社局'),
  unit(DEMO_UNITS.transport, 'unit', '交通局', false),
];

const item = (
  code: string,
  kind: ServiceItem['kind'],
  replyLimitDays: number,
  urgency: ServiceItem['urgency'],
): ServiceItem => ({ code, nameZh: code, nameEn: code, kind, replyLimitDays, urgency, leadUnitId: DEMO_UNITS.housing });
