import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was a room's booking is a volunteer's too; a round names who joins its talk, a case who may see it for that. */
export class VolunteersAtInterviews1763942860000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE room_booking RENAME TO resource_booking;
      ALTER TABLE resource_booking RENAME COLUMN room_id TO resource_id;
      ALTER TABLE resource_booking ADD COLUMN kind text NOT NULL DEFAULT 'room' CHECK (kind IN ('room', 'volunteer'));
      ALTER TABLE resource_booking ALTER COLUMN kind DROP DEFAULT;
      DROP INDEX room_booking_wanted;
      CREATE UNIQUE INDEX resource_booking_wanted ON resource_booking (case_id, kind) WHERE state = 'wanted';
      ALTER INDEX room_booking_case RENAME TO resource_booking_case;
      UPDATE timer SET kind = 'booking.resume' WHERE kind = 'room-booking.resume';
      UPDATE timer SET kind = 'booking.release' WHERE kind = 'room-booking.release';

      ALTER TABLE interview_round
        ADD COLUMN volunteer_id uuid,
        ADD COLUMN volunteer_name text,
        ADD COLUMN volunteer_staff_id uuid,
        ADD COLUMN volunteer_booking_id uuid,
        ADD CONSTRAINT interview_round_volunteer_whole CHECK (
          num_nulls(volunteer_id, volunteer_name, volunteer_booking_id) IN (0, 3)
          AND (volunteer_id IS NULL OR place IS NOT NULL));
      CREATE UNIQUE INDEX interview_round_volunteer_booking ON interview_round (volunteer_booking_id)
        WHERE volunteer_booking_id IS NOT NULL;

      ALTER TABLE interview_case ADD COLUMN volunteer_staff_id uuid;
      CREATE INDEX interview_case_volunteer ON interview_case (volunteer_staff_id, opened_at DESC, id DESC)
        WHERE volunteer_staff_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE interview_case DROP COLUMN volunteer_staff_id;
      ALTER TABLE interview_round DROP CONSTRAINT interview_round_volunteer_whole, DROP COLUMN volunteer_id,
        DROP COLUMN volunteer_name, DROP COLUMN volunteer_staff_id, DROP COLUMN volunteer_booking_id;
      DELETE FROM timer USING resource_booking b WHERE b.kind = 'volunteer' AND timer.key = b.booking_id::text;
      DELETE FROM resource_booking WHERE kind = 'volunteer';
      UPDATE timer SET kind = 'room-booking.resume' WHERE kind = 'booking.resume';
      UPDATE timer SET kind = 'room-booking.release' WHERE kind = 'booking.release';
      DROP INDEX resource_booking_wanted;
      ALTER TABLE resource_booking DROP COLUMN kind;
      ALTER TABLE resource_booking RENAME COLUMN resource_id TO room_id;
      ALTER TABLE resource_booking RENAME TO room_booking;
      ALTER INDEX resource_booking_case RENAME TO room_booking_case;
      CREATE UNIQUE INDEX room_booking_wanted ON room_booking (case_id) WHERE state = 'wanted'`);
  }
}
