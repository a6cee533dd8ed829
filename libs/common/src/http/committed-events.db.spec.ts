import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CommonTables1763856000000 } from '../persistence/common-tables.migration.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { CommittedEvents } from './committed-events.js';
import { EventStream, type StreamEvent } from './event-stream.js';

describe('what is told of a change', () => {
  let database: TestDatabase;
  let events: CommittedEvents;
  const told: StreamEvent[] = [];
  beforeAll(async () => {
    database = await testDatabase({ service: 'appointments', entities: [], migrations: [CommonTables1763856000000] });
    const stream = new EventStream();
    stream.passOnBy((event) => told.push(event));
    events = new CommittedEvents(database.dataSource, stream);
  });
  beforeEach(() => {
    told.length = 0;
  });
  afterAll(() => database.close());

  const news = (id: string): StreamEvent => ({ type: 'case', data: { id } });
  const types = (): unknown[] => told.map(({ data }) => data);

  it('is told after the commit, in order, the same once', async () => {
    await database.dataSource.transaction((em) => {
      for (const id of ['1', '2', '1']) events.add(em, news(id));
      expect(told).toEqual([]);
      return Promise.resolve();
    });
    expect(types()).toEqual([{ id: '1' }, { id: '2' }]);
  });

  it('is not told when the change was taken back', async () => {
    const failing = database.dataSource.transaction((em) => {
      events.add(em, news('3'));
      return Promise.reject(new Error('refused'));
    });
    await expect(failing).rejects.toThrow('refused');
    await database.dataSource.transaction((em) => em.query('SELECT 1'));
    expect(told).toEqual([]);
  });

  it('within a part of a transaction waits for the whole, even where the part was taken back', async () => {
    await database.dataSource.transaction(async (em) => {
      events.add(em, news('5'));
      await em.transaction((part) => Promise.resolve(events.add(part, news('6'))));
      await em.transaction(() => Promise.reject(new Error('refused'))).catch(() => undefined);
      expect(told).toEqual([]);
    });
    expect(types()).toEqual([{ id: '5' }, { id: '6' }]);
  });

  it('of transactions side by side is told of each by itself', async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        database.dataSource.transaction(async (em) => {
          events.add(em, news(String(i)));
          await em.query('SELECT 1');
          if (i % 2 === 1) throw new Error('refused');
        }),
      ).map((each) => each.catch(() => undefined)),
    );
    expect(new Set(types())).toEqual(new Set([0, 2, 4, 6, 8].map((i) => ({ id: String(i) }))));
  });

  it('needs something that can be committed', () => {
    expect(() => events.add(database.dataSource.manager, news('4'))).toThrow('there is no transaction');
  });
});
