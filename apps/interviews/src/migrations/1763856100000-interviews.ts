import type { MigrationInterface, QueryRunner } from 'typeorm';

const NUMBERS_SQL = `
CREATE TABLE number_series (
  series text NOT NULL,
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (series, year)
);
`;

const UNITS_SQL = `
CREATE TABLE known_unit (
  id uuid PRIMARY KEY,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL
);
`;

const CASES_SQL = `
CREATE TABLE interview_case (
  id uuid PRIMARY KEY,
  case_number text NOT NULL UNIQUE,
  ticket_id uuid NOT NULL,
  ticket_number text NOT NULL,
  opening int NOT NULL CHECK (opening >= 1),
  kind text NOT NULL,
  subject text NOT NULL,
  confidential boolean NOT NULL,
  unit_id uuid NOT NULL,
  score int NOT NULL,
  state text NOT NULL CHECK (state IN ('opened', 'sorted', 'planned', 'scheduled', 'held', 'closed')),
  round int NOT NULL CHECK (round >= 1),
  tier int NOT NULL CHECK (tier BETWEEN 1 AND 3),
  opened_at timestamptz NOT NULL,
  round_opened_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  held_at timestamptz,
  overdue_at timestamptz,
  card text CHECK (card IN ('yellow', 'red')),
  closed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  UNIQUE (ticket_id, opening),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK (NOT confidential OR subject = '')
);
CREATE UNIQUE INDEX interview_case_open_ticket ON interview_case (ticket_id) WHERE state <> 'closed';
CREATE INDEX interview_case_newest ON interview_case (opened_at DESC, id DESC);
CREATE INDEX interview_case_unit ON interview_case (unit_id, opened_at DESC, id DESC);
CREATE INDEX interview_case_state ON interview_case (state, opened_at DESC, id DESC);
CREATE INDEX interview_case_closed ON interview_case (closed_at) WHERE closed_at IS NOT NULL;

CREATE TABLE interview_round (
  case_id uuid NOT NULL REFERENCES interview_case,
  round int NOT NULL,
  opened_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  overdue_at timestamptz,
  root_cause text,
  sorted_at timestamptz,
  plan_class text CHECK (plan_class IN ('can_be_done', 'cannot_be_done', 'unreasonable')),
  plan text,
  legal_basis text[],
  planned_at timestamptz,
  place text CHECK (place IN ('room', 'field')),
  room_id uuid,
  place_name_zh text,
  place_name_en text,
  address text,
  start_at timestamptz,
  end_at timestamptz,
  booking_id uuid,
  held_at timestamptz,
  attendees text[],
  minutes text,
  outcome text CHECK (outcome IN ('resolved', 'explained', 'understanding', 'unresolved')),
  recorded_at timestamptz,
  recorded_by text,
  in_time boolean,
  verification_method text CHECK (verification_method IN ('phone', 'on_spot')),
  satisfied boolean,
  progress text,
  criticism text,
  advice text,
  verified_at timestamptz,
  verified_by text,
  verifier_id uuid,
  PRIMARY KEY (case_id, round),
  CHECK (cardinality(legal_basis) > 0),
  CHECK ((place = 'room') = (booking_id IS NOT NULL)),
  CHECK (verified_at IS NULL OR held_at IS NOT NULL)
);
CREATE INDEX interview_round_opened ON interview_round (opened_at);
CREATE INDEX interview_round_held ON interview_round (held_at);
CREATE INDEX interview_round_verified ON interview_round (verified_at);
CREATE INDEX interview_round_overdue ON interview_round (overdue_at);
CREATE UNIQUE INDEX interview_round_booking ON interview_round (booking_id) WHERE booking_id IS NOT NULL;

CREATE TABLE promised_task (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES interview_case,
  round int NOT NULL,
  position int NOT NULL,
  what text NOT NULL,
  owner text NOT NULL,
  due_on date NOT NULL,
  result text,
  struck_off_at timestamptz,
  struck_off_by text,
  UNIQUE (case_id, round, position),
  CHECK ((result IS NULL) = (struck_off_at IS NULL))
);
`;

const ROOM_BOOKINGS_SQL = `
CREATE TABLE room_booking (
  booking_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES interview_case,
  round int NOT NULL,
  room_id uuid NOT NULL,
  start_at timestamptz NOT NULL,
  end_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('wanted', 'confirmed', 'refused', 'releasing', 'released')),
  asked_by jsonb NOT NULL,
  asked_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX room_booking_wanted ON room_booking (case_id) WHERE state = 'wanted';
CREATE INDEX room_booking_case ON room_booking (case_id);
`;

