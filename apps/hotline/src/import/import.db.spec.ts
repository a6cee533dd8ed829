import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Ledger, type LedgerEntry } from '@app/common/audit/ledger.js';
import { workingCalendar } from '@app/common/calendar/calendar.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { CommonTables1763856000000 } from '@app/common/persistence/common-tables.migration.js';
import { testDatabase, type TestDatabase } from '@app/common/testing/test-database.js';
import { Timers } from '@app/common/timers/timers.js';
import type { EntityManager } from 'typeorm';
import { CategoryRepository } from '../categories/category.repository.js';
import { Clocks } from '../clocks/clocks.js';
import { HOTLINE_DATABASE } from '../hotline.module.js';
import { hotlineSettings } from '../hotline.settings.js';
import type { ImportedRequest } from './domain/request-row.js';
import { importFile, rehearseImport } from './import-file.js';
import { RequestImporter } from './request-importer.js';

const sample = fileURLToPath(new URL('fixtures/sample-requests.xlsx', import.meta.url));
const now = new Date('2026-11-23T01:00:00Z');
const options = { source: 'web', timeZone: 'Asia/Shanghai', now };
const box = new SealedBox(Buffer.alloc(32, 7).toString('base64'));
const categories = new CategoryRepository();

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase({
    ...HOTLINE_DATABASE,
    migrations: [CommonTables1763856000000, ...HOTLINE_DATABASE.migrations],
  });
});
afterEach(() => database.close());

function importer(ledger = new Ledger()): RequestImporter {
  return new RequestImporter({
    dataSource: database.dataSource,
    calendar: workingCalendar(),
    settings: hotlineSettings(undefined),
    box,
    ledger,
    clocks: new Clocks(new Timers()),
    outbox: new Outbox(),
  });
}

