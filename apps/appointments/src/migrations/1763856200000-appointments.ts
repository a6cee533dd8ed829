import type { MigrationInterface, QueryRunner } from 'typeorm';

const SITES_SQL = `
CREATE TABLE site (
  id uuid PRIMARY KEY,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  address text NOT NULL
);

CREATE TABLE room (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site,
  unit_id uuid NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  place text NOT NULL,
  seats int NOT NULL CHECK (seats > 0),
  active boolean NOT NULL DEFAULT true
);
CREATE INDEX room_unit ON room (unit_id);
`;

/**
 * A booking takes one place of a resource for a time. A room has one place, a window may have several: each place is
 * taken once, which the exclusion constraint makes certain whatever the number of processes.
 */
const BOOKINGS_SQL = `
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE booking (
  id uuid PRIMARY KEY,
  resource_kind text NOT NULL CHECK (resource_kind IN ('room', 'window')),
  resource_id uuid NOT NULL,
  place int NOT NULL DEFAULT 1 CHECK (place >= 1),
  during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)),
  state text NOT NULL CHECK (state IN ('held', 'confirmed', 'expired', 'released')),
  case_id uuid,
  held_until timestamptz NOT NULL,
  confirmed_at timestamptz,
  ended_at timestamptz,
  CONSTRAINT booking_never_twice
    EXCLUDE USING gist (resource_kind WITH =, resource_id WITH =, place WITH =, during WITH &&)
    WHERE (state IN ('held', 'confirmed'))
);

CREATE TABLE booking_given_back_unasked (
  id uuid PRIMARY KEY,
  given_back_at timestamptz NOT NULL
);
`;

export class Appointments1763856200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SITES_SQL);
    await runner.query(BOOKINGS_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE booking_given_back_unasked, booking, room, site');
  }
}
