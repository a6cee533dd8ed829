import { DataSource } from 'typeorm';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { databaseUrlFor, serviceDataSource } from '@app/common/persistence/data-source.js';
import { openDatabase } from '@app/common/persistence/open-database.js';
import { CommonTables1763856000000 } from '@app/common/persistence/common-tables.migration.js';
import { officeClock } from '@app/common/time/office-clock.js';
import { DEFAULT_OFFICE_TIME_ZONE } from '@app/common/time/office-time-zone.js';
import { HOTLINE_DATABASE } from '../hotline.module.js';
import { hotlineSettings, type HotlineSettings } from '../hotline.settings.js';

/** What a command of the hotline works with: no server, no consumers, no timers, only the database. */
export interface OpenHotline {
  readonly dataSource: DataSource;
  readonly calendar: WorkingCalendar;
  readonly settings: HotlineSettings;
}

export function officeTimeZone(env: NodeJS.ProcessEnv): string {
  return env.OFFICE_TIME_ZONE ?? DEFAULT_OFFICE_TIME_ZONE;
}

/**
 * Opens the hotline's database as the service does, with its tables up to date.
 * @throws the driver's error when the server is out of reach
 */
export async function openHotline(env: NodeJS.ProcessEnv): Promise<OpenHotline> {
  // A service waits for its server; a person at a terminal is told at once that there is none.
  await (await connectToHotline(env))?.destroy();
  const dataSource = await openDatabase({
    ...HOTLINE_DATABASE,
    migrations: [CommonTables1763856000000, ...HOTLINE_DATABASE.migrations],
    url: databaseUrlFor('hotline', env),
  });
  const source = new CalendarSource(dataSource, officeTimeZone(env), officeClock(env));
  await source.reload(dataSource.manager);
  return { dataSource, calendar: source.current(), settings: hotlineSettings(env.HOTLINE_SETTINGS) };
}

const NO_SUCH_DATABASE = '3D000';

/** Connects to the hotline's database as it is, creating nothing; `null` where it does not exist or has no tables. */
export async function connectToHotline(env: NodeJS.ProcessEnv): Promise<DataSource | null> {
  const url = databaseUrlFor('hotline', env);
  const dataSource = new DataSource(serviceDataSource({ ...HOTLINE_DATABASE, url, poolSize: 1 }));
  try {
    await dataSource.initialize();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NO_SUCH_DATABASE) return null;
    throw error;
  }
  const [found] = await dataSource.query<{ tables: boolean }[]>(
    `SELECT to_regclass('ticket') IS NOT NULL AND to_regclass('category') IS NOT NULL AS tables`,
  );
  if (found?.tables) return dataSource;
  await dataSource.destroy();
  return null;
}
