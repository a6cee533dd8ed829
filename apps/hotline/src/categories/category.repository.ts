import type { EntityManager } from 'typeorm';
import { ADVISORY_LOCKS } from '@app/common/persistence/advisory-locks.js';
import { newId } from '@app/common/persistence/id.js';
import { Category } from './category.entity.js';
import type { CategoryPath } from './domain/category-list.js';
import { categoryKey, newCategories, type NewCategory } from './domain/category-tree.js';

const KNOWN = `
  WITH RECURSIVE known AS (
    SELECT id, ARRAY[name] AS names FROM category WHERE parent_id IS NULL
    UNION ALL
    SELECT child.id, known.names || child.name FROM category child JOIN known ON child.parent_id = known.id
  )
  SELECT id, names FROM known`;

/** The three-level tree that requests are sorted by. */
export class CategoryRepository {
  /** The categories of a list that are not there yet. */
  async missing(em: EntityManager, paths: readonly CategoryPath[]): Promise<NewCategory[]> {
    const rows = await em.query<{ id: string; names: string[] }[]>(KNOWN);
    return newCategories(new Map(rows.map(({ id, names }) => [categoryKey(names), id])), paths, newId);
  }

  /**
   * Adds categories with those above them; what is there stays as it is.
   * @returns how many were new
   */
  async add(em: EntityManager, paths: readonly CategoryPath[]): Promise<number> {
    await em.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.categories]);
    const added = await this.missing(em, paths);
    if (added.length > 0) await em.insert(Category, added);
    return added.length;
  }
}
