import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who has come, and in which order they are called. The counter is raised in the transaction of the visit that takes
 * the number: none is given twice and none is left out. `turn_at` is the time that decides the turn: the one booked,
 * or that of arrival for those who came late or without a booking.
 */
const DESK_SQL = `
CREATE TABLE queue_counter (
  site_id uuid NOT NULL REFERENCES site,
  day date NOT NULL,
  last_number int NOT NULL,
  PRIMARY KEY (site_id, day)
);

CREATE TABLE visit (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site,
  day date NOT NULL,
  number int NOT NULL CHECK (number BETWEEN 1 AND 9999),
  state text NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'finished', 'left')),
  item_code text NOT NULL REFERENCES service_item,
  booking_id uuid UNIQUE REFERENCES booking,
  green boolean NOT NULL,
  late boolean NOT NULL,
  turn_at timestamptz NOT NULL,
  arrived_at timestamptz NOT NULL,
  window_id uuid REFERENCES service_window,
  calls int NOT NULL DEFAULT 0,
  first_called_at timestamptz,
  called_at timestamptz,
  served_at timestamptz,
  ended_at timestamptz,
  UNIQUE (site_id, day, number),
  CHECK (state IN ('waiting', 'left') OR window_id IS NOT NULL AND called_at IS NOT NULL)
);
CREATE INDEX visit_turn ON visit (site_id, day, green DESC, (booking_id IS NULL), turn_at, number)
  WHERE state = 'waiting';
CREATE UNIQUE INDEX visit_one_a_window ON visit (window_id, day) WHERE state IN ('called', 'serving');
CREATE INDEX visit_window ON visit (window_id, day);
CREATE INDEX visit_day ON visit (day, site_id);
CREATE INDEX visit_open ON visit (day) WHERE state IN ('waiting', 'called', 'serving');

CREATE INDEX booking_awaited ON booking (start_at) WHERE state = 'confirmed' AND resource_kind = 'window';
CREATE INDEX booking_day ON booking (day, site_id) WHERE resource_kind = 'window';
`;

export class Desk1763942840000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DESK_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX booking_day, booking_awaited');
    await runner.query('DROP TABLE visit, queue_counter');
  }
}
