import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ensureBuilt } from '../../scripts/install/ensure-built.mjs';
import { EmbeddedPostgres } from '../../scripts/runtime/embedded-postgres.mjs';
import { ROOT } from '../../scripts/runtime/paths.mjs';
import { StateFile } from '../../scripts/suite/state-file.mjs';
import { eventually } from '../../libs/common/src/testing/eventually.js';
import { MainWay } from '../suite/main-way.js';
import { RunningSuite } from '../suite/running-suite.js';
import { countIn } from './counts.js';
import { ImportCommand, inventedRequests } from './import-command.js';

jest.setTimeout(240_000);

/** Enough that an import is in its middle for seconds: fifteen of its transactions. */
const ROWS = 1500;
const IMPORTED = `SELECT count(*) AS n FROM ticket WHERE import_ref LIKE 'web:%'`;
/** What belongs to each imported ticket once. */
const BELONGINGS = {
  numbers: `SELECT count(DISTINCT number) AS n FROM ticket WHERE import_ref LIKE 'web:%'`,
  contacts: `SELECT count(*) AS n FROM ticket_contact JOIN ticket ON id = ticket_id WHERE import_ref LIKE 'web:%'`,
  replies: `SELECT count(*) AS n FROM ticket_reply JOIN ticket ON ticket.id = ticket_id WHERE import_ref LIKE 'web:%'`,
  transferLimits: `SELECT count(*) AS n FROM ticket_clock JOIN ticket ON ticket.id = ticket_id
    WHERE ticket_clock.kind = 'transfer' AND import_ref LIKE 'web:%'`,
  ledgerLines: `SELECT count(*) AS n FROM ledger WHERE action = 'imported'`,
};

describe('kill -9 in the middle of npm run import', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    await ensureBuilt();
    folder = mkdtempSync(join(tmpdir(), 'sunline-import-'));
    file = join(folder, 'requests.csv');
    writeFileSync(file, inventedRequests(ROWS));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Starts an import and kills it once it has written more tickets than there were; gives how many there are then. */
  async function killedHalfWay(dir: string, database: () => string, before: number): Promise<number> {
    const command = new ImportCommand(dir, file);
    try {
      await eventually(async () => expect(await countIn(database(), IMPORTED)).toBeGreaterThan(before), {
        timeoutMs: 90_000,
      });
    } finally {
      await command.kill();
    }
    const left = await countIn(database(), IMPORTED);
    expect(left).toBeLessThan(ROWS);
    return left;
  }

  describe('beside a running suite', () => {
    let suite: RunningSuite;
    beforeAll(async () => {
      suite = await RunningSuite.start();
    });
    afterAll(() => suite.stop());
    const database = () => suite.databaseUrl('hotline');

    it('run again, every request is a ticket once, and the suite goes on with its work meanwhile', async () => {
      const first = await killedHalfWay(suite.suite.dir, database, 0);
      const second = await killedHalfWay(suite.suite.dir, database, first);

      const last = new ImportCommand(suite.suite.dir, file);
      const way = await MainWay.begin(suite);
      const ticket = await way.register('导入时登记的诉求', '13500000009');
      await way.replied(ticket);
      expect(await way.ticketState(ticket)).toMatchObject({ state: 'replied' });
      expect(await last.ended()).toBe(0);
      expect(last.said).toContain(`${ROWS - second} new tickets`);

      expect(await countIn(database(), IMPORTED)).toBe(ROWS);
      const found: Record<string, number> = {};
      for (const [what, sql] of Object.entries(BELONGINGS)) found[what] = await countIn(database(), sql);
      const open = ROWS / 10;
      const once = { numbers: ROWS, contacts: ROWS, ledgerLines: ROWS };
      expect(found).toEqual({ ...once, replies: ROWS - open, transferLimits: open });
    });

    it('of PostgreSQL: the command says what has happened and ends, and run again it adds what is missing', async () => {
      const source = ['--source', 'other'];
      const others = `SELECT count(*) AS n FROM ticket WHERE import_ref LIKE 'other:%'`;
      const command = new ImportCommand(suite.suite.dir, file, ...source);
      await eventually(async () => expect(await countIn(database(), others)).toBeGreaterThan(0), { timeoutMs: 90_000 });
      await suite.killAndHeal('postgres');
      expect(await command.ended()).toBe(1);
      expect(command.said).toMatch(/^The database cannot be reached, or went away meanwhile .*\n$/);

      const again = new ImportCommand(suite.suite.dir, file, ...source);
      expect(await again.ended()).toBe(0);
      expect(await countIn(database(), others)).toBe(ROWS);
    });
  });

  describe('with servers of its own', () => {
    let dir: string;
    beforeAll(async () => {
      const parent = join(ROOT, '.runtime', 'suites');
      await mkdir(parent, { recursive: true });
      dir = mkdtempSync(join(parent, 'import-'));
    });
    afterAll(async () => {
      (await StateFile.claim(dir, 'clearing away')).release();
      await EmbeddedPostgres.remove(dir);
      await rm(dir, { recursive: true, force: true });
    });
    const database = (): string => {
      const state: { databaseUrl: string } = JSON.parse(readFileSync(join(dir, 'state.json'), 'utf8'));
      return `${state.databaseUrl}_hotline`;
    };

    it('run again, it takes over what was left and every request is a ticket once', async () => {
      const left = await killedHalfWay(dir, database, 0);

      const second = new ImportCommand(dir, file);
      expect(await second.ended()).toBe(0);
      expect(second.said).toContain(`${ROWS - left} new tickets`);
      const third = new ImportCommand(dir, file, '--dry-run');
      expect(await third.ended()).toBe(0);
      expect(third.said).toContain(` 0 new tickets (in the file: ${ROWS - ROWS / 10} replied to, ${ROWS / 10} open)`);
    });

    it('beside another command it leaves that one’s servers alone and says so', async () => {
      const other = await StateFile.claim(dir, 'running a command');
      other.update({ databaseUrl: 'postgres://127.0.0.1:1/none', natsUrl: 'nats://127.0.0.1:1' });
      const command = new ImportCommand(dir, file, '--dry-run');
      expect(await command.ended()).toBe(1);
      expect(command.said).toContain('Sunline is running a command already');
      other.release();
    });
  });
});
