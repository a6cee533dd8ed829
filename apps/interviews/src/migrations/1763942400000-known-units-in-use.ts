import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a unit is still in use, as the directory last told. */
export class KnownUnitsInUse1763942400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_unit ADD COLUMN active boolean NOT NULL DEFAULT true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_unit DROP COLUMN active');
  }
}
