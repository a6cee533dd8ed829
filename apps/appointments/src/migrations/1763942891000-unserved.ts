import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `unserved`: the citizen came, and the windows did not get to them before the day was over. */
const UNSERVED_SQL = `
ALTER TABLE visit
  DROP CONSTRAINT visit_state_check,
  DROP CONSTRAINT visit_check,
  ADD CONSTRAINT visit_state_check
    CHECK (state IN ('waiting', 'called', 'serving', 'finished', 'left', 'unserved')),
  ADD CONSTRAINT visit_check
    CHECK (state IN ('waiting', 'left', 'unserved') OR window_id IS NOT NULL AND called_at IS NOT NULL);

ALTER TABLE booking
  DROP CONSTRAINT booking_state_check,
  ADD CONSTRAINT booking_state_check CHECK (state IN
    ('held', 'confirmed', 'arrived', 'served', 'missed', 'unserved', 'cancelled', 'expired', 'released'));
`;

/** Before, a visit nobody had ended had been left, and its booking stayed as it was on arrival. */
const AS_BEFORE_SQL = `
UPDATE visit SET state = 'left' WHERE state = 'unserved';
UPDATE booking SET state = 'arrived' WHERE state = 'unserved';
ALTER TABLE visit
  DROP CONSTRAINT visit_state_check,
  DROP CONSTRAINT visit_check,
  ADD CONSTRAINT visit_state_check CHECK (state IN ('waiting', 'called', 'serving', 'finished', 'left')),
  ADD CONSTRAINT visit_check
    CHECK (state IN ('waiting', 'left') OR window_id IS NOT NULL AND called_at IS NOT NULL);
ALTER TABLE booking
  DROP CONSTRAINT booking_state_check,
  ADD CONSTRAINT booking_state_check CHECK (state IN
    ('held', 'confirmed', 'arrived', 'served', 'missed', 'cancelled', 'expired', 'released'));
`;

export class Unserved1763942891000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UNSERVED_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(AS_BEFORE_SQL);
  }
}
