import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ADVISORY_LOCKS } from '../persistence/advisory-locks.js';
import { headOf, LEDGER_LINE_SQL, NO_HEAD, rowHashOf, rowsHashOf, type SealedFacts } from './seal.js';

const EVERY_MS = 1_000;
const COMPLAIN_EVERY_MS = 60_000;
/** Rows read at once. A transaction's rows always go into one seal, however many they are. */
const USUAL_BATCH = 5_000;

/** A batch of ledger rows closed by a seal. */
export interface SealReport {
  readonly sealNo: bigint;
  readonly rows: number;
  /** Hexadecimal. */
  readonly head: string;
  readonly tookMs: number;
  /** Whether more rows wait already. */
  readonly more: boolean;
}

/** This server's transactions are older than those sealed: a dump was restored on another server. */
export class TransactionsRunBackwards extends Error {
  constructor(sealedUpTo: bigint, now: bigint) {
    super(
      `The ledger is sealed up to transaction ${sealedUpTo}, but this server is only at ${now}. ` +
        'After restoring a dump elsewhere, move the counter past it: pg_resetwal --next-transaction-id',
    );
    this.name = 'TransactionsRunBackwards';
  }
}

interface LastSeal {
  seal_no: string | null;
  up_to_txid: string | null;
  head: Buffer | null;
  oldest_running: string;
  now: Date;
}
const LAST_SEAL = `
  SELECT seal_no, up_to_txid::text, head,
         pg_snapshot_xmin(pg_current_snapshot())::text AS oldest_running, clock_timestamp() AS now
  FROM (SELECT 1) AS one
  LEFT JOIN (SELECT * FROM ledger_seal ORDER BY seal_no DESC LIMIT 1) AS last ON true`;

interface Line {
  seq: string;
  txid: string;
  line: string;
}
const LINES = `
  SELECT seq, txid::text, ${LEDGER_LINE_SQL} AS line FROM ledger
  WHERE txid >= $1::xid8 AND txid < $2::xid8 ORDER BY ledger.txid, seq LIMIT $3`;

const INSERT = `
  INSERT INTO ledger_seal (seal_no, from_txid, up_to_txid, first_seq, last_seq, rows, row_seqs, row_hashes, rows_hash,
                           head, sealed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/**
 * Chains the ledger: every second the rows of all transactions that are over get a seal. Rows are told by their
 * transaction, not by their number, because numbers are given out before commits: when every transaction below a
 * bound is over, no row below it can appear any more. Kept out of the hot transaction, where a chain would make every
 * commit wait for the one before (architecture.md, delivery).
 */
@Injectable()
export class Sealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Sealer.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private complainedAt = -Infinity;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.next(EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /**
   * Seals what can be sealed now, at most one batch.
   * @returns what was sealed, or null if nothing was to seal or another process is at it
   * @throws TransactionsRunBackwards
   */
  async sealOnce(): Promise<SealReport | null> {
    const begun = performance.now();
    const sealed = await this.dataSource.transaction((em) => sealBatch(em));
    if (sealed === null) return null;
    const report = { ...sealed, tookMs: performance.now() - begun };
    this.logger.debug(
      `Seal ${report.sealNo}: ${report.rows} rows in ${report.tookMs.toFixed(1)} ms, head ${report.head}`,
    );
    return report;
  }

  private next(inMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round();
    }, inMs);
  }

  private async round(): Promise<void> {
    let more = false;
    try {
      more = (await this.sealOnce())?.more ?? false;
    } catch (error) {
      this.complain(error);
    }
    this.next(more ? 0 : EVERY_MS);
  }

  private complain(error: unknown): void {
    const now = performance.now();
    if (now - this.complainedAt < COMPLAIN_EVERY_MS) return;
    this.complainedAt = now;
    this.logger.error(`The ledger is not being sealed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function sealBatch(em: EntityManager): Promise<Omit<SealReport, 'tookMs'> | null> {
  const [lock] = await em.query<{ got: boolean }[]>(
    `SELECT pg_try_advisory_xact_lock(${ADVISORY_LOCKS.ledgerSeals}) AS got`,
  );
  if (lock?.got !== true) return null;
  const [last] = await em.query<LastSeal[]>(LAST_SEAL);
  if (last === undefined) return null;
  const fromTxid = BigInt(last.up_to_txid ?? 0);
  const overBelow = BigInt(last.oldest_running);
  if (overBelow < fromTxid) throw new TransactionsRunBackwards(fromTxid, overBelow);
  const { lines, upToTxid } = await closedBatch(em, fromTxid, overBelow);
  const [first] = lines;
  if (first === undefined) return null;

  const rowHashes = Buffer.concat(lines.map(({ line }) => rowHashOf(line)));
  const facts: SealedFacts = {
    sealNo: BigInt(last.seal_no ?? 0) + 1n,
    fromTxid,
    upToTxid,
    rows: lines.length,
    rowsHash: rowsHashOf(rowHashes),
    sealedAt: last.now,
  };
  const head = headOf(last.head ?? NO_HEAD, facts);
  await em.query(INSERT, [
    facts.sealNo,
    facts.fromTxid,
    facts.upToTxid,
    first.seq,
    lines.at(-1)?.seq,
    facts.rows,
    lines.map(({ seq }) => seq),
    rowHashes,
    facts.rowsHash,
    head,
    facts.sealedAt,
  ]);
  return { sealNo: facts.sealNo, rows: facts.rows, head: head.toString('hex'), more: upToTxid < overBelow };
}

/** The rows of whole transactions from `from` on, in the order of their numbers, and the bound they lie below. */
async function closedBatch(
  em: EntityManager,
  from: bigint,
  below: bigint,
): Promise<{ lines: Line[]; upToTxid: bigint }> {
  const lines = await em.query<Line[]>(LINES, [from, below, USUAL_BATCH + 1]);
  const last = lines.at(-1);
  if (last === undefined || lines.length <= USUAL_BATCH) return { lines: bySeq(lines), upToTxid: below };
  const cut = BigInt(last.txid);
  const whole = lines.filter(({ txid }) => BigInt(txid) < cut);
  if (whole.length > 0) return { lines: bySeq(whole), upToTxid: cut };
  const all = await em.query<Line[]>(LINES, [cut, cut + 1n, null]);
  return { lines: bySeq(all), upToTxid: cut + 1n };
}

function bySeq(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) => (BigInt(a.seq) < BigInt(b.seq) ? -1 : 1));
}
