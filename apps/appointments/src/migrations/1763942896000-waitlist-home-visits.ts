import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody may wait for the office to come: the address rests sealed, as a booking's does. */
export class WaitlistHomeVisits1763942896000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE waitlist_entry
        ADD COLUMN home_visit boolean NOT NULL DEFAULT false,
        ADD COLUMN sealed_address text,
        ADD CONSTRAINT waitlist_entry_visit_whole CHECK (home_visit = (sealed_address IS NOT NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE waitlist_entry DROP CONSTRAINT waitlist_entry_visit_whole, DROP COLUMN home_visit,
        DROP COLUMN sealed_address`);
  }
}
