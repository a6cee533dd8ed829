import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { CITIZEN, type StaffActor } from '../auth/actor.js';
import { runInRequest } from '../http/request-id.js';
import { CommonTables1763856000000 } from '../persistence/common-tables.migration.js';
import { newId } from '../persistence/id.js';
import { names, recordset } from '../persistence/recordset.js';
import { eventually } from '../testing/eventually.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { anchorsFrom } from './anchors.js';
import { Ledger, LEDGER_COLUMNS, ledgerRow, type LedgerEntry } from './ledger.js';
import { Sealer, type SealReport } from './sealer.js';
import { verifySuite } from './verify-suite.js';
import { verifyLedger, type Anchor, type LedgerVerification } from './verify.js';

const OPERATOR: StaffActor = {
  kind: 'staff',
  id: newId(),
  name: '王',
  roles: ['operator', 'supervisor'],
  unitId: newId(),
};

const ledger = new Ledger();

/** Rows as JSON, each of them as many times as said. */
const INSERT_ALL = `INSERT INTO ledger (${names(LEDGER_COLUMNS)}) SELECT ${names(LEDGER_COLUMNS, 'ledger')}
  FROM ${recordset('$1::json', { ledger: LEDGER_COLUMNS })}, generate_series(1, $2::int)`;

function entry(over: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    itemType: 'ticket',
    itemId: 't1',
    action: 'registered',
    actor: CITIZEN,
    at: new Date('2026-11-23T01:00:00Z'),
    ...over,
  };
}

beforeAll(() => Logger.overrideLogger(false));

const open: TestDatabase[] = [];
async function freshDatabase(): Promise<DataSource> {
  const database = await testDatabase({ service: 'hotline', entities: [], migrations: [CommonTables1763856000000] });
  open.push(database);
  return database.dataSource;
}
afterAll(() => Promise.all(open.map((each) => each.close())));

async function verify(dataSource: DataSource, anchors: Anchor[] = []): Promise<LedgerVerification> {
  return dataSource.transaction('REPEATABLE READ', (em) => verifyLedger(em, anchors));
}

/** Seals the next batch; transactions of other databases of the server may hold it up for a moment. */
async function nextSeal(dataSource: DataSource): Promise<SealReport> {
  return eventually(async () => {
    const report = await new Sealer(dataSource).sealOnce();
    if (report === null) throw new Error('nothing to seal yet');
    return report;
  });
}

/** What somebody with the rights of the database's owner can do. */
async function tamper(dataSource: DataSource, sql: string): Promise<void> {
  await dataSource.transaction(async (em) => {
    await em.query('SET LOCAL session_replication_role = replica');
    await em.query(sql);
  });
}

