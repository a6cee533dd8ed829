import type { EntityManager } from 'typeorm';
import type { CategoryRepository } from '../categories/category.repository.js';
import { readCategories, type CategoryList } from '../categories/domain/category-list.js';
import { newCategories } from '../categories/domain/category-tree.js';
import { readRequests, requestRows, type RequestList } from './domain/request-list.js';
import type { Sheet } from './domain/sheet.js';
import { knownTickets, type RequestImporter } from './request-importer.js';
import { readSheets } from './sheet-file.js';

/** What became of one sheet; in a rehearsal, what would become of it. */
export type SheetReport =
  | { readonly sheet: string; readonly holds: 'requests'; readonly added: number; readonly list: RequestList }
  | { readonly sheet: string; readonly holds: 'categories'; readonly added: number; readonly list: CategoryList }
  /** Neither of them: the columns that a list of requests has and this sheet has not. */
  | { readonly sheet: string; readonly holds: 'neither'; readonly missing: readonly string[] };

export interface ImportOptions {
  /** Names the system that the requests come from; its numbers count for themselves. */
  readonly source: string;
  readonly timeZone: string;
  readonly now: Date;
}

/** What is done with a list. Each gives how many tickets or categories it adds. */
interface ListTakers {
  requests(list: RequestList): Promise<number>;
  categories(list: CategoryList): Promise<number>;
}

/**
 * Imports every sheet of a file that is headed as a list of requests or of categories. Importing it again adds nothing.
 * @throws UnreadableFile
 */
export function importFile(
  path: string,
  importer: RequestImporter,
  categories: CategoryRepository,
  options: ImportOptions,
): Promise<SheetReport[]> {
  return takeSheets(path, options, {
    requests: ({ requests }) => importer.add(requests, options.source, options.now),
    categories: ({ paths }) => importer.dataSource.transaction((em) => categories.add(em, paths)),
  });
}

/**
 * Reports what `importFile` would do, and changes nothing.
 * @param em reads what is there already; `null` where there is no database yet
 * @throws UnreadableFile
 */
export function rehearseImport(
  path: string,
  em: EntityManager | null,
  categories: CategoryRepository,
  options: ImportOptions,
): Promise<SheetReport[]> {
  return takeSheets(path, options, {
    requests: async ({ requests }) =>
      requests.length - (em ? (await knownTickets(em, requests, options.source)).size : 0),
    categories: async ({ paths }) =>
      (em ? await categories.missing(em, paths) : newCategories(new Map(), paths, () => '')).length,
  });
}

async function takeSheets(path: string, options: ImportOptions, take: ListTakers): Promise<SheetReport[]> {
  const reports: SheetReport[] = [];
  for (const sheet of await readSheets(path)) {
    if (sheet.rows.length > 0) reports.push(await takeSheet(sheet, options, take));
  }
  return reports;
}

async function takeSheet(sheet: Sheet, options: ImportOptions, take: ListTakers): Promise<SheetReport> {
  const categories = readCategories(sheet);
  if (!('missing' in categories)) {
    return { sheet: sheet.name, holds: 'categories', added: await take.categories(categories), list: categories };
  }
  const rows = requestRows(sheet);
  if ('missing' in rows) return { sheet: sheet.name, holds: 'neither', missing: rows.missing };
  const list = readRequests(rows, options);
  return { sheet: sheet.name, holds: 'requests', added: await take.requests(list), list };
}
