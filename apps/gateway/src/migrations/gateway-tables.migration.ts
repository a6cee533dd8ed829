import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units and staff. No citizen data. */
const DIRECTORY_SQL = `
CREATE TABLE unit (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('hotline', 'commission', 'leadership', 'unit')),
  address text NOT NULL,
  phone text NOT NULL
);

CREATE TABLE staff (
  id uuid PRIMARY KEY,
  sign_in_name text NOT NULL UNIQUE CHECK (sign_in_name = lower(sign_in_name)),
  display_name text NOT NULL,
  password_hash text NOT NULL,
  roles text[] NOT NULL CHECK (cardinality(roles) > 0),
  unit_id uuid NOT NULL REFERENCES unit,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL
);
`;

/**
 * `session_key`: what tokens are signed with; the private half is sealed. `session`: who is signed in.
 * `sign_in_attempts`: wrong passwords by account and by client address, the name of the account as a fingerprint.
 */
const SIGN_IN_SQL = `
CREATE TABLE session_key (
  id text PRIMARY KEY,
  public_key jsonb NOT NULL,
  sealed_private_key text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE session (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES staff,
  started_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX session_started ON session (started_at);

CREATE TABLE sign_in_attempts (
  subject text PRIMARY KEY,
  failures int NOT NULL DEFAULT 0,
  last_failure_at timestamptz,
  locked_until timestamptz
);
`;

/**
 * `outgoing_message`: every text message is journaled before it is sent; number and text are sealed.
 * `incoming_message`: what citizens sent. `webhook_receipt`: what was answered to the provider, so that a replay gets
 * the same answer and no second effect. `opt_out`: numbers that want no messages, as fingerprints.
 */
const MESSAGING_SQL = `
CREATE TABLE outgoing_message (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  about_id uuid,
  template text NOT NULL,
  language text NOT NULL,
  sealed_to text NOT NULL,
  masked_to text NOT NULL,
  phone_fingerprint text NOT NULL,
  sealed_text text NOT NULL,
  status text NOT NULL,
  provider_id text UNIQUE,
  error_code text,
  attempts int NOT NULL DEFAULT 0,
  look_ups int NOT NULL DEFAULT 0,
  first_tried_at timestamptz,
  due_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE INDEX outgoing_message_open ON outgoing_message (due_at) WHERE status IN ('queued', 'sending', 'uncertain');
CREATE INDEX outgoing_message_turn ON outgoing_message (phone_fingerprint, seq)
  WHERE status IN ('queued', 'sending', 'uncertain');

CREATE TABLE incoming_message (
  provider_id text PRIMARY KEY,
  sealed_from text NOT NULL,
  masked_from text NOT NULL,
  sealed_text text NOT NULL,
  disposition text NOT NULL CHECK (disposition IN ('passed_on', 'opted_out', 'opted_in', 'left_to_carrier')),
  received_at timestamptz NOT NULL
);

CREATE TABLE webhook_receipt (
  key text PRIMARY KEY,
  answer text NOT NULL,
  received_at timestamptz NOT NULL
);
CREATE INDEX webhook_receipt_age ON webhook_receipt USING brin (received_at);

CREATE TABLE opt_out (
  phone_fingerprint text PRIMARY KEY,
  opted_out_at timestamptz NOT NULL
);
`;

export class GatewayTables1763856100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const tables of [DIRECTORY_SQL, SIGN_IN_SQL, MESSAGING_SQL]) await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE opt_out, webhook_receipt, incoming_message, outgoing_message, sign_in_attempts, session, session_key,
         staff, unit`,
    );
  }
}
