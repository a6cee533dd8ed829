import { tidyLine } from './tidy-text.js';

/** One sheet of a file: its rows that hold anything, every cell as text. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** The heading of a sheet lacks columns that are needed. */
export interface MissingColumns {
  readonly missing: readonly string[];
}

/** Gives the text under a heading; empty where the row is shorter. */
export type CellUnder<H extends string> = (heading: H) => string;

/**
 * The rows under a heading. The heading is the sheet's first row; columns may stand in any order and others may
 * stand between them.
 * @param headings the columns that are needed
 * @param read makes what is wanted of one row
 */
export function underHeading<H extends string, T>(
  sheet: Sheet,
  headings: readonly H[],
  read: (cell: CellUnder<H>, row: number) => T,
): T[] | MissingColumns {
  const [first, ...rows] = sheet.rows;
  const found = new Map(first?.cells.map((cell, place) => [tidyLine(cell), place]));
  const missing = headings.filter((heading) => !found.has(heading));
  if (missing.length > 0) return { missing };
  return rows.map(({ row, cells }) => read((heading) => cells[found.get(heading) ?? -1] ?? '', row));
}