/** How many rows each table holds that an import writes to. */
async function counts(): Promise<Record<string, number>> {
  const tables = ['ticket', 'ticket_contact', 'ticket_reply', 'ticket_clock', 'timer', 'outbox', 'ledger', 'category'];
  const found: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await database.dataSource.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`);
    found[table] = row?.n ?? 0;
  }
  return found;
}

const requests = (count: number): ImportedRequest[] =>
  Array.from({ length: count }, (_, index) => ({
    row: index + 2,
    number: String(index + 1),
    citizen: 'A01',
    subject: `诉求${index + 1}`,
    content: '内容',
    kind: 'help',
    registeredAt: new Date('2019-04-25T01:32:09Z'),
    reply: index % 3 === 0 ? null : { text: '已办', at: new Date('2019-04-28T08:00:00Z') },
  }));

describe('the sample spreadsheet', () => {
  it('becomes tickets: those replied to struck off with their times and limit kept, the others open', async () => {
    const [report] = await importFile(sample, importer(), categories, options);
    expect(report).toMatchObject({
      holds: 'requests',
      added: 7,
      list: { bad: { length: 5 }, repeated: { length: 1 } },
    });

    const tickets = await database.dataSource.query<Record<string, unknown>[]>(`
      SELECT import_ref, kind, state, closed_how, channel, registered_at, ticket.replied_at, reply_due_at, in_time, met_at
      FROM ticket LEFT JOIN ticket_reply ON ticket_reply.ticket_id = ticket.id
      LEFT JOIN (SELECT ticket_id, met_at FROM ticket_clock WHERE kind = 'reply') AS clock ON clock.ticket_id = ticket.id
      WHERE import_ref IN ('web:1001', 'web:1002', 'web:1004', 'web:1010') ORDER BY import_ref`);
    expect(tickets).toEqual([
      {
        import_ref: 'web:1001',
        kind: 'consultation',
        state: 'closed',
        closed_how: 'unrated',
        channel: 'web',
        registered_at: new Date('2019-04-25T01:32:09Z'),
        replied_at: new Date('2019-04-28T08:00:00Z'),
        // Friday, the make-up Sunday, Monday.
        reply_due_at: new Date('2019-04-29T09:30:00Z'),
        in_time: true,
        met_at: new Date('2019-04-28T08:00:00Z'),
      },
      expect.objectContaining({ import_ref: 'web:1002', kind: 'complaint', in_time: false }),
      expect.objectContaining({ import_ref: 'web:1004', state: 'registered', closed_how: null, replied_at: null }),
      expect.objectContaining({ import_ref: 'web:1010', state: 'closed', reply_due_at: null, in_time: null }),
    ]);
  });

  it('leaves a line in the ledger for each ticket, without the citizen’s name, and keeps the name sealed', async () => {
    await importFile(sample, importer(), categories, options);
    const lines = await database.dataSource.query<{ detail: Record<string, unknown> }[]>(
      `SELECT detail FROM ledger WHERE action = 'imported' AND actor_kind = 'system' ORDER BY seq`,
    );
    expect(lines).toHaveLength(7);
    expect(lines[0]?.detail).toEqual({
      source: 'web',
      sourceNumber: '1001',
      row: 2,
      registeredAt: '2019-04-25T01:32:09.000Z',
      repliedAt: '2019-04-28T08:00:00.000Z',
      inTime: true,
      to: 'closed',
    });
    const [contact] = await database.dataSource.query<{ sealed_name: string }[]>(
      `SELECT sealed_name FROM ticket_contact JOIN ticket ON id = ticket_id WHERE import_ref = 'web:1001'`,
    );
    expect(box.open(contact?.sealed_name ?? '')).toBe('S0001');
  });

  it('tells nobody of what is history; what is open waits to be dispatched, its limit runs from the import', async () => {
    await importFile(sample, importer(), categories, options);
    const [open] = await database.dataSource.query<{ id: string }[]>(
      `SELECT id FROM ticket WHERE import_ref = 'web:1004'`,
    );
    const events = await database.dataSource.query<unknown[]>('SELECT subject, aggregate_id FROM outbox');
    expect(events).toEqual([{ subject: 'hotline.ticket.registered.v1', aggregate_id: open?.id }]);
    const timers = await database.dataSource.query<unknown[]>('SELECT key, due_at FROM timer');
    expect(timers).toEqual([{ key: `${open?.id}/transfer/1`, due_at: new Date('2026-11-24T09:30:00Z') }]);
  });

  it('imported a second time adds nothing', async () => {
    await importFile(sample, importer(), categories, options);
    const before = await counts();
    const [report] = await importFile(sample, importer(), categories, options);
    expect(report).toMatchObject({ holds: 'requests', added: 0 });
    expect(await counts()).toEqual(before);
  });

  it('from another system is another list, though its numbers are the same', async () => {
    await importFile(sample, importer(), categories, options);
    const [report] = await importFile(sample, importer(), categories, { ...options, source: '市长信箱' });
    expect(report).toMatchObject({ added: 7 });
  });

  it('rehearsed tells the same and changes nothing', async () => {
    const before = await counts();
    const rehearsed = await rehearseImport(sample, database.dataSource.manager, categories, options);
    expect(await rehearseImport(sample, null, categories, options)).toEqual(rehearsed);
    expect(await counts()).toEqual(before);
    expect(await importFile(sample, importer(), categories, options)).toEqual(rehearsed);
    const [again] = await rehearseImport(sample, database.dataSource.manager, categories, options);
    expect(again).toMatchObject({ added: 0 });
  });
});

describe('an import that is killed in the middle', () => {
  /** Loses its connection, as a killed process does, when it comes to a certain line. */
  class KilledLedger extends Ledger {
    constructor(private left: number) {
      super();
    }

    override async write(em: EntityManager, entry: LedgerEntry): Promise<void> {
      this.left -= 1;
      if (this.left === 0) await em.query('SELECT pg_terminate_backend(pg_backend_pid())');
      await super.write(em, entry);
    }
  }

  it('has whole batches only, and run again adds the rest: none lost, none twice', async () => {
    const list = requests(350);
    await expect(importer(new KilledLedger(250)).add(list, 'web', now)).rejects.toThrow();
    expect(await counts()).toMatchObject({ ticket: 200, ticket_contact: 200, ledger: 200 });

    expect(await importer().add(list, 'web', now)).toBe(150);
    const open = list.filter(({ reply }) => reply === null).length;
    expect(await counts()).toMatchObject({
      ticket: 350,
      ticket_contact: 350,
      ledger: 350,
      ticket_reply: 350 - open,
      ticket_clock: 350,
      timer: open,
      outbox: open,
    });
  });

  it('run twice at once adds each request once', async () => {
    const list = requests(250);
    const added = await Promise.all([importer().add(list, 'web', now), importer().add(list, 'web', now)]);
    expect(added[0] + added[1]).toBe(250);
    expect(await counts()).toMatchObject({ ticket: 250, ledger: 250 });
  });
});

describe('a list of categories', () => {
  it('becomes the three-level tree, and adds nothing a second time', async () => {
    const paths = [
      ['城乡建设', '安全生产', '事故处理'],
      ['城乡建设', '安全生产', '安全隐患'],
      ['交通运输', '公交', '事故处理'],
    ] as const;
    const add = () => database.dataSource.transaction((em) => categories.add(em, paths));
    expect(await add()).toBe(7);
    expect(await add()).toBe(0);
    const tree = await database.dataSource.query<unknown[]>(`
      SELECT one.name AS one, two.name AS two, three.name AS three FROM category three
      JOIN category two ON two.id = three.parent_id JOIN category one ON one.id = two.parent_id
      WHERE three.level = 3 ORDER BY three.position`);
    expect(tree).toEqual(paths.map(([one, two, three]) => ({ one, two, three })));
  });
});
