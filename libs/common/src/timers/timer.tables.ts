/** Everything that has to happen at an instant. One row per (kind, key): setting again moves it. */
export const TIMER_TABLES_SQL = `
CREATE TABLE timer (
  kind text NOT NULL,
  key text NOT NULL,
  due_at timestamptz NOT NULL,
  payload jsonb NOT NULL DEFAULT '{}',
  leased_until timestamptz,
  attempts int NOT NULL DEFAULT 0,
  last_error text,
  PRIMARY KEY (kind, key)
);
CREATE INDEX timer_due ON timer (due_at);
`;
