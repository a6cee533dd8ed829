import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The talk by text message between a phone and one of our numbers, as dialogue/domain reads and writes it. Its row is
 * locked while a message is taken: two processes cannot take two messages of a phone at once.
 */
const DIALOGUE_SQL = `
CREATE TABLE text_dialogue (
  phone_fingerprint text NOT NULL,
  office_number text NOT NULL,
  state jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (phone_fingerprint, office_number)
);
CREATE INDEX text_dialogue_changed ON text_dialogue (changed_at);

CREATE INDEX booking_to_rate ON booking (phone_fingerprint, start_at) WHERE state = 'served';
`;

export class Dialogue1763942880000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DIALOGUE_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX booking_to_rate');
    await runner.query('DROP TABLE text_dialogue');
  }
}
