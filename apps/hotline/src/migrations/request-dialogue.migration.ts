import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The talk by text message between a phone and one of our numbers, in which a request is taken down: it holds the mark
 * that the line of help was given, too. Its row is locked while a message is taken. The draft inside is sealed.
 */
export class RequestDialogue1763943000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE text_dialogue');
    await runner.query(`
      CREATE TABLE text_dialogue (
        phone_fingerprint text NOT NULL,
        office_number text NOT NULL,
        state jsonb NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (phone_fingerprint, office_number)
      )`);
    await runner.query('CREATE INDEX text_dialogue_changed ON text_dialogue (changed_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE text_dialogue');
    await runner.query(`
      CREATE TABLE text_dialogue (
        phone_fingerprint text PRIMARY KEY,
        not_understood_at timestamptz NOT NULL
      )`);
  }
}
