import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What can be booked, where and at which window. `schedule_stamp` rises with every change of what decides whether a
 * time at a site may be booked: a booking that was checked against an older stamp is checked again.
 */
const CATALOGUE_SQL = `
ALTER TABLE site
  ADD COLUMN directions_zh text NOT NULL DEFAULT '',
  ADD COLUMN directions_en text NOT NULL DEFAULT '',
  ADD COLUMN accessibility text[] NOT NULL DEFAULT '{}',
  ADD COLUMN phone text NOT NULL DEFAULT '',
  ADD COLUMN active boolean NOT NULL DEFAULT true,
  ADD COLUMN version int NOT NULL DEFAULT 1;

CREATE TABLE schedule_stamp (
  site_id uuid PRIMARY KEY REFERENCES site,
  stamp bigint NOT NULL DEFAULT 1
);

CREATE TABLE service_item (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9-]{2,40}$'),
  name_zh text NOT NULL,
  name_en text NOT NULL,
  class text NOT NULL CHECK (class IN ('immediate', 'promised')),
  duration_minutes int NOT NULL CHECK (duration_minutes BETWEEN 5 AND 240),
  fee_cents int NOT NULL DEFAULT 0 CHECK (fee_cents >= 0),
  legal_basis_zh text NOT NULL,
  legal_basis_en text NOT NULL,
  limit_days int NOT NULL CHECK (limit_days >= 0),
  green_channel boolean NOT NULL DEFAULT false,
  representative boolean NOT NULL DEFAULT false,
  home_visit boolean NOT NULL DEFAULT false,
  groups boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1
);

CREATE TABLE material_list (
  item_code text NOT NULL REFERENCES service_item,
  version int NOT NULL CHECK (version >= 1),
  materials jsonb NOT NULL,
  issued_at timestamptz NOT NULL,
  PRIMARY KEY (item_code, version)
);

CREATE TABLE site_item (
  site_id uuid NOT NULL REFERENCES site,
  item_code text NOT NULL REFERENCES service_item,
  channels text[] NOT NULL CHECK (channels <@ ARRAY['web', 'sms', 'phone', 'counter'] AND channels <> '{}'),
  PRIMARY KEY (item_code, site_id)
);

CREATE TABLE post (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  qualifications text[] NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1
);
CREATE INDEX post_site ON post (site_id);

CREATE TABLE service_window (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site,
  post_id uuid REFERENCES post,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL DEFAULT 'counter' CHECK (kind IN ('counter', 'home-visit')),
  travel_minutes int NOT NULL DEFAULT 0 CHECK (travel_minutes BETWEEN 0 AND 120),
  active boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1,
  UNIQUE (site_id, code)
);

CREATE TABLE window_item (
  window_id uuid NOT NULL REFERENCES service_window,
  item_code text NOT NULL REFERENCES service_item,
  PRIMARY KEY (item_code, window_id)
);
CREATE INDEX window_item_window ON window_item (window_id);

CREATE TABLE volunteer (
  id uuid PRIMARY KEY,
  staff_id uuid,
  name text NOT NULL,
  fields text[] NOT NULL DEFAULT '{}',
  active boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1
);
CREATE TABLE volunteer_hours (
  volunteer_id uuid NOT NULL REFERENCES volunteer,
  weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute int NOT NULL,
  to_minute int NOT NULL,
  PRIMARY KEY (volunteer_id, weekday, from_minute),
  CHECK (0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440)
);
`;

export class Catalogue1763942400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CATALOGUE_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE volunteer_hours, volunteer, window_item, service_window, post, site_item, material_list,
      service_item, schedule_stamp`);
    await runner.query(`ALTER TABLE site DROP COLUMN directions_zh, DROP COLUMN directions_en, DROP COLUMN accessibility,
      DROP COLUMN phone, DROP COLUMN active, DROP COLUMN version`);
  }
}
