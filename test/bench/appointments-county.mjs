// @ts-check
import { query } from './database.mjs';

/** The item everybody books: a quarter of an hour. */
export const ITEM = 'bench-item';
/** Sites to book at, and one whose month is looked at, among others like it. */
export const BOOKED_SITES = 120;
const LOOKED_AT_SITES = 12;
const WINDOWS = 4;
const CAPACITY = 2;
/** Of the hot slot's window. */
export const HOT_CAPACITY = 7;
/** How many bookings there are when a month is looked at. */
export const BOOKINGS = 50_000;
const DAYS = 30;

/** @param {number} n */
export const bookedSite = (n) => siteId(n);
export const LOOKED_AT_SITE = siteId(BOOKED_SITES);
export const HOT_SITE = siteId(BOOKED_SITES + LOOKED_AT_SITES);

/** @param {number} n */
function siteId(n) {
  return `0190be00-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

const SITE = `('0190be00-0000-7000-8000-' || lpad(to_hex(s), 12, '0'))::uuid`;
const WINDOW = `('0190be00-0000-7000-8' || lpad(to_hex(w), 3, '0') || '-' || lpad(to_hex(s), 12, '0'))::uuid`;
const ALL_SITES = `generate_series(0, ${BOOKED_SITES + LOOKED_AT_SITES}) AS s`;
const ALL_WINDOWS = `${ALL_SITES}, generate_series(1, CASE WHEN s = ${BOOKED_SITES + LOOKED_AT_SITES} THEN 1 ELSE ${WINDOWS} END) AS w`;

const COUNTY = [
  `INSERT INTO service_item (code, name_zh, name_en, class, duration_minutes, legal_basis_zh, legal_basis_en, limit_days)
   VALUES ('${ITEM}', '居民身份证', 'Identity card', 'immediate', 15, '《居民身份证法》', 'Law on Identity Cards', 0)`,
  `INSERT INTO material_list (item_code, version, issued_at, materials) VALUES ('${ITEM}', 1, now(),
   '[{"nameZh": "户口簿", "nameEn": "Household register", "originals": 1, "copies": 0, "noteZh": null, "noteEn": null}]')`,
  `INSERT INTO site (id, name_zh, name_en, address) SELECT ${SITE}, '网点' || s, 'Site ' || s, '幸福路' || s || '号'
   FROM ${ALL_SITES}`,
  `INSERT INTO schedule_stamp (site_id) SELECT ${SITE} FROM ${ALL_SITES} ON CONFLICT DO NOTHING`,
  `INSERT INTO site_item (site_id, item_code, channels) SELECT ${SITE}, '${ITEM}', '{web,phone}' FROM ${ALL_SITES}`,
  `INSERT INTO service_window (id, site_id, code, name_zh, name_en) SELECT ${WINDOW}, ${SITE}, w, w || '号', 'No. ' || w
   FROM ${ALL_WINDOWS}`,
  `INSERT INTO window_item (window_id, item_code) SELECT ${WINDOW}, '${ITEM}' FROM ${ALL_WINDOWS}`,
  `INSERT INTO window_pattern (window_id, weekday, session, from_minute, to_minute, capacity)
   SELECT ${WINDOW}, weekday, session, from_minute, to_minute,
     CASE WHEN s = ${BOOKED_SITES + LOOKED_AT_SITES} THEN ${HOT_CAPACITY} ELSE ${CAPACITY} END
   FROM ${ALL_WINDOWS}, generate_series(1, 5) AS weekday,
     (VALUES ('morning', 540, 720), ('afternoon', 810, 1050)) AS open (session, from_minute, to_minute)`,
];

/** Bookings at the sites looked at: of all places of all working days, as many as there are to be, taken at random. */
const TAKEN = `
INSERT INTO booking (id, resource_kind, resource_id, place, during, state, held_until, confirmed_at, code, site_id, item_code,
  material_version, day, start_at, end_at, channel, created_at)
SELECT gen_random_uuid(), 'window', ${WINDOW}, place, tstzrange(at, at + interval '15 minutes'), 'confirmed', now(), now(),
  'BENCH' || row_number() OVER (), ${SITE}, '${ITEM}', 1, day, at, at + interval '15 minutes', 'web', now()
FROM (
  SELECT s, w, place, day::date AS day, (day::date + minute * interval '1 minute') AT TIME ZONE 'Asia/Shanghai' AS at
  FROM generate_series(${BOOKED_SITES}, ${BOOKED_SITES + LOOKED_AT_SITES - 1}) AS s, generate_series(1, ${WINDOWS}) AS w,
    generate_series(1, ${CAPACITY}) AS place,
    generate_series(current_date + 1, current_date + ${DAYS}, interval '1 day') AS day,
    (SELECT generate_series(540, 705, 15) UNION ALL SELECT generate_series(810, 1035, 15)) AS of_day (minute)
  WHERE extract(isodow FROM day) < 6
  ORDER BY random() LIMIT ${BOOKINGS}) AS taken`;

/**
 * Writes sites to book at beside the demo county, and the bookings of those whose month is looked at.
 * @param {string} databaseUrl of appointments
 */
export async function writeBenchCounty(databaseUrl) {
  for (const statement of COUNTY) await query(databaseUrl, statement);
  await query(databaseUrl, TAKEN);
}

/** The days a month's look-up asks for, as the office counts them. */
export function month() {
  const day = (/** @type {number} */ ahead) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + ahead * 86_400_000);
  return { from: day(1), to: day(DAYS) };
}