describe('the ledger', () => {
  let dataSource: DataSource;
  let em: EntityManager;
  beforeAll(async () => {
    dataSource = await freshDatabase();
    em = dataSource.manager;
  });

  it('tells who, when, from where, what and why, oldest first, page by page', async () => {
    const itemId = newId();
    await runInRequest({ requestId: 'request-1', origin: '10.0.0.7' }, () => ledger.write(em, entry({ itemId })));
    await ledger.write(em, entry({ itemId, action: 'dispatched', actor: OPERATOR, reason: '住建', detail: { n: 1 } }));
    await ledger.write(em, entry({ itemId, action: 'reminded', actor: { kind: 'system', name: 'timer:reminder' } }));
    await ledger.write(em, entry({ itemId: newId() }));

    const first = await ledger.read(em, 'ticket', itemId, { limit: 2 });
    expect(first.items).toEqual([
      {
        at: '2026-11-23T01:00:00.000Z',
        action: 'registered',
        actorKind: 'citizen',
        actorName: null,
        actorRole: null,
        reason: null,
        detail: {},
      },
      expect.objectContaining({
        action: 'dispatched',
        actorName: '王',
        actorRole: 'operator,supervisor',
        reason: '住建',
        detail: { n: 1 },
      }),
    ]);
    const second = await ledger.read(em, 'ticket', itemId, { after: first.next ?? undefined, limit: 2 });
    expect(second).toMatchObject({ items: [{ action: 'reminded', actorName: 'timer:reminder' }], next: null });
    const [row] = await em.query<object[]>('SELECT origin, request_id FROM ledger WHERE item_id = $1 LIMIT 1', [
      itemId,
    ]);
    expect(row).toEqual({ origin: '10.0.0.7', request_id: 'request-1' });
  });

  it('refuses a cursor that is none', async () => {
    await expect(ledger.read(em, 'ticket', 't1', { after: 'x' })).rejects.toMatchObject({ status: 400 });
  });

  it('is written for many items by one part of a hot path’s statement', async () => {
    const rows = [newId(), newId()].map((itemId) => ledgerRow(entry({ itemId, detail: { n: 1 } })));
    await em.query(INSERT_ALL, [JSON.stringify(rows), 1]);
    for (const { ledger_item_id: itemId } of rows) {
      const { items } = await ledger.read(em, 'ticket', String(itemId));
      expect(items).toMatchObject([{ detail: { n: 1 } }]);
    }
  });

  it.each([
    'UPDATE ledger SET reason = NULL',
    'DELETE FROM ledger',
    'TRUNCATE ledger',
    'DELETE FROM ledger_seal',
    'UPDATE ledger_seal SET rows = 1 WHERE false',
  ])('refuses %s', async (change) => {
    await expect(em.query(change)).rejects.toThrow('append-only');
  });
});

describe('sealing', () => {
  it('chains what is committed, once, and is idle when there is nothing', async () => {
    const dataSource = await freshDatabase();
    const sealer = new Sealer(dataSource);
    expect(await sealer.sealOnce()).toBeNull();
    await dataSource.transaction(async (em) => {
      await ledger.write(em, entry());
      await ledger.write(em, entry({ detail: { text: '文字 “引号” \\ é' } }));
    });
    const first = await nextSeal(dataSource);
    expect(first).toMatchObject({ sealNo: 1n, rows: 2 });
    expect(await sealer.sealOnce()).toBeNull();
    await ledger.write(dataSource.manager, entry());
    expect(await verify(dataSource)).toMatchObject({ seals: 1, rows: 2, unsealed: 1, fault: null });
    expect(await nextSeal(dataSource)).toMatchObject({ sealNo: 2n, rows: 1 });
    expect(await verify(dataSource, [first])).toMatchObject({ seals: 2, rows: 3, unsealed: 0, fault: null });
  });

  it('waits for a transaction that is slower than a later one, and loses none of its rows', async () => {
    const dataSource = await freshDatabase();
    const slow = dataSource.createQueryRunner();
    await slow.startTransaction();
    await ledger.write(slow.manager, entry({ itemId: 'slow' }));
    await ledger.write(dataSource.manager, entry({ itemId: 'fast' }));
    expect(await new Sealer(dataSource).sealOnce()).toBeNull();
    await slow.commitTransaction();
    await slow.release();
    await eventually(async () => {
      await new Sealer(dataSource).sealOnce();
      expect(await verify(dataSource)).toMatchObject({ rows: 2, unsealed: 0, fault: null });
    });
  });

  it('seals rows whose numbers and commits are in different orders', async () => {
    const dataSource = await freshDatabase();
    const [early, late] = [dataSource.createQueryRunner(), dataSource.createQueryRunner()];
    await early.startTransaction();
    await late.startTransaction();
    await ledger.write(early.manager, entry({ itemId: 'a' }));
    await ledger.write(late.manager, entry({ itemId: 'b' }));
    await ledger.write(early.manager, entry({ itemId: 'c' }));
    await early.commitTransaction();
    expect(await nextSeal(dataSource)).toMatchObject({ rows: 2 });
    await ledger.write(late.manager, entry({ itemId: 'd' }));
    await late.rollbackTransaction();
    await ledger.write(dataSource.manager, entry({ itemId: 'e' }));
    expect(await nextSeal(dataSource)).toMatchObject({ rows: 1 });
    await Promise.all([early.release(), late.release()]);
    expect(await verify(dataSource)).toMatchObject({ seals: 2, rows: 3, fault: null });
  });

  it('cuts a long queue into batches of whole transactions', async () => {
    const dataSource = await freshDatabase();
    for (const rows of [3_000, 3_000, 6_000, 10]) {
      await dataSource.query(INSERT_ALL, [JSON.stringify([ledgerRow(entry())]), rows]);
    }
    const sealed: number[] = [];
    while (sealed.reduce((sum, rows) => sum + rows, 0) < 12_010) sealed.push((await nextSeal(dataSource)).rows);
    expect(sealed.slice(0, 3)).toEqual([3_000, 3_000, expect.any(Number)]);
    expect(await verify(dataSource)).toMatchObject({ rows: 12_010, unsealed: 0, fault: null });
  });

  it('is done by one process at a time, whatever their number', async () => {
    const dataSource = await freshDatabase();
    const sealers = Array.from({ length: 6 }, () => new Sealer(dataSource));
    for (let round = 0; round < 10; round++) {
      await ledger.write(dataSource.manager, entry());
      await Promise.all(sealers.map((sealer) => sealer.sealOnce()));
    }
    await eventually(async () => {
      await new Sealer(dataSource).sealOnce();
      expect(await verify(dataSource)).toMatchObject({ rows: 10, unsealed: 0, fault: null });
    });
  });

  it('stops rather than seal wrongly when a dump was restored on a younger server', async () => {
    const dataSource = await freshDatabase();
    await ledger.write(dataSource.manager, entry());
    await nextSeal(dataSource);
    await tamper(dataSource, `UPDATE ledger_seal SET up_to_txid = '9000000000000'`);
    await expect(new Sealer(dataSource).sealOnce()).rejects.toThrow('pg_resetwal');
  });
});

