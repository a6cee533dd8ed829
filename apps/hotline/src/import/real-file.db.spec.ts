import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Ledger } from '@app/common/audit/ledger.js';
import { workingCalendar } from '@app/common/calendar/calendar.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { CommonTables1763856000000 } from '@app/common/persistence/common-tables.migration.js';
import { testDatabase } from '@app/common/testing/test-database.js';
import { Timers } from '@app/common/timers/timers.js';
import { CategoryRepository } from '../categories/category.repository.js';
import { Clocks } from '../clocks/clocks.js';
import { HOTLINE_DATABASE } from '../hotline.module.js';
import { hotlineSettings } from '../hotline.settings.js';
import { timelinessOf } from '../timeliness/domain/timeliness.js';
import { repliedRequests } from '../timeliness/replied-requests.js';
import { importFile } from './import-file.js';
import { RequestImporter } from './request-importer.js';

/** Real requests, which stand beside the project and not in it: this spec is left out only where they are absent. */
const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const whereShared = existsSync(shared) ? describe : describe.skip;

whereShared('the real requests in ../shared (left out where that folder is absent)', () => {
  it('all become tickets, once, and their timeliness can be told', async () => {
    const database = await testDatabase({
      ...HOTLINE_DATABASE,
      migrations: [CommonTables1763856000000, ...HOTLINE_DATABASE.migrations],
    });
    try {
      const calendar = workingCalendar();
      const settings = hotlineSettings(undefined);
      const importer = new RequestImporter({
        dataSource: database.dataSource,
        calendar,
        settings,
        box: new SealedBox(Buffer.alloc(32, 7).toString('base64')),
        ledger: new Ledger(),
        clocks: new Clocks(new Timers()),
        outbox: new Outbox(),
      });
      const options = { source: 'web', timeZone: 'Asia/Shanghai', now: new Date('2026-11-23T01:00:00Z') };
      const take = (file: string) => importFile(`${shared}data/${file}`, importer, new CategoryRepository(), options);

      const list = { requests: { length: 2816 }, bad: [], repeated: [] };
      expect(await take('requests-with-replies.xlsx')).toMatchObject([{ holds: 'requests', added: 2816, list }]);
      expect(await take('requests-with-replies.xlsx')).toMatchObject([{ holds: 'requests', added: 0, list }]);
      expect(await take('categories.csv')).toMatchObject([{ holds: 'categories', added: 650 }]);

      const requests = await repliedRequests(database.dataSource.manager);
      const report = timelinessOf(calendar, settings.replyDays, requests);
      expect(report.outsideCalendar).toEqual([]);
      expect(report.all).toMatchObject({ replies: 2816, inTime: 999, workingDays: { median: 8, p90: 28, worst: 796 } });
      const broken = await database.dataSource.query<unknown[]>(
        `SELECT 1 FROM ticket_reply WHERE text LIKE '%' || chr(65533) || '%'`,
      );
      expect(broken).toEqual([]);
    } finally {
      await database.close();
    }
  }, 120_000);
});
