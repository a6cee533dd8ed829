/**
 * The ledger (台账) and its seals, in every service's database.
 *
 * `ledger` has (txid, seq) as its key because that is how the sealer and the verification read it, and so the hot
 * path pays for two indexes only; `seq` alone is unique too, being an identity column nobody writes.
 * The triggers refuse change by a slip or through the application's account. Who owns the server can switch them
 * off: that is what the seals are for.
 */
export const LEDGER_TABLES_SQL = `
CREATE TABLE ledger (
  seq bigint GENERATED ALWAYS AS IDENTITY,
  id uuid NOT NULL,
  item_type text NOT NULL,
  item_id text NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'citizen', 'system')),
  actor_id uuid,
  actor_name text,
  actor_role text,
  origin text,
  request_id text,
  action text NOT NULL,
  reason text,
  detail jsonb NOT NULL,
  txid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (txid, seq)
);
CREATE INDEX ledger_item ON ledger (item_id, item_type, seq);

CREATE TABLE ledger_seal (
  seal_no bigint PRIMARY KEY,
  from_txid xid8 NOT NULL,
  up_to_txid xid8 NOT NULL,
  first_seq bigint NOT NULL,
  last_seq bigint NOT NULL,
  rows integer NOT NULL CHECK (rows > 0),
  row_seqs bigint[] NOT NULL,
  row_hashes bytea NOT NULL,
  rows_hash bytea NOT NULL,
  head bytea NOT NULL,
  sealed_at timestamptz NOT NULL
);

CREATE OR REPLACE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The ledger is append-only: % on % refused', tg_op, tg_table_name USING errcode = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
`;
