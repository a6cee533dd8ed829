import { HASH_BYTES, headOf, LEDGER_LINE_SQL, NO_HEAD, rowHashOf, rowsHashOf } from './seal.js';

/** What the verification reads with: the manager of a repeatable-read transaction. */
export interface Reader {
  query<T>(sql: string, values: unknown[]): Promise<T>;
}

/** The first thing found wrong. */
export interface LedgerFault {
  readonly kind: 'row-changed' | 'row-missing' | 'row-extra' | 'seal-missing' | 'seal-changed' | 'head-not-kept';
  readonly sealNo: bigint;
  /** Number of the row, where a row is wrong. */
  readonly seq?: bigint;
}

/** A head noted earlier, outside of the database: what the chain must still contain. */
export interface Anchor {
  readonly sealNo: bigint;
  /** Hexadecimal. */
  readonly head: string;
}

export interface LedgerVerification {
  readonly seals: number;
  readonly rows: number;
  /** Rows written since the last seal. */
  readonly unsealed: number;
  /** The last good seal, to be noted outside of the database. */
  readonly anchor: Anchor | null;
  readonly fault: LedgerFault | null;
}

interface SealRow {
  seal_no: string;
  from_txid: string;
  up_to_txid: string;
  rows: number;
  row_seqs: string[];
  row_hashes: Buffer;
  rows_hash: Buffer;
  head: Buffer;
  sealed_at: Date;
}

interface Line {
  seq: string;
  line: string;
}

const SEALS = `
  SELECT seal_no, from_txid::text, up_to_txid::text, rows, row_seqs, row_hashes, rows_hash, head, sealed_at
  FROM ledger_seal WHERE seal_no > $1 ORDER BY seal_no LIMIT 100`;
const LINES = `
  SELECT seq, ${LEDGER_LINE_SQL} AS line FROM ledger WHERE txid >= $1::xid8 AND txid < $2::xid8 ORDER BY seq`;
const UNSEALED = 'SELECT count(*)::int AS rows FROM ledger WHERE txid >= $1::xid8';

/**
 * Recomputes the chain of seals from the ledger's rows (domain.md §5, tamper-evident) and stops at the first fault.
 * A chain rewritten from some row to its end agrees with itself; only heads noted outside tell, hence `anchors`.
 */
export async function verifyLedger(reader: Reader, anchors: readonly Anchor[] = []): Promise<LedgerVerification> {
  const chain = { sealNo: 0n, upToTxid: 0n, head: NO_HEAD, rows: 0 };
  let fault: LedgerFault | null = null;
  for (
    let page = await seals(reader, 0n);
    page.length > 0 && fault === null;
    page = await seals(reader, chain.sealNo)
  ) {
    for (const seal of page) {
      const lines = await reader.query<Line[]>(LINES, [seal.from_txid, seal.up_to_txid]);
      fault =
        chainFault(seal, chain) ?? rowFault(seal, lines) ?? headFault(seal, chain.head) ?? keptFault(seal, anchors);
      if (fault !== null) break;
      chain.sealNo = BigInt(seal.seal_no);
      chain.upToTxid = BigInt(seal.up_to_txid);
      chain.head = seal.head;
      chain.rows += seal.rows;
    }
  }
  const lost = anchors.find(({ sealNo }) => sealNo > chain.sealNo);
  if (fault === null && lost !== undefined) fault = { kind: 'seal-missing', sealNo: lost.sealNo };
  const [unsealed] = await reader.query<{ rows: number }[]>(UNSEALED, [chain.upToTxid]);
  return {
    seals: Number(chain.sealNo),
    rows: chain.rows,
    unsealed: unsealed?.rows ?? 0,
    anchor: chain.sealNo === 0n ? null : { sealNo: chain.sealNo, head: chain.head.toString('hex') },
    fault,
  };
}

async function seals(reader: Reader, after: bigint): Promise<SealRow[]> {
  return reader.query<SealRow[]>(SEALS, [after]);
}

function chainFault(seal: SealRow, before: { sealNo: bigint; upToTxid: bigint }): LedgerFault | null {
  const expected = before.sealNo + 1n;
  if (BigInt(seal.seal_no) !== expected) return { kind: 'seal-missing', sealNo: expected };
  return BigInt(seal.from_txid) === before.upToTxid ? null : { kind: 'seal-changed', sealNo: expected };
}

function rowFault(seal: SealRow, lines: readonly Line[]): LedgerFault | null {
  const sealNo = BigInt(seal.seal_no);
  const found = new Map(lines.map(({ seq, line }) => [seq, line]));
  for (const [i, seq] of seal.row_seqs.entries()) {
    const line = found.get(seq);
    if (line === undefined) return { kind: 'row-missing', sealNo, seq: BigInt(seq) };
    const hash = seal.row_hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);
    if (!rowHashOf(line).equals(hash)) return { kind: 'row-changed', sealNo, seq: BigInt(seq) };
    found.delete(seq);
  }
  const [extra] = found.keys();
  return extra === undefined ? null : { kind: 'row-extra', sealNo, seq: BigInt(extra) };
}

function headFault(seal: SealRow, previousHead: Buffer): LedgerFault | null {
  const sealNo = BigInt(seal.seal_no);
  const rowsHash = rowsHashOf(seal.row_hashes);
  const head = headOf(previousHead, {
    sealNo,
    fromTxid: BigInt(seal.from_txid),
    upToTxid: BigInt(seal.up_to_txid),
    rows: seal.row_seqs.length,
    rowsHash,
    sealedAt: seal.sealed_at,
  });
  const good = rowsHash.equals(seal.rows_hash) && head.equals(seal.head) && seal.rows === seal.row_seqs.length;
  return good ? null : { kind: 'seal-changed', sealNo };
}

function keptFault(seal: SealRow, anchors: readonly Anchor[]): LedgerFault | null {
  const sealNo = BigInt(seal.seal_no);
  const anchor = anchors.find((one) => one.sealNo === sealNo);
  return anchor === undefined || anchor.head === seal.head.toString('hex') ? null : { kind: 'head-not-kept', sealNo };
}
