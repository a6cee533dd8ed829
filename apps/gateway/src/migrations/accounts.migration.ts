import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Units go out of use, passwords may be one-time: `one_time_until` is null for a password its owner has chosen, else
 * the instant until which the one that was given out may be exchanged for such a one.
 */
const SQL = `
ALTER TABLE unit ADD COLUMN active boolean NOT NULL DEFAULT true;
ALTER TABLE staff ADD COLUMN one_time_until timestamptz;
CREATE INDEX staff_unit ON staff (unit_id) WHERE active;
CREATE INDEX session_of_staff ON session (staff_id) WHERE ended_at IS NULL;
`;

export class Accounts1763942400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX session_of_staff, staff_unit;
      ALTER TABLE staff DROP COLUMN one_time_until;
      ALTER TABLE unit DROP COLUMN active;`);
  }
}
