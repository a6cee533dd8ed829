import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A talk may move to a time overlapping its own: the booking asked for names the one it replaces. */
export class MovedTalks1763942899000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resource_booking ADD COLUMN replaces uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resource_booking DROP COLUMN replaces');
  }
}