const SUPERVISION_SQL = `
CREATE TABLE formal_letter (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES interview_case,
  kind text NOT NULL CHECK (kind IN ('assignment', 'reminder')),
  number text NOT NULL UNIQUE,
  round int NOT NULL,
  issued_at timestamptz NOT NULL,
  text text NOT NULL
);
CREATE INDEX formal_letter_case ON formal_letter (case_id, issued_at);

CREATE TABLE supervision_order (
  id uuid PRIMARY KEY,
  order_number text NOT NULL UNIQUE,
  case_id uuid NOT NULL REFERENCES interview_case,
  unit_id uuid NOT NULL,
  round int NOT NULL,
  tier int NOT NULL CHECK (tier BETWEEN 2 AND 3),
  cause text NOT NULL CHECK (cause IN ('interview-overdue', 'inspector')),
  text text NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by text,
  due_at timestamptz NOT NULL,
  answer text,
  answered_at timestamptz,
  answered_by text,
  overdue_at timestamptz,
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX supervision_order_case ON supervision_order (case_id);
CREATE INDEX supervision_order_newest ON supervision_order (issued_at DESC, id DESC);
CREATE INDEX supervision_order_unit ON supervision_order (unit_id, issued_at DESC, id DESC);
CREATE UNIQUE INDEX supervision_order_overdue_interview ON supervision_order (case_id, round)
  WHERE cause = 'interview-overdue';

CREATE TABLE card (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES interview_case,
  unit_id uuid NOT NULL,
  round int NOT NULL,
  colour text NOT NULL CHECK (colour IN ('yellow', 'red')),
  reason text NOT NULL CHECK (reason IN ('no-progress', 'interview-overdue', 'order-overdue')),
  order_id uuid REFERENCES supervision_order,
  issued_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (case_id, round, reason, order_id)
);
CREATE INDEX card_newest ON card (issued_at DESC, id DESC);
CREATE INDEX card_unit ON card (unit_id, issued_at DESC, id DESC);

CREATE TABLE breach (
  id uuid PRIMARY KEY,
  ticket_id uuid NOT NULL,
  unit_id uuid,
  kind text NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX breach_recorded ON breach (recorded_at);
`;

const REPORTS_SQL = `
CREATE TABLE weekly_report (
  id uuid PRIMARY KEY,
  week text NOT NULL UNIQUE,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'signed_off')),
  content jsonb NOT NULL,
  summary text NOT NULL,
  drafted_at timestamptz NOT NULL,
  drafted_by text,
  number text UNIQUE,
  signed_off_at timestamptz,
  signed_off_by text,
  document bytea,
  version int NOT NULL DEFAULT 1,
  CHECK (state = 'draft' OR num_nulls(number, signed_off_at, signed_off_by, document) = 0)
);
CREATE INDEX weekly_report_newest ON weekly_report (from_at DESC, id DESC);

CREATE TABLE instruction (
  id uuid PRIMARY KEY,
  report_id uuid NOT NULL REFERENCES weekly_report,
  unit_id uuid NOT NULL,
  text text NOT NULL,
  given_at timestamptz NOT NULL,
  given_by text NOT NULL,
  due_on date NOT NULL,
  due_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'reported_back', 'struck_off')),
  overdue_at timestamptz,
  report_back text,
  reported_back_at timestamptz,
  reported_back_by text,
  struck_off_at timestamptz,
  struck_off_by text
);
CREATE INDEX instruction_report ON instruction (report_id);
CREATE INDEX instruction_newest ON instruction (given_at DESC, id DESC);
CREATE INDEX instruction_unit ON instruction (unit_id, given_at DESC, id DESC);
`;

/** What has been issued cannot be changed, not even by a slip of ours (domain.md §2, formal documents). */
const FROZEN_SQL = `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % refused: it has been issued', tg_op, tg_table_name USING errcode = 'restrict_violation';
END $$;

CREATE TRIGGER issued BEFORE UPDATE OR DELETE ON formal_letter FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER issued BEFORE UPDATE OR DELETE ON card FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER issued BEFORE DELETE ON supervision_order FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER issued_text BEFORE UPDATE ON supervision_order FOR EACH ROW
  WHEN (row(old.id, old.order_number, old.case_id, old.unit_id, old.round, old.tier, old.cause, old.text,
            old.issued_at, old.issued_by, old.due_at)
     IS DISTINCT FROM
        row(new.id, new.order_number, new.case_id, new.unit_id, new.round, new.tier, new.cause, new.text,
            new.issued_at, new.issued_by, new.due_at))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signed_off BEFORE UPDATE OR DELETE ON weekly_report FOR EACH ROW
  WHEN (old.state = 'signed_off') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER issued_tables BEFORE TRUNCATE ON weekly_report FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER issued_tables BEFORE TRUNCATE ON formal_letter FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER given BEFORE DELETE ON instruction FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER given_text BEFORE UPDATE ON instruction FOR EACH ROW
  WHEN (row(old.id, old.report_id, old.unit_id, old.text, old.given_at, old.given_by, old.due_on)
     IS DISTINCT FROM
        row(new.id, new.report_id, new.unit_id, new.text, new.given_at, new.given_by, new.due_on))
  EXECUTE FUNCTION refuse_change();
`;

export class Interviews1763856100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      NUMBERS_SQL,
      UNITS_SQL,
      CASES_SQL,
      ROOM_BOOKINGS_SQL,
      SUPERVISION_SQL,
      REPORTS_SQL,
      FROZEN_SQL,
    ]) {
      await runner.query(sql);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE instruction, weekly_report, breach, card, supervision_order, formal_letter, room_booking,
        promised_task, interview_round, interview_case, known_unit, number_series`,
    );
    await runner.query('DROP FUNCTION refuse_change');
  }
}
