import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What goes with bookings: what repeated no-shows cost a phone, ratings, the waiting list, calendar feeds. A waiting
 * citizen's contact rests sealed as a booking's does; of a feed's secret only the fingerprint is kept.
 */
const BOOKING_SERVICES_SQL = `
CREATE TABLE phone_block (
  phone_fingerprint text PRIMARY KEY,
  until timestamptz NOT NULL
);

CREATE TABLE booking_rating (
  booking_id uuid PRIMARY KEY REFERENCES booking,
  score smallint NOT NULL CHECK (score BETWEEN 1 AND 5),
  comment text,
  rated_at timestamptz NOT NULL,
  via text NOT NULL CHECK (via IN ('web', 'sms'))
);

CREATE TABLE waitlist_entry (
  id uuid PRIMARY KEY,
  line bigint GENERATED ALWAYS AS IDENTITY,
  code text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('waiting', 'offered', 'taken', 'withdrawn', 'over')),
  item_code text NOT NULL REFERENCES service_item,
  site_id uuid NOT NULL REFERENCES site,
  from_day date NOT NULL,
  to_day date NOT NULL,
  session text CHECK (session IN ('morning', 'noon', 'afternoon', 'evening', 'weekend')),
  people int NOT NULL CHECK (people BETWEEN 1 AND 5),
  green boolean NOT NULL,
  language text NOT NULL,
  sealed_name text,
  sealed_phone text NOT NULL,
  phone_fingerprint text NOT NULL,
  receives_text boolean NOT NULL,
  created_at timestamptz NOT NULL,
  booking_id uuid UNIQUE REFERENCES booking,
  version int NOT NULL DEFAULT 1,
  CHECK (from_day <= to_day),
  CHECK (state <> 'offered' OR booking_id IS NOT NULL)
);
CREATE INDEX waitlist_line ON waitlist_entry (site_id, line) WHERE state = 'waiting';
CREATE INDEX waitlist_last_day ON waitlist_entry (to_day) WHERE state = 'waiting';
CREATE UNIQUE INDEX waitlist_once ON waitlist_entry (phone_fingerprint, item_code, site_id)
  WHERE state IN ('waiting', 'offered');

CREATE TABLE calendar_feed (
  id uuid PRIMARY KEY,
  secret_fingerprint text NOT NULL UNIQUE,
  window_id uuid REFERENCES service_window,
  officer_id uuid REFERENCES officer,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  CHECK ((window_id IS NULL) <> (officer_id IS NULL))
);
CREATE UNIQUE INDEX calendar_feed_window ON calendar_feed (window_id, made_by) WHERE window_id IS NOT NULL;
CREATE UNIQUE INDEX calendar_feed_officer ON calendar_feed (officer_id, made_by) WHERE officer_id IS NOT NULL;
`;

export class BookingServices1763942810000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BOOKING_SERVICES_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feed, waitlist_entry, booking_rating, phone_block');
  }
}
