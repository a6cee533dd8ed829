// @ts-check
/**
 * npm run bench:appointments -- [--json] [--seconds N] [--only FIGURE]
 *
 * Booking times spread over many sites, all clients at one hot slot, and one site's free slots of a month, directly and
 * through the gateway. Ceilings are pgbench sending the same statements to the same server in the same run.
 */
import { randomUUID } from 'node:crypto';
import {
  BOOKED_SITES,
  bookedSite,
  HOT_CAPACITY,
  HOT_SITE,
  ITEM,
  LOOKED_AT_SITE,
  month,
  writeBenchCounty,
} from './appointments-county.mjs';
import { runBench } from './bench.mjs';
import { capturedStatement } from './captured-statement.mjs';
import { ceilingDatabase } from './ceiling-database.mjs';
import { costing } from './cpu-times.mjs';
import { query, tidy } from './database.mjs';
import { figure } from './figures.mjs';
import { httpLoad } from './http-load.mjs';
import { pgbench } from './pgbench.mjs';
import { pgbenchScript } from './pgbench-script.mjs';
import { settled } from './settled.mjs';

const CLIENTS = [1, 8, 32];
const MOST_CLIENTS = 32;
const BASE = '/api/appointments';
/** They rest while the service is measured directly. */
const RESTING = /** @type {const} */ (['gateway', 'simulator']);
const WARM_UP_SECONDS = 2;
const FIRST_PHONE = 13_000_000_000;

const FIGURES = { 'booking.spread': spreadBooking, 'booking.hot': hotBooking, 'slots.month': monthLooks };

/** @typedef {import('./bench.mjs').Bench} Bench */
/** @typedef {Awaited<ReturnType<typeof scriptsOf>>} Scripts */

let calls = 0;
let hotSlots = 0;
/** @type {Map<string, number>} */
const ceilings = new Map();

await runBench('appointments', async function* measure(bench) {
  const { suite, databaseUrl } = bench;
  await writeBenchCounty(databaseUrl('appointments'));
  await tidy(databaseUrl('appointments'));
  const ceilingUrl = await ceilingDatabase(bench, 'appointments');
  const slots = await freeSlots(bench);
  const scripts = await scriptsOf(bench, slots);
  const spread = spreadOver(slots);
  yield* all(bench, { suffix: '.gateway', origin: suite.url, ceilingUrl, scripts, spread, slots });
  for (const service of RESTING) await suite.kill(service, { restart: false });
  yield* all(bench, { suffix: '', origin: suite.urlOf('appointments'), ceilingUrl, scripts, spread, slots });
});

/**
 * @typedef {{ suffix: string, origin: string, ceilingUrl: string, scripts: Scripts, spread: () => object,
 *   slots: string[] }} Way
 */

/**
 * @param {Bench} bench
 * @param {Way} way
 */
async function* all(bench, way) {
  for (const [name, measure] of Object.entries(FIGURES)) {
    if (!bench.wants(`${name}${way.suffix}`)) continue;
    for (const clients of CLIENTS) yield await measure(bench, way, clients);
  }
}

/**
 * @param {Bench} bench
 * @param {Way} way
 * @param {number} clients
 */
async function spreadBooking(bench, { suffix, origin, ceilingUrl, scripts, spread }, clients) {
  const { seconds } = bench;
  const name = `booking.spread${suffix}`;
  const ceiling = await ceilingOf(bench, ceilingUrl, { script: scripts.booking, adds: 'booking' }, name, clients);
  const book = (/** @type {{ clients: number, seconds: number }} */ load) =>
    httpLoad(`${origin}${BASE}/bookings`, {
      ...load,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      next: () => ({ body: JSON.stringify(spread()), headers: caller() }),
    });
  // Code that has just started has not been compiled for speed yet, and the sites' schedules have not been read; one client
  // would take minutes to bring that about.
  await book({ clients: MOST_CLIENTS, seconds: WARM_UP_SECONDS });
  await settle(bench, suffix);
  const load = await costing(bench, `${name}, ${clients} clients`, () => book({ clients, seconds }));
  await settle(bench, suffix);
  return figure({ name, clients, rows: load.answered, ...load, ceilingPerSecond: ceiling });
}

