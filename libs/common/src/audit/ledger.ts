import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { decodeCursor, PAGE_LIMIT, toPage, type Page } from '../http/page.js';
import { currentOrigin, currentRequestId } from '../http/request-id.js';
import { newId } from '../persistence/id.js';
import { names, type Columns } from '../persistence/recordset.js';

/** One event of an item's story (domain.md §5, 台账): who, when, what, why. From where is known by itself. */
export interface LedgerEntry {
  /** `ticket`, `case`, `booking`, … */
  readonly itemType: string;
  readonly itemId: string;
  /** What was done, in the domain's words: `registered`, `dispatched`, `reveal`. */
  readonly action: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly reason?: string;
  /** Never a name or a number of a citizen: the ledger cannot forget. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** A line of the ledger as it is shown. */
export interface LedgerLine {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly action: string;
  readonly actorKind: Actor['kind'];
  /** Name of the member of staff, or what of the suite acted; null for a citizen. */
  readonly actorName: string | null;
  /** Roles of the member of staff at that time, separated by commas. */
  readonly actorRole: string | null;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Of the table `ledger`; a hot path's statement has them under the prefix `ledger` in its `recordset`. */
export const LEDGER_COLUMNS = [
  ['id', 'uuid'],
  ['item_type', 'text'],
  ['item_id', 'text'],
  ['at', 'timestamptz'],
  ['actor_kind', 'text'],
  ['actor_id', 'uuid'],
  ['actor_name', 'text'],
  ['actor_role', 'text'],
  ['origin', 'text'],
  ['request_id', 'text'],
  ['action', 'text'],
  ['reason', 'text'],
  ['detail', 'jsonb'],
] as const satisfies Columns;

/** The values of an entry under their prefix, in the order of the columns; written for the request being served. */
export function ledgerRow(entry: LedgerEntry): Record<`ledger_${(typeof LEDGER_COLUMNS)[number][0]}`, unknown> {
  const { actor } = entry;
  return {
    ledger_id: newId(),
    ledger_item_type: entry.itemType,
    ledger_item_id: entry.itemId,
    ledger_at: entry.at,
    ledger_actor_kind: actor.kind,
    ledger_actor_id: actor.kind === 'staff' ? actor.id : null,
    ledger_actor_name: actor.kind === 'citizen' ? null : actor.name,
    ledger_actor_role: actor.kind === 'staff' ? actor.roles.join(',') : null,
    ledger_origin: currentOrigin() ?? null,
    ledger_request_id: currentRequestId() ?? null,
    ledger_action: entry.action,
    ledger_reason: entry.reason ?? null,
    ledger_detail: entry.detail ?? {},
  };
}

const INSERT = `INSERT INTO ledger (${names(LEDGER_COLUMNS)})
  VALUES (${LEDGER_COLUMNS.map(([, type], i) => `$${i + 1}::${type}`).join(', ')})`;

const READ = `
  SELECT seq, at, action, actor_kind, actor_name, actor_role, reason, detail
  FROM ledger WHERE item_id = $1 AND item_type = $2 AND seq > $3 ORDER BY seq LIMIT $4`;

interface LedgerRow {
  seq: string;
  at: Date;
  action: string;
  actor_kind: Actor['kind'];
  actor_name: string | null;
  actor_role: string | null;
  reason: string | null;
  detail: Record<string, unknown>;
}

/** The append-only account of every change of every item. */
@Injectable()
export class Ledger {
  /** Writes an entry in the transaction of its change. */
  async write(em: EntityManager, entry: LedgerEntry): Promise<void> {
    await em.query(INSERT, Object.values(ledgerRow(entry)));
  }

  /**
   * The story of one item, oldest first. The caller checks who may read it.
   * @throws Malformed (400) if `after` is not a cursor of this list
   */
  async read(
    em: EntityManager,
    itemType: string,
    itemId: string,
    { after, limit = PAGE_LIMIT }: { after?: string; limit?: number } = {},
  ): Promise<Page<LedgerLine>> {
    const [seq] = decodeCursor(after, ['bigint']) ?? ['0'];
    const rows = await em.query<LedgerRow[]>(READ, [itemId, itemType, seq, limit + 1]);
    return toPage(rows, limit, (row) => [row.seq], lineOf);
  }
}

function lineOf(row: LedgerRow): LedgerLine {
  return {
    at: row.at.toISOString(),
    action: row.action,
    actorKind: row.actor_kind,
    actorName: row.actor_name,
    actorRole: row.actor_role,
    reason: row.reason,
    detail: row.detail,
  };
}
