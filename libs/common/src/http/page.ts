import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Malformed } from './problem.js';

export const PAGE_LIMIT = 50;
export const PAGE_LIMIT_MAX = 100;

/** One page of a list with a stable order; there is no total (interfaces.md §1). */
export interface Page<T> {
  readonly items: readonly T[];
  /** Cursor of the next page for `?after=`, null on the last. */
  readonly next: string | null;
}

/** Query of every list; lists with filters extend it. */
export class PageQuery {
  /** Cursor from the `next` of the page before. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  after?: string;

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: PAGE_LIMIT_MAX, default: PAGE_LIMIT })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT_MAX)
  limit: number = PAGE_LIMIT;
}

/** What a cursor may hold: the sort key of the last row shown. */
export type CursorPart = string | number;
/** `bigint` is a row number of PostgreSQL as a string, `instant` an ISO 8601 string. */
export type CursorKind = 'string' | 'number' | 'bigint' | 'instant' | 'uuid';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The sort key of a page's last row, opaque to callers. */
export function encodeCursor(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * Reads a cursor back.
 * @param kinds what its parts are
 * @returns its parts, or null when there is no cursor (the first page)
 * @throws Malformed (400) if it is not a cursor of this list
 */
export function decodeCursor(cursor: string | undefined, kinds: readonly CursorKind[]): CursorPart[] | null {
  if (cursor === undefined) return null;
  const parts = parse(cursor);
  if (!isKey(parts, kinds)) throw new Malformed([{ pointer: '?after', rule: 'cursor' }]);
  return parts;
}

function isKey(parts: unknown, kinds: readonly CursorKind[]): parts is CursorPart[] {
  return Array.isArray(parts) && parts.length === kinds.length && kinds.every((kind, i) => fits(parts[i], kind));
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function fits(part: unknown, kind: CursorKind): boolean {
  if (kind === 'number') return Number.isSafeInteger(part);
  if (typeof part !== 'string' || part.includes('\0')) return false;
  if (kind === 'instant') return /^\d{4}-\d\d-\d\dT/.test(part) && !Number.isNaN(Date.parse(part));
  if (kind === 'bigint') return /^\d{1,18}$/.test(part);
  return kind === 'string' || UUID.test(part);
}

/**
 * Makes a page of rows fetched with `LIMIT limit + 1`: the one too many tells that there is a next page.
 * @param keyOf the sort key of a row, as the list's query compares it
 */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => readonly CursorPart[],
  show: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(show), next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}

/**
 * A page of a list in the order of one of its fields.
 * @param kind what the field holds
 * @param read the rows after a key (null: from the first), one more than `limit`
 * @throws Malformed (400) if `after` is not a cursor of this list
 */
export async function pageByKey<K extends string, R extends Record<K, string>>(
  { after, limit }: PageQuery,
  key: K,
  kind: 'string' | 'uuid',
  read: (after: string | null, limit: number) => Promise<readonly R[]>,
): Promise<{ items: R[]; next: string | null }> {
  const [last] = decodeCursor(after, [kind]) ?? [null];
  const rows = await read(last === null ? null : String(last), limit);
  const { items, next } = toPage(
    rows,
    limit,
    (row) => [row[key]],
    (row) => row,
  );
  return { items: [...items], next };
}
