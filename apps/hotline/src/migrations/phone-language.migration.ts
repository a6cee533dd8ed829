import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is remembered of a phone that writes: the language it has chosen (中文, EN), and when a booking asked it for a
 * rating last, until a rating has gone there.
 */
export class PhoneLanguage1763942800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE phone_language (
        phone_fingerprint text PRIMARY KEY,
        language text NOT NULL CHECK (language IN ('zh-CN', 'en'))
      )`);
    await runner.query(`
      CREATE TABLE rating_asked_elsewhere (
        phone_fingerprint text PRIMARY KEY,
        asked_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rating_asked_elsewhere, phone_language');
  }
}
