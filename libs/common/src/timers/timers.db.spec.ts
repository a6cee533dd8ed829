import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext, Injectable } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { DataSource, type EntityManager } from 'typeorm';
import { CommonTables1763856000000 } from '../persistence/common-tables.migration.js';
import { eventually } from '../testing/eventually.js';
import { FakeClock } from '../testing/fake-clock.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { Clock } from '../time/clock.js';
import { OFFICE_TIME_ZONE } from '../time/office-time-zone.js';
import { type DueTimer, OnTimer, Recurring } from './on-timer.js';
import { TimerWorker } from './timer-worker.js';
import { Timers } from './timers.js';

const START = '2026-11-23T09:00:00+08:00';

/** Writes a row per acting, so that acting twice would show. */
@Injectable()
class Acts {
  failures = 0;
  setAnewAt: Date | undefined;

  constructor(private readonly timers: Timers) {}

  @OnTimer('limit')
  async act(em: EntityManager, timer: DueTimer): Promise<void> {
    await em.query('INSERT INTO act (what) VALUES ($1)', [timer.key]);
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('told to fail');
    }
    if (this.setAnewAt) await this.timers.set(em, { kind: 'limit', key: timer.key, dueAt: this.setAnewAt });
    this.setAnewAt = undefined;
  }

  @Recurring('weekly', { cron: '0 8 * * 1' })
  async draft(em: EntityManager, timer: DueTimer): Promise<void> {
    await em.query('INSERT INTO act (what) VALUES ($1)', [`weekly ${timer.now.toISOString()}`]);
  }
}

describe('durable timers', () => {
  let database: TestDatabase;
  let clock: FakeClock;
  let running: INestApplicationContext[] = [];

  const start = async (): Promise<INestApplicationContext> => {
    const module = await Test.createTestingModule({
      imports: [DiscoveryModule],
      providers: [
        { provide: DataSource, useValue: database.dataSource },
        { provide: Clock, useValue: clock },
        { provide: OFFICE_TIME_ZONE, useValue: 'Asia/Shanghai' },
        Timers,
        TimerWorker,
        Acts,
      ],
    }).compile();
    module.useLogger(false);
    const context = await module.init();
    running.push(context);
    return context;
  };
  const stopAll = async (): Promise<void> => {
    for (const context of running) await context.close();
    running = [];
  };
  const acts = async (): Promise<string[]> => {
    const rows: { what: string }[] = await database.dataSource.query('SELECT what FROM act ORDER BY seq');
    return rows.map((row) => row.what);
  };
  const timers = new Timers();
  const set = (key: string, dueAt: string): Promise<void> =>
    timers.set(database.dataSource.manager, { kind: 'limit', key, dueAt: new Date(dueAt) });

  beforeAll(async () => {
    database = await testDatabase({
      service: 'hotline',
      entities: [],
      migrations: [CommonTables1763856000000],
    });
    await database.dataSource.query('CREATE TABLE act (seq bigserial PRIMARY KEY, what text NOT NULL)');
  });
  beforeEach(async () => {
    clock = new FakeClock(START);
    await database.dataSource.query('TRUNCATE act, timer');
  });
  afterEach(stopAll);
  afterAll(() => database.close());

  it('a timer acts when it is due, not before, and once', async () => {
    const context = await start();
    await set('due', '2026-11-23T10:00:00+08:00');
    await set('later', '2026-11-23T10:00:01+08:00');
    await context.get(TimerWorker).runDue();
    expect(await acts()).toEqual([]);
    clock.set('2026-11-23T10:00:00+08:00');
    await eventually(async () => expect(await acts()).toEqual(['due']));
    await context.get(TimerWorker).runDue();
    expect(await acts()).toEqual(['due']);
  });

  it('a timer that came due while nothing ran acts after the restart', async () => {
    await start();
    await set('over the weekend', '2026-11-24T10:00:00+08:00');
    await stopAll();
    clock.set('2026-11-30T09:00:00+08:00');
    await start();
    await eventually(async () => expect(await acts()).toContain('over the weekend'));
  });

  it('two processes share the timers: each acts once', async () => {
    await start();
    await start();
    const keys = Array.from({ length: 50 }, (_, i) => `item ${i}`);
    for (const key of keys) await set(key, START);
    await eventually(async () => expect(await acts()).toHaveLength(50));
    await stopAll();
    expect((await acts()).sort()).toEqual(keys.sort());
  });

  it('what a failing timer did is undone, and it is tried again', async () => {
    const context = await start();
    context.get(Acts).failures = 1;
    await set('fails once', START);
    await eventually(async () => expect(await acts()).toEqual(['fails once']));
    expect(await database.dataSource.query(`SELECT 1 FROM timer WHERE kind = 'limit'`)).toEqual([]);
  });

  it('a timer that its own act sets anew stays set', async () => {
    const context = await start();
    context.get(Acts).setAnewAt = new Date('2026-11-23T12:00:00+08:00');
    await set('again', START);
    await eventually(async () => expect(await acts()).toEqual(['again']));
    clock.set('2026-11-23T12:00:00+08:00');
    await eventually(async () => expect(await acts()).toEqual(['again', 'again']));
  });

  it('a moved timer acts at its new time only, a cancelled one never', async () => {
    await start();
    await set('moved', '2026-11-23T10:00:00+08:00');
    await set('moved', '2026-11-23T11:00:00+08:00');
    await set('cancelled', '2026-11-23T10:00:00+08:00');
    await timers.cancel(database.dataSource.manager, 'limit', 'cancelled');
    await set('witness', '2026-11-23T10:30:00+08:00');
    clock.set('2026-11-23T10:30:00+08:00');
    await eventually(async () => expect(await acts()).toEqual(['witness']));
    clock.set('2026-11-23T11:00:00+08:00');
    await eventually(async () => expect(await acts()).toEqual(['witness', 'moved']));
  });

  it('a claim that was never finished comes back after its lease', async () => {
    await set('claimed by the dead', START);
    await database.dataSource.query(`UPDATE timer SET leased_until = clock_timestamp() + interval '1 second'`);
    await start();
    await eventually(async () => expect(await acts()).toEqual(['claimed by the dead']));
  });

  it('the weekly timer comes each Monday at eight by the office clock, and a missed week is made up once', async () => {
    await start();
    await eventually(async () =>
      expect(await database.dataSource.query(`SELECT due_at FROM timer WHERE kind = 'weekly'`)).toEqual([
        { due_at: new Date('2026-11-30T08:00:00+08:00') },
      ]),
    );
    clock.set('2026-12-14T08:00:00+08:00');
    await eventually(async () => expect(await acts()).toEqual(['weekly 2026-12-14T00:00:00.000Z']));
    await eventually(async () =>
      expect(await database.dataSource.query(`SELECT due_at FROM timer WHERE kind = 'weekly'`)).toEqual([
        { due_at: new Date('2026-12-21T08:00:00+08:00') },
      ]),
    );
  });
});
