import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each time a window's post was left while citizens waited for it (脱岗): since when nobody had done anything there. */
const POSTS_LEFT_SQL = `
CREATE TABLE post_left (
  window_id uuid NOT NULL REFERENCES service_window,
  since timestamptz NOT NULL,
  day date NOT NULL,
  found_at timestamptz NOT NULL,
  PRIMARY KEY (window_id, since)
);
CREATE INDEX post_left_day ON post_left (window_id, day);
`;

export class PostsLeft1763942842000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POSTS_LEFT_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE post_left');
  }
}
