import type { DataSourceOptions, MigrationInterface } from 'typeorm';
import type { ServiceName } from '../messaging/definitions.js';
import { SnakeNaming } from './snake-naming.js';

export interface ServiceDatabase {
  readonly service: ServiceName;
  readonly url: string;
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Connections this process may open. */
  readonly poolSize?: number;
  /** How long one waits for a connection, 5 s unless told: then the caller is asked to come again. */
  readonly connectionWaitMs?: number;
}

/**
 * The database of one service: `<base>_<service>` on the server that `DATABASE_URL` names, unless
 * `<SERVICE>_DATABASE_URL` names another.
 * @throws Error if neither variable is set
 */
export function databaseUrlFor(service: ServiceName, env: NodeJS.ProcessEnv): string {
  const own = env[`${service.toUpperCase()}_DATABASE_URL`];
  if (own) return own;
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set');
  const url = new URL(env.DATABASE_URL);
  const base = url.pathname.slice(1) || 'sunline';
  url.pathname = `/${base}_${service}`;
  return url.toString();
}

/** How long a statement or an idle transaction may take; catch-up relies on no transaction outliving its minute. */
const LONGEST_STATEMENT_MS = 20_000;

export function serviceDataSource(database: ServiceDatabase): DataSourceOptions {
  return {
    type: 'postgres',
    url: database.url,
    entities: [...database.entities],
    migrations: [...database.migrations],
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    synchronize: false,
    poolSize: database.poolSize ?? 16,
    applicationName: `sunline-${database.service}`,
    extra: {
      statement_timeout: LONGEST_STATEMENT_MS,
      idle_in_transaction_session_timeout: LONGEST_STATEMENT_MS,
      connectionTimeoutMillis: database.connectionWaitMs ?? 5_000,
      keepAlive: true,
      // Statements that take rows as JSON are planned for a hundred of them: costly enough to be compiled, each time.
      options: '-c jit=off',
    },
  };
}
