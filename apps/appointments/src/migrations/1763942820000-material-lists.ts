import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A list of what to bring (一次性告知书) that was issued is what citizens rely on: a change is a new version. */
const MATERIAL_LISTS_SQL = `
CREATE FUNCTION material_list_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a material list that was issued is never altered';
END
$$;

CREATE TRIGGER material_list_stays BEFORE UPDATE OR DELETE ON material_list
  FOR EACH STATEMENT EXECUTE FUNCTION material_list_stays();
`;

export class MaterialLists1763942820000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MATERIAL_LISTS_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER material_list_stays ON material_list; DROP FUNCTION material_list_stays');
  }
}
