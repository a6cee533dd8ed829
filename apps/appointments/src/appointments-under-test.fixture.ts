import { randomBytes } from 'node:crypto';
import { SessionKeySource } from '@app/common/auth/session-keys.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { CommonTables1763856000000 } from '@app/common/persistence/common-tables.migration.js';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { configureHttp, fastifyOptions } from '@app/common/http/configure-http.js';
import { NatsConnectionHolder } from '@app/common/messaging/nats-connection.js';
import { RequestClient } from '@app/common/messaging/request-client.js';
import { serviceDataSource } from '@app/common/persistence/data-source.js';
import { TEST_POOL, testDatabase } from '@app/common/testing/test-database.js';
import { TestSessions } from '@app/common/testing/test-sessions.js';
import { Clock } from '@app/common/time/clock.js';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { DirectoryUnderTest } from './accounts/directory.fixture.js';
import { APPOINTMENTS_ENTITIES, APPOINTMENTS_MIGRATIONS, AppointmentsModule } from './appointments.module.js';
import { APPOINTMENTS_PROBLEMS } from './problems.js';
import { RoomDesk } from './rooms/room-desk.js';
import { DEMO_ROOMS } from './seed/county/rooms.js';
import { writeSmallCounty } from './seed/small-county.fixture.js';

export const PREFIX = '/api/appointments';

const DATABASE = {
  service: 'appointments',
  entities: APPOINTMENTS_ENTITIES,
  migrations: [CommonTables1763856000000, ...APPOINTMENTS_MIGRATIONS],
} as const;

/** A room of the housing bureau, free until somebody books it. */
export const HOUSING_ROOM = DEMO_ROOMS.find((room) => room.unitId === DEMO_UNITS.housing)?.id ?? '';

export interface AppointmentsUnderTest {
  readonly dataSource: DataSource;
  /** One per process; `app.get(SlotFinder)`, or `app.inject` with paths under PREFIX. */
  readonly apps: readonly NestFastifyApplication[];
  /** Signs staff in, at any of the processes. */
  readonly sessions: TestSessions;
  /** The key all processes share. */
  readonly box: SealedBox;
  /** One desk per process: all work on the same database. */
  readonly desks: readonly RoomDesk[];
  /** Ends every process and starts as many anew on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The appointments service, as several processes on one database of the spec's own, with the small county (see
 * small-county.fixture.ts), its weeks published around the clock's time. The broker is out of reach; the directory
 * answers as in accounts/directory.fixture.ts.
 */
export async function appointmentsUnderTest(clock: Clock, processes = 1): Promise<AppointmentsUnderTest> {
  const database = await testDatabase(DATABASE);
  await writeSmallCounty(database.dataSource, clock.now());
  const sessions = await TestSessions.create();
  const box = new SealedBox(randomBytes(32).toString('base64'));
  const start = (): Promise<NestFastifyApplication[]> =>
    Promise.all(
      Array.from({ length: processes }, async () => {
        const own = new DataSource(serviceDataSource({ ...DATABASE, ...TEST_POOL, url: database.url }));
        return appointments(await own.initialize(), { clock, sessions, box });
      }),
    );
  let apps = await start();
  return {
    dataSource: database.dataSource,
    get apps() {
      return apps;
    },
    sessions,
    box,
    get desks() {
      return apps.map((app) => app.get(RoomDesk));
    },
    restart: async () => {
      for (const app of apps) await app.close();
      apps = await start();
    },
    close: async () => {
      for (const app of apps) await app.close();
      await database.close();
    },
  };
}

async function appointments(
  dataSource: DataSource,
  { clock, sessions, box }: { clock: Clock; sessions: TestSessions; box: SealedBox },
): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({ imports: [AppointmentsModule] })
    .overrideProvider(DataSource)
    .useValue(dataSource)
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(SealedBox)
    .useValue(box)
    .overrideProvider(SessionKeySource)
    .useValue(sessions)
    .overrideProvider(RequestClient)
    .useValue(new DirectoryUnderTest())
    .overrideProvider(NatsConnectionHolder)
    .useValue({ ready: false, get: () => new Promise(() => undefined) })
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(fastifyOptions({})), {
    logger: false,
  });
  app.setGlobalPrefix(PREFIX, { exclude: ['health/live', 'health/ready', 'metrics'] });
  configureHttp(app, { problems: APPOINTMENTS_PROBLEMS });
  return app.init();
}
