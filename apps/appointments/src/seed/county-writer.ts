import type { EntityManager } from 'typeorm';
import type { Day } from '@app/common/calendar/zone.js';
import { raiseStamp } from '../schedule/schedule-stamp.js';
import type { County } from './county.js';

/** Rows of one table from a JSON list; what is there stays as it is. */
const insert = (table: string, columns: Readonly<Record<string, string>>): string => {
  const names = Object.keys(columns);
  const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.join(', ')}
    FROM jsonb_to_recordset($1) AS row (${types.join(', ')}) ON CONFLICT DO NOTHING`;
};

const NAMES = { name_zh: 'text', name_en: 'text' };
const SITES = insert('site', {
  id: 'uuid',
  ...NAMES,
  address: 'text',
  directions_zh: 'text',
  directions_en: 'text',
  accessibility: 'text[]',
  phone: 'text',
});
const ITEMS = insert('service_item', {
  code: 'text',
  ...NAMES,
  class: 'text',
  duration_minutes: 'int',
  fee_cents: 'int',
  limit_days: 'int',
  legal_basis_zh: 'text',
  legal_basis_en: 'text',
  green_channel: 'boolean',
  representative: 'boolean',
  home_visit: 'boolean',
  groups: 'boolean',
});
const MATERIALS = insert('material_list', {
  item_code: 'text',
  version: 'int',
  materials: 'jsonb',
  issued_at: 'timestamptz',
});
const OFFERS = insert('site_item', { site_id: 'uuid', item_code: 'text', channels: 'text[]' });
const OFFICERS = insert('officer', {
  id: 'uuid',
  site_id: 'uuid',
  name: 'text',
  qualifications: 'text[]',
  may_lead: 'boolean',
});
const POSTS = insert('post', {
  id: 'uuid',
  site_id: 'uuid',
  ...NAMES,
  qualifications: 'text[]',
  a_officer_id: 'uuid',
  b_officer_id: 'uuid',
});
const WINDOWS = insert('service_window', {
  id: 'uuid',
  site_id: 'uuid',
  post_id: 'uuid',
  code: 'text',
  ...NAMES,
  kind: 'text',
  travel_minutes: 'int',
});
const WINDOW_ITEMS = insert('window_item', { window_id: 'uuid', item_code: 'text' });
const PATTERNS = insert('window_pattern', {
  window_id: 'uuid',
  weekday: 'smallint',
  session: 'text',
  from_minute: 'int',
  to_minute: 'int',
  capacity: 'int',
  green_minutes: 'int',
});
const ROOMS = insert('room', {
  id: 'uuid',
  site_id: 'uuid',
  unit_id: 'uuid',
  ...NAMES,
  place: 'text',
  seats: 'int',
});
const VOLUNTEERS = insert('volunteer', { id: 'uuid', staff_id: 'uuid', name: 'text', fields: 'text[]' });
const HOURS = insert('volunteer_hours', {
  volunteer_id: 'uuid',
  weekday: 'smallint',
  from_minute: 'int',
  to_minute: 'int',
});
const WEEKS = insert('published_week', {
  site_id: 'uuid',
  monday: 'date',
  published_at: 'timestamptz',
  published_by: 'uuid',
});

/**
 * Writes a county's catalogue and network; what is there already stays as it is, so it may be done again.
 * @param issuedAt when the material lists were issued
 */
export async function writeCounty(em: EntityManager, county: County, issuedAt: Date): Promise<void> {
  const put = (statement: string, rows: readonly object[]): Promise<unknown> =>
    em.query(statement, [JSON.stringify(rows.map(inColumns))]);
  await put(SITES, county.sites);
  await put(ITEMS, county.items);
  const lists = county.items.flatMap(({ code, materials }) =>
    materials.map((list, i) => ({ itemCode: code, version: i + 1, materials: list, issuedAt })),
  );
  await put(MATERIALS, lists);
  await put(OFFERS, county.offers);
  await put(OFFICERS, county.officers);
  await put(POSTS, county.posts);
  await put(WINDOWS, county.windows);
  await put(
    WINDOW_ITEMS,
    county.windows.flatMap(({ id, items }) => items.map((itemCode) => ({ windowId: id, itemCode }))),
  );
  await put(
    PATTERNS,
    county.windows.flatMap(({ id, pattern }) => pattern.map((session) => ({ windowId: id, ...session }))),
  );
  await put(ROOMS, county.rooms);
  await put(VOLUNTEERS, county.volunteers);
  await put(
    HOURS,
    county.volunteers.flatMap(({ id, hours }) => hours.map((hour) => ({ volunteerId: id, ...hour }))),
  );
  await raiseStamp(em, ...county.sites.map(({ id }) => id));
}

/** Publishes weeks of sites, given by their Mondays; those that are published already stay as they are. */
export async function publishWeeks(
  em: EntityManager,
  siteIds: readonly string[],
  mondays: readonly Day[],
  { at, by }: { at: Date; by: string },
): Promise<void> {
  const weeks = siteIds.flatMap((site_id) =>
    mondays.map((monday) => ({ site_id, monday, published_at: at, published_by: by })),
  );
  await em.query(WEEKS, [JSON.stringify(weeks)]);
  await raiseStamp(em, ...siteIds);
}

/** `nameZh` is `name_zh` in the database. */
function inColumns(row: object): object {
  const column = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [column(name), value]));
}
