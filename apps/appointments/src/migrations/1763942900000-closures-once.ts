import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The same days of the same site, or of the whole office, are closed once; the first entry stays. */
export class ClosuresOnce1763942900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM closure again USING closure first
       WHERE first.site_id IS NOT DISTINCT FROM again.site_id AND first.from_day = again.from_day
         AND first.to_day = again.to_day AND first.id < again.id;

      ALTER TABLE closure
        ADD CONSTRAINT closure_once UNIQUE NULLS NOT DISTINCT (site_id, from_day, to_day)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE closure DROP CONSTRAINT closure_once');
  }
}
