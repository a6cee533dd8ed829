import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '@app/common/persistence/id.js';
import type { CategoryPath } from './domain/category-list.js';

/** Adds those of one level that are not there yet, each below its parent, which is. */
const INSERT_LEVEL = `
  WITH RECURSIVE known AS (
    SELECT id, level, ARRAY[name] AS path FROM category WHERE parent_id IS NULL
    UNION ALL
    SELECT child.id, child.level, known.path || child.name FROM category child JOIN known ON child.parent_id = known.id
  ), listed AS (
    SELECT id::uuid, position::integer, ARRAY(SELECT jsonb_array_elements_text(path)) AS path
    FROM jsonb_to_recordset($1::jsonb) AS listed(id text, position integer, path jsonb)
  )
  INSERT INTO category (id, parent_id, level, name, position)
  SELECT listed.id, known.id, cardinality(listed.path), listed.path[cardinality(listed.path)], listed.position
  FROM listed LEFT JOIN known ON known.path = trim_array(listed.path, 1)
  ON CONFLICT (parent_id, name) DO NOTHING
  RETURNING id`;

@Injectable()
export class CategoryRepository {
  /**
   * Adds categories with those above them; what is there stays as it is.
   * @returns how many were new, by level
   */
  async add(em: EntityManager, paths: readonly CategoryPath[]): Promise<[number, number, number]> {
    const added: [number, number, number] = [0, 0, 0];
    for (const level of [1, 2, 3] as const) {
      const distinct = new Map(paths.map((path) => [JSON.stringify(path.slice(0, level)), path.slice(0, level)]));
      const listed = [...distinct.values()].map((path, position) => ({ id: newId(), position, path }));
      const rows = await em.query<{ id: string }[]>(INSERT_LEVEL, [JSON.stringify(listed)]);
      added[level - 1] = rows.length;
    }
    return added;
  }
}
