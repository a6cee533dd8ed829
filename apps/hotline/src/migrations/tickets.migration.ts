import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tickets, and apart from their content the people behind them. A ticket refers to its service item by code without a
 * foreign key: the check would lock the item's row in every registration, and all registrations of an item would queue
 * for it; the service knows the items and refuses unknown ones.
 */
export class Tickets1763856100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(LIST_INDEXES);
    await runner.query(RATINGS_STAND);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ticket_notice, ticket_interview, text_dialogue, look_up_tries, breach, ticket_clock, ticket_rating,
        ticket_reply, ticket_contact, ticket, service_item;
      DROP SEQUENCE ticket_number_seq;
      DROP FUNCTION refuse_rating_change()`);
  }
}

const TABLES = `
CREATE SEQUENCE ticket_number_seq;

CREATE TABLE service_item (
  code text PRIMARY KEY,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  reply_limit_days integer NOT NULL CHECK (reply_limit_days > 0),
  urgency text NOT NULL DEFAULT 'usual' CHECK (urgency IN ('usual', 'utilities', 'danger')),
  lead_unit_id uuid
);

CREATE TABLE ticket (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  code_fingerprint text,
  kind text NOT NULL,
  channel text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  service_item_code text,
  subject text NOT NULL,
  elements jsonb NOT NULL,
  confidential boolean NOT NULL,
  green_channel boolean NOT NULL,
  language text NOT NULL,
  registered_by uuid,
  registered_at timestamptz NOT NULL,
  unit_id uuid,
  note text,
  dispatch_round integer NOT NULL DEFAULT 0,
  dispatched_at timestamptz,
  accepted_at timestamptz,
  reply_due_at timestamptz,
  replied_at timestamptz,
  closed_at timestamptz,
  closed_how text,
  card text CHECK (card IN ('yellow', 'red')),
  import_ref text
);

CREATE TABLE ticket_contact (
  ticket_id uuid PRIMARY KEY REFERENCES ticket,
  sealed_name text,
  sealed_phone text,
  phone_fingerprint text,
  receives_text boolean NOT NULL
);
CREATE INDEX ticket_contact_phone ON ticket_contact (phone_fingerprint) WHERE phone_fingerprint IS NOT NULL;

CREATE TABLE ticket_reply (
  id uuid PRIMARY KEY,
  ticket_id uuid NOT NULL REFERENCES ticket,
  how text NOT NULL CHECK (how IN ('reply', 'answer', 'refusal')),
  text text NOT NULL,
  unit_id uuid,
  replied_by uuid,
  replied_at timestamptz NOT NULL,
  in_time boolean
);
CREATE INDEX ticket_reply_ticket ON ticket_reply (ticket_id, replied_at);

CREATE TABLE ticket_rating (
  reply_id uuid PRIMARY KEY REFERENCES ticket_reply,
  ticket_id uuid NOT NULL REFERENCES ticket,
  score smallint NOT NULL CHECK (score BETWEEN 1 AND 5),
  comment text,
  rated_at timestamptz NOT NULL,
  via text NOT NULL CHECK (via IN ('web', 'sms'))
);
CREATE INDEX ticket_rating_ticket ON ticket_rating (ticket_id, rated_at);

CREATE TABLE ticket_clock (
  ticket_id uuid NOT NULL REFERENCES ticket,
  kind text NOT NULL CHECK (kind IN ('transfer', 'accept', 'reply')),
  round integer NOT NULL,
  unit_id uuid,
  started_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  near_at timestamptz NOT NULL,
  points jsonb NOT NULL,
  points_done integer NOT NULL DEFAULT 0,
  stopped_at timestamptz,
  met_at timestamptz,
  PRIMARY KEY (ticket_id, kind, round)
);

CREATE TABLE breach (
  id uuid PRIMARY KEY,
  ticket_id uuid NOT NULL REFERENCES ticket,
  unit_id uuid,
  kind text NOT NULL,
  round integer NOT NULL,
  recorded_at timestamptz NOT NULL,
  UNIQUE (ticket_id, kind, round)
);

CREATE TABLE look_up_tries (
  number text PRIMARY KEY,
  since timestamptz NOT NULL,
  wrong integer NOT NULL
);
CREATE INDEX look_up_tries_since ON look_up_tries (since);

CREATE TABLE text_dialogue (
  phone_fingerprint text PRIMARY KEY,
  not_understood_at timestamptz NOT NULL
);

CREATE TABLE ticket_interview (
  ticket_id uuid PRIMARY KEY REFERENCES ticket,
  case_id uuid NOT NULL,
  case_number text,
  round integer NOT NULL,
  due_at timestamptz,
  start_at timestamptz,
  end_at timestamptz,
  place_zh text,
  place_en text,
  held_at timestamptz,
  verified_at timestamptz,
  closed_at timestamptz
);

CREATE TABLE ticket_notice (
  id uuid PRIMARY KEY,
  ticket_id uuid NOT NULL REFERENCES ticket,
  kind text NOT NULL CHECK (kind IN ('card', 'order')),
  colour text,
  number text,
  reason text,
  issued_at timestamptz NOT NULL,
  due_at timestamptz
);
CREATE INDEX ticket_notice_ticket ON ticket_notice (ticket_id, issued_at);
`;

/** One for each way a list is narrowed, the sort key last; kinds are few, so they are sifted while reading. */
const LIST_INDEXES = `
CREATE INDEX ticket_newest ON ticket (registered_at, id);
CREATE INDEX ticket_state_newest ON ticket (state, registered_at, id);
CREATE INDEX ticket_unit_newest ON ticket (unit_id, registered_at, id) WHERE unit_id IS NOT NULL;
CREATE INDEX ticket_unit_state_newest ON ticket (unit_id, state, registered_at, id) WHERE unit_id IS NOT NULL;
CREATE UNIQUE INDEX ticket_import ON ticket (import_ref) WHERE import_ref IS NOT NULL;
`;

/** Nobody alters a rating (domain.md §2, After the reply): not even a slip of ours. */
const RATINGS_STAND = `
CREATE FUNCTION refuse_rating_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A rating stands as the citizen gave it: % refused', tg_op USING errcode = 'restrict_violation';
END $$;
CREATE TRIGGER ratings_stand BEFORE UPDATE OR DELETE ON ticket_rating
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rating_change();
`;
