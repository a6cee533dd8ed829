import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CommonTables1763856000000 } from '../persistence/common-tables.migration.js';
import { newId } from '../persistence/id.js';
import { jsonRow, jsonRows, recordset } from '../persistence/recordset.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  CLAIM_COLUMNS,
  claimRow,
  claimSql,
  Idempotency,
  KeyReused,
  StillRunning,
  type IdempotencyContext,
} from './idempotency.js';
import { RuleBroken } from './problem.js';

function context(over: Partial<IdempotencyContext> = {}): IdempotencyContext {
  return { caller: 'staff:1', key: 'k1', route: 'POST /tickets', bodyHash: hash('body'), ...over };
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

let database: TestDatabase;
let idempotency: Idempotency;
beforeAll(async () => {
  database = await testDatabase({ service: 'hotline', entities: [], migrations: [CommonTables1763856000000] });
  idempotency = new Idempotency(database.dataSource);
  await database.dataSource.query('CREATE TABLE filed (id uuid PRIMARY KEY)');
});
beforeEach(() => database.dataSource.query('TRUNCATE filed, idempotency_key'));
afterAll(() => database.close());

async function count(): Promise<number> {
  const [row] = await database.dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM filed');
  return row?.n ?? -1;
}

interface Filed {
  id: string;
  at: Date | string;
}

function file(over: Partial<IdempotencyContext> = {}): Promise<Filed> {
  return idempotency.once(context(over), async (em) => {
    const id = newId();
    await em.query('INSERT INTO filed VALUES ($1)', [id]);
    return { id, at: new Date(0) };
  });
}

describe('a request sent again', () => {
  it('gets the first answer and does nothing', async () => {
    const first = await file();
    expect(await file()).toEqual({ id: first.id, at: '1970-01-01T00:00:00.000Z' });
    expect(await count()).toBe(1);
  });

  it('with another body or to another route is refused', async () => {
    await file();
    await expect(file({ bodyHash: hash('other') })).rejects.toBeInstanceOf(KeyReused);
    await expect(file({ route: 'POST /tickets/1/dispatch' })).rejects.toBeInstanceOf(KeyReused);
    expect(await count()).toBe(1);
  });

  it('by somebody else with the same key is another request', async () => {
    const first = await file();
    expect((await file({ caller: 'staff:2' })).id).not.toBe(first.id);
  });

  it('without a key is done again', async () => {
    await file({ key: null });
    await file({ key: null });
    expect(await count()).toBe(2);
  });

  it('while the first is still running is told so', async () => {
    let finish!: () => void;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    let begun!: () => void;
    const running = new Promise<void>((resolve) => (begun = resolve));
    const first = idempotency.once(context(), async () => {
      begun();
      await finished;
      return { id: 'first' };
    });
    await running;
    await expect(file()).rejects.toBeInstanceOf(StillRunning);
    finish();
    expect(await first).toEqual({ id: 'first' });
    expect(await file()).toEqual({ id: 'first' });
    expect(await count()).toBe(0);
  });

  it('twenty times at once is done once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => file()));
    const answers = new Set(all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : [])));
    const refusals = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(answers.size).toBe(1);
    expect(refusals.every((refusal) => refusal instanceof StillRunning)).toBe(true);
    expect(await count()).toBe(1);
  });

  it('after a refusal is tried anew', async () => {
    const refused = idempotency.once(context(), async (em) => {
      await em.query('INSERT INTO filed VALUES ($1)', [newId()]);
      throw new RuleBroken('no');
    });
    await expect(refused).rejects.toBeInstanceOf(RuleBroken);
    expect(await count()).toBe(0);
    await file();
    expect(await count()).toBe(1);
  });

  it('after the server cut the first one off before its commit is tried anew', async () => {
    const cutOff = idempotency.once(context(), async (em) => {
      await em.query('INSERT INTO filed VALUES ($1)', [newId()]);
      const [{ pid } = { pid: 0 }] = await em.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
      await database.dataSource.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
      return { id: 'never' };
    });
    await expect(cutOff).rejects.toThrow();
    expect(await count()).toBe(0);
    await file();
    expect(await count()).toBe(1);
  });

  it('a day later is forgotten', async () => {
    await file();
    await file({ key: 'k2' });
    await database.dataSource.query(
      `UPDATE idempotency_key SET created_at = created_at - interval '24 hours 1 second' WHERE key = 'k1'`,
    );
    await database.dataSource.transaction((em) => idempotency.prune(em));
    const left = await database.dataSource.query<object[]>('SELECT key FROM idempotency_key');
    expect(left).toEqual([{ key: 'k2' }]);
  });
});

describe('a hot path', () => {
  const STATEMENT = `
    WITH given AS (SELECT * FROM ${recordset('$1::json', { claim: CLAIM_COLUMNS, filed: [['id', 'uuid']] })}),
    ${claimSql('given')},
    t AS (
      INSERT INTO filed SELECT filed_id FROM given JOIN claim ON caller = claim_caller AND key = claim_key RETURNING id
    )
    SELECT id FROM t`;

  async function fileTogether(...contexts: IdempotencyContext[]): Promise<string[]> {
    const rows = contexts.map((each) => {
      const id = newId();
      return { json: jsonRow([claimRow(each, newId(), { id }), { filed_id: id }]) };
    });
    return (await database.dataSource.query<{ id: string }[]>(STATEMENT, [jsonRows(rows)])).map(({ id }) => id);
  }

  async function fileHot(over: Partial<IdempotencyContext> = {}): Promise<{ id: string }> {
    const [id] = await fileTogether(context(over));
    return id === undefined ? idempotency.firstAnswer(context(over)) : { id };
  }

  it('does the same in one statement', async () => {
    const first = await fileHot();
    expect(await fileHot()).toEqual(first);
    await expect(fileHot({ bodyHash: hash('other') })).rejects.toBeInstanceOf(KeyReused);
    expect((await fileHot({ key: null })).id).not.toBe(first.id);
    expect(await count()).toBe(2);
  });

  it('does many at once, and those alone that are the first with their key', async () => {
    await fileHot();
    expect(await fileTogether(context(), context({ key: 'k2' }), context({ key: null }))).toHaveLength(2);
    expect(await count()).toBe(3);
  });

  it('is done once when sent twenty times at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => fileHot()));
    const answers = new Set(all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : [])));
    expect(answers.size).toBe(1);
    expect(await count()).toBe(1);
  });

  it('meets a twin that came the long way', async () => {
    const first = await file();
    expect(await fileHot()).toMatchObject({ id: first.id });
    expect(await count()).toBe(1);
  });
});
