import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** What is read here is read by one for all: two are enough. */
const CONNECTIONS = 2;

/**
 * Connections beside the pool, for what this process remembers of the database. A transaction may come to need it, and
 * has a connection of the pool already: transactions that hold the whole pool, each waiting for one more, would wait for
 * each other.
 */
@Injectable()
export class SideConnections implements OnApplicationShutdown {
  private opening: Promise<DataSource> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Opened when they are needed first. */
  async manager(): Promise<EntityManager> {
    this.opening ??= this.open();
    return (await this.opening).manager;
  }

  async onApplicationShutdown(): Promise<void> {
    const opened = await this.opening?.catch(() => undefined);
    await opened?.destroy();
  }

  private async open(): Promise<DataSource> {
    const { options } = this.dataSource;
    if (options.type !== 'postgres') throw new Error('the database is no PostgreSQL');
    try {
      return await new DataSource({ ...options, poolSize: CONNECTIONS, entities: [], migrations: [] }).initialize();
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
  }
}
