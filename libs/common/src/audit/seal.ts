import { createHash } from 'node:crypto';

/**
 * A ledger row as one line of text, the same on every server and in every session: a JSON array of its columns,
 * instants in UTC with microseconds.
 */
export const LEDGER_LINE_SQL = `jsonb_build_array(
  seq, id, item_type, item_id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  actor_kind, actor_id, actor_name, actor_role, origin, request_id, action, reason, detail, txid::text,
  to_char(written_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text`;

/** The head before the first seal. */
export const NO_HEAD: Buffer = Buffer.alloc(32);
export const HASH_BYTES = 32;

/** What a seal's head vouches for, beside the head before it. */
export interface SealedFacts {
  readonly sealNo: bigint;
  readonly fromTxid: bigint;
  readonly upToTxid: bigint;
  readonly rows: number;
  readonly rowsHash: Buffer;
  readonly sealedAt: Date;
}

/** SHA-256 of a ledger line. */
export function rowHashOf(line: string): Buffer {
  return createHash('sha256').update(line).digest();
}

/** SHA-256 of a batch's row hashes, put one behind the other in the order of seq. */
export function rowsHashOf(rowHashes: Buffer): Buffer {
  return createHash('sha256').update(rowHashes).digest();
}

/** The head of the chain after a seal: it vouches for this batch and, by the head before, for all earlier ones. */
export function headOf(previousHead: Buffer, facts: SealedFacts): Buffer {
  const numbers = Buffer.alloc(40);
  numbers.writeBigInt64BE(facts.sealNo, 0);
  numbers.writeBigUInt64BE(facts.fromTxid, 8);
  numbers.writeBigUInt64BE(facts.upToTxid, 16);
  numbers.writeBigInt64BE(BigInt(facts.rows), 24);
  numbers.writeBigInt64BE(BigInt(facts.sealedAt.getTime()), 32);
  return createHash('sha256').update(previousHead).update(numbers).update(facts.rowsHash).digest();
}
