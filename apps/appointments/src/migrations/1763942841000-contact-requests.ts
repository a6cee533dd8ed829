import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Citizens who want to be contacted: for service outside opening hours (预约服务), or to be called back. The clock's
 * points are moments of real time in order; `points_done` of them have been acted upon. A phone has one open request
 * of a kind for an item: asking again does not start a second clock.
 */
const CONTACT_REQUESTS_SQL = `
CREATE TABLE contact_request (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('outside-hours', 'callback')),
  state text NOT NULL CHECK (state IN ('requested', 'contacted', 'agreed', 'arranged', 'served', 'withdrawn')),
  channel text NOT NULL CHECK (channel IN ('web', 'sms', 'phone')),
  language text NOT NULL,
  item_code text REFERENCES service_item,
  site_id uuid REFERENCES site,
  wish_from timestamptz,
  wish_to timestamptz,
  note text,
  sealed_name text,
  sealed_phone text NOT NULL,
  phone_fingerprint text NOT NULL,
  receives_text boolean NOT NULL,
  requested_at timestamptz NOT NULL,
  near_at timestamptz NOT NULL,
  contact_due_at timestamptz NOT NULL,
  points jsonb NOT NULL,
  points_done int NOT NULL DEFAULT 0,
  card text CHECK (card IN ('yellow', 'red')),
  tier int NOT NULL DEFAULT 1 CHECK (tier IN (1, 2)),
  contacted_at timestamptz,
  agreed_start_at timestamptz,
  agreed_end_at timestamptz,
  officer_id uuid REFERENCES officer,
  ended_at timestamptz,
  reason text,
  version int NOT NULL DEFAULT 1,
  CHECK (wish_from < wish_to),
  CHECK (agreed_start_at < agreed_end_at),
  CHECK (state NOT IN ('agreed', 'arranged') OR agreed_start_at IS NOT NULL AND site_id IS NOT NULL),
  CHECK (state <> 'arranged' OR officer_id IS NOT NULL),
  CHECK ((state IN ('served', 'withdrawn')) = (ended_at IS NOT NULL))
);
CREATE INDEX contact_request_open ON contact_request (contact_due_at, id)
  WHERE state IN ('requested', 'contacted', 'agreed', 'arranged');
CREATE INDEX contact_request_state ON contact_request (state, contact_due_at, id);
CREATE UNIQUE INDEX contact_request_once ON contact_request (phone_fingerprint, kind, item_code) NULLS NOT DISTINCT
  WHERE state IN ('requested', 'contacted', 'agreed', 'arranged');
CREATE INDEX contact_request_officer ON contact_request (officer_id, agreed_start_at) WHERE state = 'arranged';
`;

export class ContactRequests1763942841000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONTACT_REQUESTS_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contact_request');
  }
}
