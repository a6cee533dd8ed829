import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Units and accounts are changed by several administrators: each change is based on a version. The index serves the
 * pages of accounts, which go by sign-in name whatever the database's own order of letters is.
 */
const SQL = `
ALTER TABLE unit ADD COLUMN version int NOT NULL DEFAULT 1;
ALTER TABLE staff ADD COLUMN version int NOT NULL DEFAULT 1;
CREATE INDEX staff_by_name ON staff (sign_in_name COLLATE "C");
`;

export class DirectoryVersions1763942500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX staff_by_name;
      ALTER TABLE staff DROP COLUMN version;
      ALTER TABLE unit DROP COLUMN version;`);
  }
}