describe('verification finds', () => {
  let dataSource: DataSource;
  let last: Anchor;

  async function sealedLedger(): Promise<void> {
    dataSource = await freshDatabase();
    for (let seal = 1; seal <= 3; seal++) {
      await dataSource.transaction(async (em) => {
        await ledger.write(em, entry({ actor: OPERATOR, reason: '漏水' }));
        await ledger.write(em, entry({ action: 'dispatched', actor: OPERATOR }));
      });
      const { sealNo, head } = await nextSeal(dataSource);
      last = { sealNo, head };
    }
  }

  it.each([
    ['a changed word', `UPDATE ledger SET reason = '停水' WHERE seq = 3`, { kind: 'row-changed', sealNo: 2n, seq: 3n }],
    ['a changed time', `UPDATE ledger SET at = at - interval '1 us' WHERE seq = 4`, { kind: 'row-changed', seq: 4n }],
    ['a removed row', 'DELETE FROM ledger WHERE seq = 4', { kind: 'row-missing', sealNo: 2n, seq: 4n }],
    [
      'a row slipped in',
      `INSERT INTO ledger (id, item_type, item_id, at, actor_kind, action, detail, txid)
       SELECT id, item_type, item_id, at, actor_kind, action, detail, txid FROM ledger WHERE seq = 2`,
      { kind: 'row-extra', sealNo: 1n, seq: 7n },
    ],
    ['a removed seal', 'DELETE FROM ledger_seal WHERE seal_no = 2', { kind: 'seal-missing', sealNo: 2n }],
    [
      'a row changed together with its hash',
      `UPDATE ledger SET reason = NULL WHERE seq = 3;
       UPDATE ledger_seal SET row_seqs = row_seqs[2:2], row_hashes = substring(row_hashes FROM 33), rows = 1,
                              rows_hash = sha256(substring(row_hashes FROM 33)) WHERE seal_no = 2;
       DELETE FROM ledger WHERE seq = 3`,
      { kind: 'seal-changed', sealNo: 2n },
    ],
    [
      'a seal moved to another time',
      `UPDATE ledger_seal SET sealed_at = sealed_at - interval '1 day' WHERE seal_no = 1`,
      { kind: 'seal-changed', sealNo: 1n },
    ],
  ])('%s', async (_, change, fault) => {
    await sealedLedger();
    expect(await verify(dataSource)).toMatchObject({ fault: null, anchor: last });
    await tamper(dataSource, change);
    expect((await verify(dataSource)).fault).toMatchObject(fault);
  });

  it('an end cut off, by a head noted outside', async () => {
    await sealedLedger();
    await tamper(dataSource, 'DELETE FROM ledger_seal WHERE seal_no = 3; DELETE FROM ledger WHERE seq > 4');
    expect((await verify(dataSource)).fault).toBeNull();
    expect((await verify(dataSource, [last])).fault).toEqual({ kind: 'seal-missing', sealNo: 3n });
  });

  it('a chain rewritten to its end, by a head noted outside', async () => {
    await sealedLedger();
    await tamper(dataSource, 'DELETE FROM ledger_seal; DELETE FROM ledger WHERE seq = 3');
    await nextSeal(dataSource);
    expect((await verify(dataSource)).fault).toBeNull();
    expect((await verify(dataSource, [{ sealNo: 1n, head: last.head }])).fault).toEqual({
      kind: 'head-not-kept',
      sealNo: 1n,
    });
  });
});