/**
 * All clients want one slot of seven places: seven get it, the others are answered with three times near it.
 * @param {Bench} bench
 * @param {Way} way
 * @param {number} clients
 */
async function hotBooking(bench, { suffix, origin, ceilingUrl, scripts, slots }, clients) {
  const { seconds, databaseUrl } = bench;
  const name = `booking.hot${suffix}`;
  const startAt = slots[hotSlots++] ?? '';
  const ceiling = await ceilingOf(bench, ceilingUrl, { script: scripts.hot }, name, clients);
  const load = await costing(bench, `${name}, ${clients} clients`, () =>
    httpLoad(`${origin}${BASE}/bookings`, {
      clients,
      seconds,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      alsoAnswers: [409],
      next: () => ({ body: JSON.stringify(wish(HOT_SITE, startAt)), headers: caller() }),
    }),
  );
  const [{ sold }] = await query(
    databaseUrl('appointments'),
    `SELECT count(*)::int AS sold FROM booking WHERE site_id = $1 AND start_at = $2 AND state = 'confirmed'`,
    [HOT_SITE, startAt],
  );
  await settle(bench, suffix);
  const oversold = Math.max(0, sold - HOT_CAPACITY);
  const measured = figure({ name, clients, rows: load.answered, ...load, ceilingPerSecond: ceiling });
  return { ...measured, sold, oversold };
}

/**
 * @param {Bench} bench
 * @param {Way} way
 * @param {number} clients
 */
async function monthLooks(bench, { suffix, origin, ceilingUrl, scripts }, clients) {
  const { seconds, databaseUrl } = bench;
  const name = `slots.month${suffix}`;
  const ceiling = await ceilingOf(bench, ceilingUrl, { script: scripts.month }, name, clients);
  const load = await costing(bench, `${name}, ${clients} clients`, () =>
    httpLoad(`${origin}${monthPath()}`, { clients, seconds, headers: {}, next: () => ({ headers: caller() }) }),
  );
  const [{ rows }] = await query(
    databaseUrl('appointments'),
    `SELECT count(*)::int AS rows FROM booking WHERE resource_kind = 'window'`,
  );
  return figure({ name, clients, rows, ...load, ceilingPerSecond: ceiling });
}

/**
 * Each ceiling is measured once a run: it is the same whichever way the service is reached.
 * @param {Bench} bench
 * @param {string} ceilingUrl
 * @param {{ script: string, adds?: string }} what
 * @param {string} name
 * @param {number} clients
 */
async function ceilingOf(bench, ceilingUrl, { script, adds }, name, clients) {
  const of = `${name.replace('.gateway', '')}, ${clients} clients: pgbench`;
  const known = ceilings.get(of);
  if (known !== undefined) return known;
  const { seconds } = bench;
  const { perSecond } = await costing(bench, of, () => pgbench(ceilingUrl, script, { clients, seconds, adds }));
  await tidy(ceilingUrl);
  ceilings.set(of, perSecond);
  return perSecond;
}

/**
 * @param {Bench} bench
 * @param {string} suffix
 */
function settle(bench, suffix) {
  return settled(bench, suffix === '' ? RESTING : []);
}

/**
 * @param {Bench} bench
 * @returns {Promise<string[]>} when the slots of any of the bench's sites begin
 */
async function freeSlots({ suite }) {
  const path = monthPath(bookedSite(0));
  const response = await fetch(`${suite.urlOf('appointments')}${path}`, { headers: caller() });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  /** @type {{ days: { slots: { startAt: string }[] }[] }} */
  const { days } = await response.json();
  return days.flatMap(({ slots }) => slots.map(({ startAt }) => startAt));
}

/** @param {string} site */
function monthPath(site = LOOKED_AT_SITE) {
  return `${BASE}/slots?${new URLSearchParams({ item: ITEM, site, ...month() })}`;
}

