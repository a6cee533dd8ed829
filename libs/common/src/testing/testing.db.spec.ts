import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eventually } from './eventually.js';
import { FakeClock } from './fake-clock.js';
import { testDatabase, type TestDatabase } from './test-database.js';
import { testNats, type TestNats } from './test-nats.js';

class OneTable1763856000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE item (id int PRIMARY KEY)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE item');
  }
}

describe('a database of a spec’s own', () => {
  const service = { service: 'hotline', entities: [], migrations: [OneTable1763856000001] } as const;
  let databases: TestDatabase[];
  beforeAll(async () => {
    databases = await Promise.all([testDatabase(service), testDatabase(service), testDatabase(service)]);
  });
  afterAll(() => Promise.all(databases.map((each) => each.close())));

  it('is migrated, and shares nothing with another made at the same time', async () => {
    await databases[0]?.dataSource.query('INSERT INTO item VALUES (1)');
    const counts = await Promise.all(
      databases.map((each) => each.dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM item')),
    );
    expect(counts.map((rows) => rows[0]?.n)).toEqual([1, 0, 0]);
  });
});

describe('a broker of a spec’s own', () => {
  let nats: TestNats;
  beforeAll(async () => {
    nats = await testNats();
  });
  afterAll(() => nats.stop());

  it('comes back on the same port after kill -9', async () => {
    const connection = await connect({ servers: nats.url, maxReconnectAttempts: -1, reconnectTimeWait: 50 });
    await nats.kill();
    await nats.restart();
    await eventually(() => connection.flush());
    await connection.close();
  });
});

describe('a fake clock', () => {
  it('stands still until it is moved', () => {
    const clock = new FakeClock('2026-11-23T09:00:00+08:00');
    expect(clock.now().toISOString()).toBe('2026-11-23T01:00:00.000Z');
    clock.advance({ days: 1, minutes: 30 });
    expect(clock.now().toISOString()).toBe('2026-11-24T01:30:00.000Z');
  });
});
