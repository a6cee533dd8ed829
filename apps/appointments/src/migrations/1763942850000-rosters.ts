import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a roster needs beside its duties. `turn`: what a duty counts as when turns are shared, by the calendar of the day
 * it was written. A day of a site stands in one published roster, an officer in one place of a session: whoever comes
 * second is refused by the database (at the end of the statement: a swap within a session passes through both).
 */
const ROSTERS_SQL = `
ALTER TABLE roster
  ADD COLUMN published_by uuid,
  ADD COLUMN withdrawn_at timestamptz,
  ADD CONSTRAINT roster_published_once
    EXCLUDE USING gist (site_id WITH =, daterange(from_day, to_day, '[]') WITH &&) WHERE (state = 'published');

ALTER TABLE duty
  ADD COLUMN turn text NOT NULL DEFAULT 'ordinary'
    CHECK (turn IN ('ordinary', 'noon', 'evening', 'weekend', 'holiday')),
  ADD COLUMN took_over_from uuid REFERENCES officer,
  ADD CONSTRAINT duty_never_twice UNIQUE (roster_id, officer_id, day, session) DEFERRABLE;

CREATE TABLE rest_half_day (
  roster_id uuid NOT NULL REFERENCES roster,
  officer_id uuid NOT NULL REFERENCES officer,
  day date NOT NULL,
  session text NOT NULL CHECK (session IN ('morning', 'afternoon')),
  PRIMARY KEY (roster_id, officer_id, day, session)
);
CREATE INDEX rest_half_day_officer ON rest_half_day (officer_id, day);

ALTER TABLE absence ADD COLUMN reported_by uuid;
`;

export class Rosters1763942850000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROSTERS_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE absence DROP COLUMN reported_by');
    await runner.query('DROP TABLE rest_half_day');
    await runner.query(
      `ALTER TABLE duty DROP CONSTRAINT duty_never_twice, DROP COLUMN turn, DROP COLUMN took_over_from`,
    );
    await runner.query(`ALTER TABLE roster DROP CONSTRAINT roster_published_once, DROP COLUMN published_by,
      DROP COLUMN withdrawn_at`);
  }
}
