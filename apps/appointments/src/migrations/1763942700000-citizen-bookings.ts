import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A citizen's booking beside those of rooms. `during` is the time the place is taken for: the service's own time
 * (`start_at` to `end_at`) and, at a home visit, the way there and back. Phone and name rest sealed; the fingerprint
 * finds a phone again and keeps it to one booking per item and day.
 */
const CITIZEN_BOOKINGS_SQL = `
ALTER TABLE booking
  DROP CONSTRAINT booking_resource_kind_check,
  DROP CONSTRAINT booking_state_check,
  DROP CONSTRAINT booking_never_twice;
ALTER TABLE booking
  ADD CONSTRAINT booking_resource_kind_check CHECK (resource_kind IN ('room', 'window', 'volunteer')),
  ADD CONSTRAINT booking_state_check CHECK (state IN
    ('held', 'confirmed', 'arrived', 'served', 'missed', 'cancelled', 'expired', 'released')),
  ADD CONSTRAINT booking_never_twice
    EXCLUDE USING gist (resource_id WITH =, place WITH =, during WITH &&)
    WHERE (state IN ('held', 'confirmed', 'arrived', 'served')),
  ADD COLUMN code text UNIQUE,
  ADD COLUMN site_id uuid REFERENCES site,
  ADD COLUMN item_code text REFERENCES service_item,
  ADD COLUMN material_version int,
  ADD COLUMN day date,
  ADD COLUMN start_at timestamptz,
  ADD COLUMN end_at timestamptz,
  ADD COLUMN people int NOT NULL DEFAULT 1 CHECK (people BETWEEN 1 AND 5),
  ADD COLUMN green boolean NOT NULL DEFAULT false,
  ADD COLUMN home_visit boolean NOT NULL DEFAULT false,
  ADD COLUMN channel text CHECK (channel IN ('web', 'sms', 'phone', 'counter')),
  ADD COLUMN language text,
  ADD COLUMN sealed_name text,
  ADD COLUMN sealed_phone text,
  ADD COLUMN phone_fingerprint text,
  ADD COLUMN receives_text boolean NOT NULL DEFAULT false,
  ADD COLUMN sealed_representative text,
  ADD COLUMN sealed_address text,
  ADD COLUMN booked_by uuid,
  ADD COLUMN created_at timestamptz,
  ADD COLUMN sequence int NOT NULL DEFAULT 0,
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD CONSTRAINT booking_citizen_whole CHECK (
    resource_kind <> 'window' OR (code IS NOT NULL AND site_id IS NOT NULL AND item_code IS NOT NULL AND day IS NOT NULL
      AND start_at IS NOT NULL AND end_at IS NOT NULL AND channel IS NOT NULL AND created_at IS NOT NULL));

CREATE UNIQUE INDEX booking_once_a_day ON booking (phone_fingerprint, item_code, day)
  WHERE state IN ('held', 'confirmed', 'arrived', 'served') AND phone_fingerprint IS NOT NULL;
CREATE INDEX booking_site_day ON booking (site_id, day)
  WHERE state IN ('held', 'confirmed', 'arrived', 'served') AND site_id IS NOT NULL;
CREATE INDEX booking_phone ON booking (phone_fingerprint, start_at) WHERE phone_fingerprint IS NOT NULL;
`;

export class CitizenBookings1763942700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CITIZEN_BOOKINGS_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM booking WHERE resource_kind <> 'room';
      DROP INDEX booking_once_a_day, booking_site_day, booking_phone;
      ALTER TABLE booking DROP CONSTRAINT booking_citizen_whole, DROP CONSTRAINT booking_never_twice,
        DROP CONSTRAINT booking_resource_kind_check, DROP CONSTRAINT booking_state_check,
        DROP COLUMN code, DROP COLUMN site_id, DROP COLUMN item_code, DROP COLUMN material_version, DROP COLUMN day,
        DROP COLUMN start_at, DROP COLUMN end_at, DROP COLUMN people, DROP COLUMN green, DROP COLUMN home_visit,
        DROP COLUMN channel, DROP COLUMN language, DROP COLUMN sealed_name, DROP COLUMN sealed_phone,
        DROP COLUMN phone_fingerprint, DROP COLUMN receives_text, DROP COLUMN sealed_representative,
        DROP COLUMN sealed_address, DROP COLUMN booked_by, DROP COLUMN created_at, DROP COLUMN sequence,
        DROP COLUMN version;
      ALTER TABLE booking
        ADD CONSTRAINT booking_resource_kind_check CHECK (resource_kind IN ('room', 'window')),
        ADD CONSTRAINT booking_state_check CHECK (state IN ('held', 'confirmed', 'expired', 'released')),
        ADD CONSTRAINT booking_never_twice
          EXCLUDE USING gist (resource_kind WITH =, resource_id WITH =, place WITH =, during WITH &&)
          WHERE (state IN ('held', 'confirmed'))`);
  }
}
