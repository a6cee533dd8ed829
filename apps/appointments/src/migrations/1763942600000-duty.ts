import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is on duty when. A duty is one officer's turn in one session of one day: at a post as its A or B person, as the
 * day's leader (坐堂值班), or as a volunteer. Only duties of a published roster open extended sessions.
 */
const DUTY_SQL = `
CREATE TABLE officer (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site,
  staff_id uuid,
  name text NOT NULL,
  qualifications text[] NOT NULL DEFAULT '{}',
  may_lead boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX officer_site ON officer (site_id);

ALTER TABLE post
  ADD COLUMN a_officer_id uuid REFERENCES officer,
  ADD COLUMN b_officer_id uuid REFERENCES officer;

CREATE TABLE roster (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site,
  from_day date NOT NULL,
  to_day date NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  published_at timestamptz,
  version int NOT NULL DEFAULT 1,
  CHECK (from_day <= to_day)
);
CREATE INDEX roster_site ON roster (site_id, from_day DESC);

CREATE TABLE duty (
  id uuid PRIMARY KEY,
  roster_id uuid NOT NULL REFERENCES roster,
  site_id uuid NOT NULL REFERENCES site,
  day date NOT NULL,
  session text NOT NULL CHECK (session IN ('morning', 'noon', 'afternoon', 'evening')),
  role text NOT NULL CHECK (role IN ('post', 'leader', 'volunteer')),
  post_id uuid REFERENCES post,
  seat text CHECK (seat IN ('A', 'B')),
  officer_id uuid NOT NULL REFERENCES officer,
  CHECK ((role = 'post') = (post_id IS NOT NULL AND seat IS NOT NULL))
);
CREATE INDEX duty_site_day ON duty (site_id, day);
CREATE INDEX duty_officer_day ON duty (officer_id, day);
CREATE INDEX duty_roster ON duty (roster_id, day);

CREATE TABLE absence (
  id uuid PRIMARY KEY,
  officer_id uuid NOT NULL REFERENCES officer,
  from_day date NOT NULL,
  to_day date NOT NULL,
  reason text NOT NULL,
  reported_at timestamptz NOT NULL,
  CHECK (from_day <= to_day)
);
CREATE INDEX absence_officer ON absence (officer_id, to_day);
`;

export class Duty1763942600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DUTY_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE post DROP COLUMN a_officer_id, DROP COLUMN b_officer_id');
    await runner.query('DROP TABLE absence, duty, roster, officer');
  }
}
