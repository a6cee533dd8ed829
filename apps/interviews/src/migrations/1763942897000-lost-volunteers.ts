import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A round keeps who was to join its talk and cannot any more, until the unit has asked another or goes without. */
export class LostVolunteers1763942897000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE interview_round
        ADD COLUMN volunteer_lost_name text,
        ADD COLUMN volunteer_lost_why text CHECK (volunteer_lost_why IN ('left', 'hours')),
        ADD CONSTRAINT interview_round_volunteer_lost CHECK (
          num_nulls(volunteer_lost_name, volunteer_lost_why) IN (0, 2)
          AND (volunteer_lost_name IS NULL OR volunteer_id IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE interview_round DROP CONSTRAINT interview_round_volunteer_lost, DROP COLUMN volunteer_lost_name,
        DROP COLUMN volunteer_lost_why`);
  }
}
