/**
 * `outbox`: what this service has to tell, written in the transaction of its effect, kept 30 days for catch-up.
 * `inbox`: which events this service has taken. `catch_up`: how far the owners' outboxes have been compared.
 * `dead_letter`: events set aside with their error (architecture.md, delivery between services).
 */
export const MESSAGING_TABLES_SQL = `
CREATE TABLE outbox (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  subject text NOT NULL,
  aggregate_id text NOT NULL,
  payload jsonb NOT NULL,
  request_id text,
  occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  published_at timestamptz
);
CREATE INDEX outbox_unpublished ON outbox (seq) WHERE published_at IS NULL;
CREATE INDEX outbox_occurred ON outbox USING brin (occurred_at);

CREATE TABLE inbox (
  event_id uuid PRIMARY KEY,
  subject text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX inbox_received ON inbox USING brin (received_at);

CREATE TABLE catch_up (
  owner text PRIMARY KEY,
  last_seq bigint NOT NULL
);

CREATE TABLE dead_letter (
  event_id uuid PRIMARY KEY,
  subject text NOT NULL,
  aggregate_id text NOT NULL,
  payload jsonb NOT NULL,
  request_id text,
  occurred_at timestamptz NOT NULL,
  error text NOT NULL,
  set_aside_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  replayed_at timestamptz
);
CREATE INDEX dead_letter_waiting ON dead_letter (occurred_at, event_id) WHERE replayed_at IS NULL;
`;
