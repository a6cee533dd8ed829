import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where text messages to volunteers go, apart from what everybody may read of them: the phone rests sealed. */
export class VolunteerContacts1763942898000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE volunteer_contact (
        volunteer_id uuid PRIMARY KEY REFERENCES volunteer,
        sealed_phone text,
        language text NOT NULL CHECK (language IN ('zh-CN', 'en')),
        version int NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE volunteer_contact');
  }
}
