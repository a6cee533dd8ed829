import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LEDGER_TABLES_SQL } from '../audit/ledger.tables.js';
import { IDEMPOTENCY_TABLES_SQL } from '../http/idempotency.tables.js';
import { MESSAGING_TABLES_SQL } from '../messaging/messaging.tables.js';
import { TIMER_TABLES_SQL } from '../timers/timer.tables.js';

/** Days an administrator has declared working or free against the published calendar, and years they have brought in. */
const CALENDAR_TABLES_SQL = `
CREATE TABLE calendar_override (
  day date PRIMARY KEY,
  working boolean NOT NULL,
  reason text NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE TABLE calendar_year (
  year integer PRIMARY KEY,
  holidays date[] NOT NULL,
  make_up_days date[] NOT NULL,
  source text NOT NULL,
  brought_in_at timestamptz NOT NULL
);
`;

/** The tables every service has; first in each service's list of migrations. */
export class CommonTables1763856000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const tables of [
      MESSAGING_TABLES_SQL,
      TIMER_TABLES_SQL,
      IDEMPOTENCY_TABLES_SQL,
      LEDGER_TABLES_SQL,
      CALENDAR_TABLES_SQL,
    ]) {
      await runner.query(tables);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE calendar_year, calendar_override, ledger_seal, ledger, idempotency_key, timer, dead_letter, catch_up,
         inbox, outbox`,
    );
  }
}
