import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language a phone has chosen by text message (中文, EN); none stands for a phone that never chose. */
export class PhoneLanguage1763942800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE phone_language (
        phone_fingerprint text PRIMARY KEY,
        language text NOT NULL CHECK (language IN ('zh-CN', 'en'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE phone_language');
  }
}
