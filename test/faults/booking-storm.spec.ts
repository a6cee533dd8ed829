import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { eventually } from '../../libs/common/src/testing/eventually.js';
import type { ApiClient } from '../suite/api-client.js';
import { RunningSuite } from '../suite/running-suite.js';
import { count } from './counts.js';

jest.setTimeout(240_000);

const BASE = '/api/appointments';
const CITIZENS = 8;
/** Between two acts of a citizen, so that the storm lasts as long as the killing and stays below the rate limits. */
const THINKING_MS = 400;
/** Killed one after the other while the storm goes on. */
const VICTIMS = ['appointments', 'postgres', 'appointments', 'gateway', 'appointments'] as const;
const BETWEEN_KILLS_MS = 3_000;

interface Slot {
  readonly siteId: string;
  readonly startAt: string;
}
interface Booked {
  readonly code: string;
  readonly startAt: string;
  readonly version: number;
}
/** What a citizen was told last of a booking. */
interface Known {
  readonly state: 'held' | 'confirmed' | 'cancelled';
  readonly startAt: string;
}

describe('a storm of booking, moving and cancelling while processes are killed', () => {
  let suite: RunningSuite;
  let item: string;
  let slots: Slot[];
  beforeAll(async () => {
    suite = await RunningSuite.start();
    ({ item, slots } = await fewSlots(suite.citizen()));
  });
  afterAll(() => suite.stop());

  it('loses no booking, sells no place twice and leaves no hold', async () => {
    const since = suite.now();
    const known = new Map<string, Known>();
    const killing = new AbortController();
    const storm = Promise.all(Array.from({ length: CITIZENS }, (_, n) => citizen(n, known, killing.signal)));
    for (const victim of VICTIMS) {
      await pause(BETWEEN_KILLS_MS);
      await suite.killAndHeal(victim);
    }
    killing.abort();
    const statuses = new Set((await storm).flat());
    for (const status of statuses) expect([200, 201, 409]).toContain(status);
    expect([...known.values()].filter(({ state }) => state === 'confirmed').length).toBeGreaterThan(0);

    // A hold is over after five minutes.
    suite.travel({ hours: 1 });
    await eventually(async () => expect(await bookings(`state = 'held'`)).toBe(0), { timeoutMs: 60_000 });
    const inDatabase = await states([...known.keys()]);
    for (const [code, { state, startAt }] of known) {
      const expected = { code, state: state === 'held' ? 'expired' : state, startAt: new Date(startAt).getTime() };
      expect(inDatabase.get(code)).toEqual(expected);
    }
    // Whoever was not answered asked again: nothing was made that nobody knows of.
    expect(await bookings('created_at >= $1', [since])).toBe(known.size);
    const overlaps = `SELECT count(*) AS n FROM booking a JOIN booking b ON a.id < b.id AND a.resource_id = b.resource_id
      AND a.place = b.place AND a.during && b.during
      WHERE a.state IN ('held', 'confirmed', 'arrived', 'served') AND b.state IN ('held', 'confirmed', 'arrived', 'served')`;
    expect(await count(suite, 'appointments', overlaps, [])).toBe(0);
    const untold = `SELECT count(*) AS n FROM booking b WHERE b.state = 'confirmed' AND b.created_at >= $1 AND NOT EXISTS (
      SELECT 1 FROM outbox o WHERE o.aggregate_id = b.id::text AND o.subject = 'appointments.booking.confirmed.v1')`;
    expect(await count(suite, 'appointments', untold, [since])).toBe(0);
  });

  /** Does one thing after the other, and asks for each until there is an answer. The last booking of one's own is kept. */
  async function citizen(n: number, known: Map<string, Known>, ended: AbortSignal): Promise<number[]> {
    const api = suite.citizen();
    const statuses: number[] = [];
    const mine: Booked[] = [];
    const learn = (state: Known['state'], booking: Booked): void => {
      known.set(booking.code, { state, startAt: booking.startAt });
    };
    for (let step = 0; !ended.aborted; step += 1) {
      await pause(THINKING_MS);
      const slot = slots[(n * 5 + step * 3) % slots.length];
      const own = mine.shift();
      if (!slot) throw new Error('no slots');
      if (own === undefined || step % 3 === 0) {
        if (own) mine.push(own);
        const hold = step % 4 === 3;
        const phone = `138${String(n * 1000 + step).padStart(8, '0')}`;
        const wish = { itemCode: item, ...slot, ...(hold ? {} : { contact: { phone, language: 'zh-CN' } }) };
        const { status, body } = await persist(api, `${BASE}/bookings`, wish);
        statuses.push(status);
        if (status !== 201) continue;
        learn(hold ? 'held' : 'confirmed', body);
        if (!hold) mine.push(body);
      } else if (step % 3 === 1 || mine.length === 0) {
        const { status, body } = await persist(api, `${BASE}/bookings/${own.code}/move`, slot, own.version);
        statuses.push(status);
        const now = status === 200 ? body : own;
        learn('confirmed', now);
        mine.push(now);
      } else {
        const { status, body } = await persist(api, `${BASE}/bookings/${own.code}/cancel`, {});
        statuses.push(status);
        if (status === 200) learn('cancelled', body);
      }
    }
    return statuses;
  }

  const bookings = (where: string, values: unknown[] = []): Promise<number> =>
    count(
      suite,
      'appointments',
      `SELECT count(*) AS n FROM booking WHERE resource_kind = 'window' AND ${where}`,
      values,
    );

  async function states(codes: string[]): Promise<Map<string, { code: string; state: string; startAt: number }>> {
    const client = new Client({ connectionString: suite.databaseUrl('appointments') });
    await client.connect();
    try {
      const { rows } = await client.query<{ code: string; state: string; startAt: Date }>(
        'SELECT code, state, start_at AS "startAt" FROM booking WHERE code = ANY ($1)',
        [codes],
      );
      return new Map(rows.map((row) => [row.code, { ...row, startAt: row.startAt.getTime() }]));
    } finally {
      await client.end();
    }
  }
});

