import { randomBytes } from 'node:crypto';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { CommonTables1763856000000 } from '@app/common/persistence/common-tables.migration.js';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { configureHttp, fastifyOptions } from '@app/common/http/configure-http.js';
import { NatsConnectionHolder } from '@app/common/messaging/nats-connection.js';
import { serviceDataSource } from '@app/common/persistence/data-source.js';
import { testDatabase } from '@app/common/testing/test-database.js';
import { Clock } from '@app/common/time/clock.js';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { APPOINTMENTS_ENTITIES, APPOINTMENTS_MIGRATIONS, AppointmentsModule } from './appointments.module.js';
import { RoomDesk } from './rooms/room-desk.js';
import { DEMO_ROOMS, DEMO_SITES } from './seed/demo-rooms.js';
import { Room } from './rooms/room.entity.js';
import { Site } from './sites/site.entity.js';

const DATABASE = {
  service: 'appointments',
  entities: APPOINTMENTS_ENTITIES,
  migrations: [CommonTables1763856000000, ...APPOINTMENTS_MIGRATIONS],
} as const;

/** A room of the housing bureau, free until somebody books it. */
export const HOUSING_ROOM = DEMO_ROOMS.find((room) => room.unitId === DEMO_UNITS.housing)?.id ?? '';

export interface AppointmentsUnderTest {
  readonly dataSource: DataSource;
  /** One desk per process: all work on the same database. */
  readonly desks: readonly RoomDesk[];
  close(): Promise<void>;
}

/** The appointments service, as several processes on one database of the spec's own. The broker is out of reach. */
export async function appointmentsUnderTest(clock: Clock, processes = 1): Promise<AppointmentsUnderTest> {
  const database = await testDatabase(DATABASE);
  await database.dataSource.getRepository(Site).insert([...DEMO_SITES]);
  await database.dataSource.getRepository(Room).insert([...DEMO_ROOMS]);
  const apps = await Promise.all(
    Array.from({ length: processes }, async () => {
      const own = new DataSource(serviceDataSource({ ...DATABASE, url: database.url, poolSize: 8 }));
      return appointments(await own.initialize(), clock);
    }),
  );
  return {
    dataSource: database.dataSource,
    desks: apps.map((app) => app.get(RoomDesk)),
    close: async () => {
      for (const app of apps) await app.close();
      await database.close();
    },
  };
}

async function appointments(dataSource: DataSource, clock: Clock): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({ imports: [AppointmentsModule] })
    .overrideProvider(DataSource)
    .useValue(dataSource)
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(SealedBox)
    .useValue(new SealedBox(randomBytes(32).toString('base64')))
    .overrideProvider(NatsConnectionHolder)
    .useValue({ ready: false, get: () => new Promise(() => undefined) })
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(fastifyOptions({})), {
    logger: false,
  });
  configureHttp(app);
  return app.init();
}
