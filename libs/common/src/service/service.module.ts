import { type DynamicModule, Module, type OnApplicationShutdown, type Provider, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource, type MigrationInterface } from 'typeorm';
import { AUDIT_PROVIDERS } from '../audit/audit.providers.js';
import { AUTH_PROVIDERS } from '../auth/auth.providers.js';
import { SessionKeySource } from '../auth/session-keys.js';
import { BroughtInYears } from '../calendar/brought-in-years.js';
import { CalendarSource } from '../calendar/calendar-source.js';
import { DeclaredDays } from '../calendar/declared-days.js';
import { Recount } from '../calendar/recount.js';
import { SealedBox } from '../confidential/sealed-box.js';
import { HTTP_PROVIDERS } from '../http/http.providers.js';
import type { ServiceName } from '../messaging/definitions.js';
import { MESSAGING_PROVIDERS } from '../messaging/messaging.providers.js';
import { NatsConnectionHolder } from '../messaging/nats-connection.js';
import { SERVICE_NAME } from '../messaging/service-name.js';
import { CommonTables1763856000000 } from '../persistence/common-tables.migration.js';
import { databaseUrlFor } from '../persistence/data-source.js';
import { openDatabase } from '../persistence/open-database.js';
import { Clock } from '../time/clock.js';
import { officeClock } from '../time/office-clock.js';
import { DEFAULT_OFFICE_TIME_ZONE, OFFICE_TIME_ZONE } from '../time/office-time-zone.js';
import { TimerWorker } from '../timers/timer-worker.js';
import { Timers } from '../timers/timers.js';
import { HealthController } from './health.controller.js';

export interface ServiceOptions {
  readonly service: ServiceName;
  readonly entities: readonly (new () => object)[];
  /** The service's own; the common tables come before them. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Where session keys come from, unless they are asked for over NATS: the gateway has its own. */
  readonly sessionKeys?: Type<SessionKeySource>;
}

/** What every domain service stands on: its database, the messages, the timers, the ledger, the border. */
@Module({})
export class SunlineModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  /** Providers for the whole service, from the environment (docs/architecture.md lists the variables). */
  static forService({ service, entities, migrations, sessionKeys }: ServiceOptions): DynamicModule {
    const { env } = process;
    const providers: Provider[] = [
      { provide: SERVICE_NAME, useValue: service },
      { provide: OFFICE_TIME_ZONE, useValue: env.OFFICE_TIME_ZONE ?? DEFAULT_OFFICE_TIME_ZONE },
      { provide: Clock, useFactory: () => officeClock(env) },
      {
        provide: DataSource,
        useFactory: () =>
          openDatabase({
            service,
            url: databaseUrlFor(service, env),
            entities,
            migrations: [CommonTables1763856000000, ...migrations],
          }),
      },
      {
        provide: NatsConnectionHolder,
        useFactory: () => new NatsConnectionHolder(env.NATS_URL ?? 'nats://127.0.0.1:4222', `sunline-${service}`),
      },
      { provide: SealedBox, useFactory: () => new SealedBox(env.IDENTITY_KEY) },
      BroughtInYears,
      CalendarSource,
      DeclaredDays,
      Recount,
      Timers,
      TimerWorker,
      ...MESSAGING_PROVIDERS,
      ...HTTP_PROVIDERS,
      ...AUTH_PROVIDERS,
      ...(sessionKeys ? [sessionKeys, { provide: SessionKeySource, useExisting: sessionKeys }] : []),
      ...AUDIT_PROVIDERS,
    ];
    return {
      module: SunlineModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController],
      providers,
      exports: providers,
    };
  }

  /** Last of all: relay, consumer, timers and sealer have stopped by then. */
  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
