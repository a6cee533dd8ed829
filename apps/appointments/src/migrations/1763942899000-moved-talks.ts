import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A talk that moves to a time overlapping its own. The booking of the new time takes both times (`during`; its own is
 * `start_at` to `end_at`) and stands in for the one it replaces, until one of the two is given back. So the exclusion
 * constraint, which knows nothing of it, keeps everybody else out of both.
 */
export class MovedTalks1763942899000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE booking
        DROP CONSTRAINT booking_state_check,
        ADD CONSTRAINT booking_state_check CHECK (state IN
          ('held', 'confirmed', 'replaced', 'arrived', 'served', 'missed', 'unserved', 'cancelled', 'expired', 'released'));

      CREATE TABLE booking_stand_in (
        booking_id uuid PRIMARY KEY REFERENCES booking,
        replaced_id uuid NOT NULL UNIQUE REFERENCES booking CHECK (replaced_id <> booking_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE booking SET during = tstzrange(start_at, end_at) WHERE id IN (SELECT booking_id FROM booking_stand_in);
      DROP TABLE booking_stand_in;
      UPDATE booking SET state = 'released' WHERE state = 'replaced';
      ALTER TABLE booking
        DROP CONSTRAINT booking_state_check,
        ADD CONSTRAINT booking_state_check CHECK (state IN
          ('held', 'confirmed', 'arrived', 'served', 'missed', 'unserved', 'cancelled', 'expired', 'released'))`);
  }
}
