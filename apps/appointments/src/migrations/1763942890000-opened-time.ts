import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was open on days that are over, as it was then: the schedule goes on changing. A day without a row of
 * `opened_day` has not been kept; one with it and without sessions had none. `counter`: citizens are served at a
 * window, not at home.
 */
const OPENED_TIME_SQL = `
CREATE TABLE opened_day (
  day date PRIMARY KEY,
  kept_at timestamptz NOT NULL
);

CREATE TABLE opened_session (
  day date NOT NULL REFERENCES opened_day,
  site_id uuid NOT NULL REFERENCES site,
  window_id uuid NOT NULL REFERENCES service_window,
  session text NOT NULL CHECK (session IN ('morning', 'noon', 'afternoon', 'evening')),
  counter boolean NOT NULL,
  minutes int NOT NULL CHECK (minutes > 0),
  capacity int NOT NULL CHECK (capacity > 0),
  PRIMARY KEY (day, site_id, window_id, session)
);
`;

export class OpenedTime1763942890000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPENED_TIME_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE opened_session, opened_day');
  }
}