describe('verifying the whole suite', () => {
  let dir: string;
  let heads: string;
  let env: NodeJS.ProcessEnv;
  let hotline: DataSource;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'sunline-heads-'));
    heads = join(dir, 'heads.jsonl');
    hotline = await freshDatabase();
    await ledger.write(hotline.manager, entry());
    await nextSeal(hotline);
    const absent = new URL(process.env.DATABASE_URL ?? '');
    absent.pathname = '/sunline_absent';
    env = { DATABASE_URL: absent.toString(), HOTLINE_DATABASE_URL: open.at(-1)?.url };
  });
  afterAll(() => rm(dir, { recursive: true }));

  async function outcomeOf(over: NodeJS.ProcessEnv = {}): Promise<[string, string[]]> {
    const lines: string[] = [];
    const outcome = await verifySuite({ ...env, ...over }, heads, (line) => lines.push(line));
    return [outcome, lines];
  }

  it('says of each service how it stands, and notes the heads', async () => {
    const [outcome, lines] = await outcomeOf();
    expect(outcome).toBe('intact');
    expect(lines).toEqual([
      'gateway: no ledger',
      expect.stringMatching(/^hotline: intact\. 1 seals, 1 rows sealed, 0 not sealed yet, head [0-9a-f]{64}$/),
      'appointments: no ledger',
      'interviews: no ledger',
    ]);
    expect(anchorsFrom(await readFile(heads, 'utf8'))).toMatchObject([{ service: 'hotline', sealNo: 1n }]);
    expect((await outcomeOf())[0]).toBe('intact');
  });

  it('misses a ledger whose heads were noted', async () => {
    const [outcome, lines] = await outcomeOf({ HOTLINE_DATABASE_URL: '' });
    expect([outcome, lines[1]]).toEqual(['not-intact', expect.stringContaining('NOT INTACT')]);
  });

  it('names row and seal of the first mismatch', async () => {
    await tamper(hotline, `UPDATE ledger SET action = 'closed'`);
    const [outcome, lines] = await outcomeOf();
    expect(outcome).toBe('not-intact');
    expect(lines[1]).toMatch(/^hotline: NOT INTACT\. Row 1 of seal 1 was changed after it was sealed\./);
  });

  it('says when there is nothing to verify', async () => {
    expect(await verifySuite({ ...env, HOTLINE_DATABASE_URL: '' }, undefined, () => undefined)).toBe('nothing-found');
  });
});