/**
 * One wish after the other, for each slot of each site; and again from the first, for each has several places.
 * @param {string[]} slots
 */
function spreadOver(slots) {
  let next = 0;
  return () => {
    const at = next++;
    return wish(bookedSite(at % BOOKED_SITES), slots[Math.floor(at / BOOKED_SITES) % slots.length] ?? '');
  };
}

/**
 * @param {string} siteId
 * @param {string} startAt
 */
function wish(siteId, startAt) {
  calls += 1;
  const contact = { phone: `${FIRST_PHONE + calls}`, name: '测试', language: 'zh-CN' };
  return { itemCode: ITEM, siteId, startAt, contact };
}

/** Each from an address of its own: no rate limit is measured here. */
function caller() {
  calls += 1;
  const address = `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`;
  return { 'x-forwarded-for': address, 'idempotency-key': randomUUID() };
}

/**
 * What the service sends, as pgbench scripts: the statement that books, the same when nothing is free any more with the
 * look for other times after it, and the look at a month.
 * @param {Bench} bench
 * @param {string[]} slots
 */
async function scriptsOf(bench, slots) {
  const { suite, databaseUrl } = bench;
  const of = { logFile: suite.logFile('postgres') };
  const url = databaseUrl('appointments');
  const since = new Date();
  const [first = '', second = ''] = [slots.at(-1), slots.at(-2)];
  const book = async (/** @type {string} */ siteId, /** @type {string} */ startAt, /** @type {number} */ expected) => {
    const headers = { ...caller(), 'content-type': 'application/json' };
    const body = JSON.stringify(wish(siteId, startAt));
    const response = await fetch(`${suite.urlOf('appointments')}${BASE}/bookings`, { method: 'POST', headers, body });
    if (response.status !== expected) throw new Error(`booking: ${response.status} ${await response.text()}`);
  };
  const taking = { ...of, name: 'take_place' };
  const looking = { ...of, name: 'taken_places' };
  const booked = await capturedStatement(url, { ...taking, request: () => book(bookedSite(0), first, 201) });
  for (let i = 0; i < HOT_CAPACITY; i += 1) await book(HOT_SITE, second, 201);
  const refused = await capturedStatement(url, { ...taking, request: () => book(HOT_SITE, second, 409) });
  const near = await capturedStatement(url, { ...looking, request: () => book(HOT_SITE, second, 409) });
  const looked = await capturedStatement(url, {
    ...looking,
    request: () => fetch(`${suite.urlOf('appointments')}${monthPath()}`, { headers: caller() }),
  });
  const none = { since, fresh: {} };
  return {
    booking: pgbenchScript(booked, { since, fresh: freshOf(booked.values, first) }),
    hot: pgbenchScript(refused, none) + pgbenchScript(near, none).replace(/^(\\set .*\n)+/, ''),
    month: pgbenchScript(looked, none),
  };
}

/**
 * What is another in each booking: key, code, phone, and the time, a quarter of an hour later each, with its day.
 * @param {(string | null)[]} values of the statement
 * @param {string} startAt
 */
function freshOf(values, startAt) {
  const start = Date.parse(startAt);
  const iso = (/** @type {number} */ ms) => new Date(ms).toISOString();
  const quarter = 15 * 60;
  const later = (/** @type {number} */ ms) =>
    `to_timestamp(${ms / 1000} + (:seq::bigint % 1000000000) * ${quarter} + (:seq::bigint / 1000000000) * 10000000000)`;
  const [given] = JSON.parse(values[0] ?? '[]');
  return {
    [given.claim_key]: `'key-' || :seq::bigint::text`,
    [given.booking_code]: `'Y' || :seq::bigint::text`,
    [given.booking_phone_fingerprint]: `'phone-' || :seq::bigint::text`,
    [iso(start)]: later(start),
    [iso(start + quarter * 1000)]: later(start + quarter * 1000),
    // After the times: they begin with it.
    [given.booking_day]: `(${later(start)} AT TIME ZONE 'Asia/Shanghai')::date`,
  };
}
