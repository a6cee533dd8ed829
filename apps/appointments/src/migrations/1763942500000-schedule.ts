import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When windows are open. A pattern's row is one session of a weekday (1 Monday … 7 Sunday); an exception opens, changes
 * or closes one session of one day for a window, or for the whole site where it names none; a closure shuts a site, or
 * the whole office, for days. Minutes count from midnight at the office. `green_minutes`: the last minutes of the
 * session that are kept for the green channel.
 */
const SCHEDULE_SQL = `
CREATE TABLE window_pattern (
  window_id uuid NOT NULL REFERENCES service_window,
  weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  session text NOT NULL CHECK (session IN ('morning', 'noon', 'afternoon', 'evening')),
  from_minute int NOT NULL,
  to_minute int NOT NULL,
  capacity int NOT NULL DEFAULT 1 CHECK (capacity BETWEEN 1 AND 50),
  green_minutes int NOT NULL DEFAULT 0 CHECK (green_minutes >= 0),
  PRIMARY KEY (window_id, weekday, session),
  CHECK (0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440)
);

CREATE TABLE schedule_exception (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site,
  window_id uuid REFERENCES service_window,
  day date NOT NULL,
  session text NOT NULL CHECK (session IN ('morning', 'noon', 'afternoon', 'evening')),
  open boolean NOT NULL,
  from_minute int,
  to_minute int,
  capacity int CHECK (capacity BETWEEN 1 AND 50),
  reason_zh text NOT NULL,
  reason_en text NOT NULL,
  CHECK (NOT open OR from_minute IS NOT NULL AND to_minute IS NOT NULL AND capacity IS NOT NULL),
  CHECK (0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440),
  UNIQUE NULLS NOT DISTINCT (site_id, window_id, day, session)
);
CREATE INDEX schedule_exception_day ON schedule_exception (site_id, day);

CREATE TABLE closure (
  id uuid PRIMARY KEY,
  site_id uuid REFERENCES site,
  from_day date NOT NULL,
  to_day date NOT NULL,
  reason_zh text NOT NULL,
  reason_en text NOT NULL,
  CHECK (from_day <= to_day)
);
CREATE INDEX closure_days ON closure (to_day);

CREATE TABLE published_week (
  site_id uuid NOT NULL REFERENCES site,
  monday date NOT NULL CHECK (extract(isodow FROM monday) = 1),
  published_at timestamptz NOT NULL,
  published_by uuid NOT NULL,
  PRIMARY KEY (site_id, monday)
);
`;

export class Schedule1763942500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCHEDULE_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE published_week, closure, schedule_exception, window_pattern');
  }
}
