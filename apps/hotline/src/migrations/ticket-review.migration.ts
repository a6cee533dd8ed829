import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 复议: the reviews citizens ask for. One is open at most; while it is, the ticket carries when it was asked for, so that
 * lists can show and find it.
 */
export class TicketReview1763943100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_review (
        id uuid PRIMARY KEY,
        ticket_id uuid NOT NULL REFERENCES ticket,
        asked_at timestamptz NOT NULL,
        via text NOT NULL CHECK (via IN ('web', 'sms')),
        reason text NOT NULL,
        outcome text CHECK (outcome IN ('upheld', 'set_aside')),
        decided_at timestamptz,
        decided_by uuid,
        decision_reason text,
        CONSTRAINT ticket_review_whole CHECK ((outcome IS NULL) = (decided_at IS NULL))
      )`);
    await runner.query('CREATE UNIQUE INDEX ticket_review_open ON ticket_review (ticket_id) WHERE outcome IS NULL');
    await runner.query('CREATE INDEX ticket_review_ticket ON ticket_review (ticket_id, asked_at)');
    await runner.query('ALTER TABLE ticket ADD COLUMN review_asked_at timestamptz');
    await runner.query(
      'CREATE INDEX ticket_review_newest ON ticket (registered_at, id) WHERE review_asked_at IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket DROP COLUMN review_asked_at');
    await runner.query('DROP TABLE ticket_review');
  }
}
