import { tidyLine } from '../../import/domain/tidy-text.js';
import { underHeading, type MissingColumns, type Sheet } from '../../import/domain/sheet.js';

/** How such lists head their columns: one row for each category of the third level, with those above it. */
export const CATEGORY_COLUMNS = ['level1', 'level2', 'level3'] as const;

/** Names from the first level to the third. */
export type CategoryPath = readonly [string, string, string];

/** A list of categories, read: each of its rows is in one of the three. */
export interface CategoryList {
  readonly paths: readonly CategoryPath[];
  /** Rows in which a level has no name. */
  readonly bad: readonly number[];
  /** Rows that name a category an earlier row names. */
  readonly repeated: readonly number[];
}

/** Reads a sheet that is headed as a list of categories. */
export function readCategories(sheet: Sheet): CategoryList | MissingColumns {
  const rows = underHeading(sheet, CATEGORY_COLUMNS, (cell, row) => ({
    row,
    path: [tidyLine(cell('level1')), tidyLine(cell('level2')), tidyLine(cell('level3'))] as const,
  }));
  if ('missing' in rows) return rows;
  const paths = new Map<string, CategoryPath>();
  const bad: number[] = [];
  const repeated: number[] = [];
  for (const { row, path } of rows) {
    const key = JSON.stringify(path);
    if (path.includes('')) bad.push(row);
    else if (paths.has(key)) repeated.push(row);
    else paths.set(key, path);
  }
  return { paths: [...paths.values()], bad, repeated };
}
