/**
 * First answers to requests with an `Idempotency-Key` (interfaces.md §1), in every service's database, kept 24 h.
 * `answer` is json, not jsonb: the first answer is given again letter by letter. The block-range index costs the hot
 * path nothing and is all that the hourly pruning needs.
 */
export const IDEMPOTENCY_TABLES_SQL = `
CREATE TABLE idempotency_key (
  caller text NOT NULL,
  key text NOT NULL,
  route text NOT NULL,
  body_hash bytea NOT NULL,
  answer json NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key USING brin (created_at) WITH (autosummarize = on);
`;
