import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The three-level tree that requests are sorted by. */
export class Categories1763856200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE category (
        id uuid PRIMARY KEY,
        parent_id uuid REFERENCES category,
        level smallint NOT NULL CHECK (level BETWEEN 1 AND 3),
        name text NOT NULL,
        position integer NOT NULL,
        CHECK ((level = 1) = (parent_id IS NULL)),
        UNIQUE NULLS NOT DISTINCT (parent_id, name)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE category');
  }
}
