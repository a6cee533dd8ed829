import type { CategoryPath } from './category-list.js';

/** A place in the tree, ready to be stored. */
export interface NewCategory {
  readonly id: string;
  readonly parentId: string | null;
  readonly level: number;
  readonly name: string;
  readonly position: number;
}

/** What a category is known by: its names from the first level on. */
export function categoryKey(names: readonly string[]): string {
  return JSON.stringify(names);
}

/**
 * The categories a list adds to a tree, those above before those below.
 * @param known ids of the categories there are, by `categoryKey`
 * @param newId makes an id
 */
export function newCategories(
  known: ReadonlyMap<string, string>,
  paths: readonly CategoryPath[],
  newId: () => string,
): NewCategory[] {
  const ids = new Map(known);
  const added: NewCategory[] = [];
  for (const path of paths) {
    for (const level of [1, 2, 3]) {
      const names = path.slice(0, level);
      if (ids.has(categoryKey(names))) continue;
      const id = newId();
      const parentId = ids.get(categoryKey(names.slice(0, -1))) ?? null;
      added.push({ id, parentId, level, name: names.at(-1) ?? '', position: ids.size });
      ids.set(categoryKey(names), id);
    }
  }
  return added;
}
