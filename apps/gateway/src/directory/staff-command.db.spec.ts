import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Malformed } from '@app/common/http/problem.js';
import { CommonTables1763856000000 } from '@app/common/persistence/common-tables.migration.js';
import { testDatabase, type TestDatabase } from '@app/common/testing/test-database.js';
import { GATEWAY_MIGRATIONS } from '../migrations/gateway-migrations.js';
import { Passwords } from '../sign-in/passwords.js';
import { DirectoryRepository } from './directory.repository.js';
import { SignInNameTaken } from './directory.problems.js';
import { carryOut, type StaffOrder } from './staff-command.js';

// Passwords are slow on purpose, and machines are busy.
jest.setTimeout(30_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({
    service: 'gateway',
    entities: [],
    migrations: [CommonTables1763856000000, ...GATEWAY_MIGRATIONS],
  });
});
afterAll(() => database.close());

const env = { IDENTITY_KEY: randomBytes(32).toString('base64') };

function staff(what: string, subject: string, values: StaffOrder['values'] = {}): ReturnType<typeof carryOut> {
  return carryOut({ what, subject, values }, { dataSource: database.dataSource, env, language: 'en' });
}

const passwordIn = (text = ''): string => /: (\S+)/.exec(text)?.[1] ?? '';

describe('npm run staff, on a directory with nobody in it', () => {
  it('makes a unit and its first administrator, whose one-time password it tells once', async () => {
    const admin = { display: '何晓东', role: ['admin'], unit: 'hotline' };
    expect(await staff('add', 'admin', admin)).toMatchObject({ done: false });
    const unit = { zh: '阳光热线服务中心', en: 'Sunshine Hotline Centre', kind: 'hotline' };
    expect(await staff('add-unit', 'hotline', unit)).toMatchObject({ done: true });
    const made = await staff('add', 'admin', admin);
    const account = await new DirectoryRepository().accountByName(database.dataSource.manager, 'admin');
    expect(account).toMatchObject({ roles: ['admin'], active: true, unit_name_zh: '阳光热线服务中心' });
    expect(account?.one_time_until).not.toBeNull();
    expect(await new Passwords().match(account?.password_hash ?? null, passwordIn(made?.text))).toBe(true);
    const ledger: unknown = await database.dataSource.query('SELECT action, actor_name FROM ledger ORDER BY seq');
    expect(ledger).toEqual([
      { action: 'unit_added', actor_name: 'command:staff' },
      { action: 'staff_added', actor_name: 'command:staff' },
    ]);
  });

  it('gives the administrator another password', async () => {
    const again = await staff('reset-password', 'admin');
    const account = await new DirectoryRepository().accountByName(database.dataSource.manager, 'admin');
    expect(await new Passwords().match(account?.password_hash ?? null, passwordIn(again?.text))).toBe(true);
    expect(await staff('reset-password', 'nobody')).toMatchObject({ done: false });
  });

  it('refuses what the API refuses', async () => {
    const someone = { display: '何', unit: 'hotline' };
    await expect(staff('add', 'admin', { ...someone, role: ['admin'] })).rejects.toThrow(SignInNameTaken);
    await expect(staff('add', 'other', { ...someone, role: ['king'] })).rejects.toThrow(Malformed);
    await expect(staff('add-unit', 'x', { zh: '水利局' })).rejects.toThrow(Malformed);
    expect(await staff('dismiss', 'admin')).toBeNull();
  });
});