/** Asks with one idempotency key until it is answered, as a page does on a lost network. */
async function persist(
  api: ApiClient,
  path: string,
  body: object,
  ifMatch?: number,
): Promise<{ status: number; body: Booked }> {
  const idempotencyKey = randomUUID();
  return eventually(
    async () => {
      const answer = await api.call<Booked & { type?: string }>('POST', path, body, { ifMatch, idempotencyKey });
      if (answer.status >= 500 || answer.body.type === '/problems/still-running') {
        throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      return answer;
    },
    { timeoutMs: 90_000, everyMs: 200 },
  );
}

/** A dozen times at one site that all want: an item, and where it can be had in the days to come. */
async function fewSlots(api: ApiClient): Promise<{ item: string; slots: Slot[] }> {
  const { items } = await api.ask<{ items: { code: string }[] }>('GET', `${BASE}/items?limit=1`);
  const item = items[0]?.code ?? '';
  const earliest = await api.ask<{ items: Slot[] }>('GET', `${BASE}/slots/earliest?item=${item}`);
  const siteId = earliest.items[0]?.siteId ?? '';
  const from = earliest.items[0]?.startAt.slice(0, 10) ?? '';
  const to = new Date(Date.parse(from) + 14 * 86_400_000).toISOString().slice(0, 10);
  const query = `item=${item}&site=${siteId}&from=${from}&to=${to}`;
  const { days } = await api.ask<{ days: { slots: { startAt: string }[] }[] }>('GET', `${BASE}/slots?${query}`);
  const later = days.slice(2).flatMap((day) => day.slots);
  return { item, slots: later.slice(0, 12).map(({ startAt }) => ({ siteId, startAt })) };
}
