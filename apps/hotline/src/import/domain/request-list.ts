import {
  isBadRow,
  REQUEST_COLUMNS,
  requestOf,
  type BadRow,
  type ImportedRequest,
  type RequestCells,
} from './request-row.js';
import { underHeading, type MissingColumns, type Sheet } from './sheet.js';

/** A row of a list with its number in the file. */
export interface RequestRow {
  readonly row: number;
  readonly cells: RequestCells;
}

/** The rows of a sheet that is headed as a list of requests. */
export function requestRows(sheet: Sheet): RequestRow[] | MissingColumns {
  return underHeading(sheet, Object.values(REQUEST_COLUMNS), (cell, row) => ({
    row,
    cells: {
      number: cell(REQUEST_COLUMNS.number),
      citizen: cell(REQUEST_COLUMNS.citizen),
      subject: cell(REQUEST_COLUMNS.subject),
      registeredAt: cell(REQUEST_COLUMNS.registeredAt),
      content: cell(REQUEST_COLUMNS.content),
      reply: cell(REQUEST_COLUMNS.reply),
      repliedAt: cell(REQUEST_COLUMNS.repliedAt),
    },
  }));
}

/** A list of requests, read: each of its rows is in one of the three. */
export interface RequestList {
  readonly requests: readonly ImportedRequest[];
  readonly bad: readonly BadRow[];
  /** Rows that say word for word what an earlier row says. */
  readonly repeated: readonly { readonly row: number; readonly firstRow: number }[];
}

/**
 * Reads all rows of a list. Where a number occurs twice, the same request written twice is one request; a different
 * one under the same number is a bad row: which of the two it stands for, nobody can tell but who made the list.
 */
export function readRequests(rows: readonly RequestRow[], options: { timeZone: string; now: Date }): RequestList {
  const requests = new Map<string, ImportedRequest>();
  const bad: BadRow[] = [];
  const repeated: { row: number; firstRow: number }[] = [];
  for (const { row, cells } of rows) {
    const read = requestOf(row, cells, options);
    if (isBadRow(read)) {
      bad.push(read);
      continue;
    }
    const first = requests.get(read.number);
    if (!first) requests.set(read.number, read);
    else if (sameWords(first, read)) repeated.push({ row, firstRow: first.row });
    else bad.push({ row, faults: [{ column: 'number', fault: 'number-twice', firstRow: first.row }] });
  }
  return { requests: [...requests.values()], bad, repeated };
}

function sameWords(one: ImportedRequest, other: ImportedRequest): boolean {
  return JSON.stringify({ ...one, row: 0 }) === JSON.stringify({ ...other, row: 0 });
}
