import { LEDGER_PARAMETERS, ledgerInsertSql, ledgerValues, type LedgerEntry } from '@app/common/audit/ledger.js';
import { BookingConfirmed, type BookingConfirmedPayload } from '@app/common/contracts/appointments.events.js';
import { SmsRequested, type SmsRequestedPayload } from '@app/common/contracts/gateway.events.js';
import { CLAIM_PARAMETERS, claimValues, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { currentRequestId } from '@app/common/http/request-id.js';
import { newId } from '@app/common/persistence/id.js';
import type { PreparedStatement } from '@app/common/persistence/statement-pool.js';
import type { TimerSetting } from '@app/common/timers/timers.js';
import type { Span } from '../slots/domain/span.js';
import type { Booking } from './booking.js';

/** A place that may be free: which of them is, the statement finds out. */
export interface CandidatePlace {
  readonly windowId: string;
  readonly place: number;
  readonly during: Span;
}

/** All that taking a place writes. */
export interface NewBooking {
  readonly booking: Omit<Booking, 'windowId' | 'place' | 'sequence' | 'version'> & { readonly bookedBy: string | null };
  readonly timers: readonly TimerSetting[];
  readonly ledger: LedgerEntry;
  /** Null for a hold. Which window it is, the statement adds. */
  readonly confirmed: Omit<BookingConfirmedPayload, 'resourceId'> | null;
  /** Null where nobody is told. */
  readonly sms: SmsRequestedPayload | null;
  /** Kept with the idempotency key. */
  readonly answer: object;
}

/** What the booking relies on. */
export interface PlaceSearch {
  /** Tried in this order. */
  readonly candidates: readonly CandidatePlace[];
  /** The schedule the candidates were read from; nothing is booked by an older one. */
  readonly stamp: string;
  readonly now: Date;
  /** Whether no-shows close this way of booking (web and SMS). */
  readonly penalised: boolean;
}

/**
 * - `done`: booked;
 * - `seen`: the idempotency key was used before;
 * - `stale`: the schedule has changed since it was read;
 * - `blocked`: the phone has missed too many bookings;
 * - `already`: the phone has a booking of this item that day;
 * - `lost`: places seemed free and somebody was faster: try again;
 * - `lapsed`: only holds that are past their time stand in the way: strike them off and try again;
 * - `taken`: no place is free.
 */
export type BookingOutcome = 'done' | 'seen' | 'stale' | 'blocked' | 'already' | 'lost' | 'lapsed' | 'taken';

/** As the constraint `booking_never_twice` counts them. */
const TAKING = `('held', 'confirmed', 'arrived', 'served')`;

const COLUMNS = [
  ['id', 'uuid'],
  ['code', 'text'],
  ['state', 'text'],
  ['site_id', 'uuid'],
  ['item_code', 'text'],
  ['material_version', 'int'],
  ['day', 'date'],
  ['start_at', 'timestamptz'],
  ['end_at', 'timestamptz'],
  ['people', 'int'],
  ['green', 'boolean'],
  ['home_visit', 'boolean'],
  ['channel', 'text'],
  ['language', 'text'],
  ['sealed_name', 'text'],
  ['sealed_phone', 'text'],
  ['phone_fingerprint', 'text'],
  ['receives_text', 'boolean'],
  ['sealed_representative', 'text'],
  ['sealed_address', 'text'],
  ['held_until', 'timestamptz'],
  ['confirmed_at', 'timestamptz'],
  ['booked_by', 'uuid'],
  ['created_at', 'timestamptz'],
] as const;

const names = COLUMNS.map(([name]) => name).join(', ');
const ANSWER = 1 + CLAIM_PARAMETERS;
const SEARCH = ANSWER + 1;
const BOOKING = SEARCH + 7;
const values = COLUMNS.map(([, type], i) => `$${BOOKING + i}::${type}`).join(', ');
const column = (name: (typeof COLUMNS)[number][0]): string => {
  const at = COLUMNS.findIndex(([each]) => each === name);
  return `$${BOOKING + at}::${COLUMNS[at]?.[1]}`;
};
const TIMERS = BOOKING + COLUMNS.length;
const LEDGER = TIMERS + 3;
const EVENTS = LEDGER + LEDGER_PARAMETERS;

const [NOW, PENALISED] = [`$${SEARCH + 5}::timestamptz`, `$${SEARCH + 6}::boolean`];
const SAME_DAY = `b.phone_fingerprint = ${column('phone_fingerprint')} AND b.item_code = ${column('item_code')}
    AND b.day = ${column('day')} AND b.state IN ${TAKING}`;

/**
 * Taking a place in one statement, so in one round trip and one commit: one of the places that are free in its snapshot,
 * with the idempotency key, timers, the ledger's line, event and text message. Two that choose the same place meet at
 * the exclusion constraint; the slower one writes nothing and is told `lost`. The key is inserted without ON CONFLICT: where
 * it was used before, and a place is free still, a unique violation undoes all of this. Looking for it first would cost
 * every booking what only a repeated one needs.
 */
const TEXT = `
WITH fresh AS MATERIALIZED (
  SELECT 1 FROM schedule_stamp WHERE site_id = ${column('site_id')} AND stamp = $${SEARCH + 4}::bigint
),
blocked AS MATERIALIZED (
  SELECT 1 FROM phone_block
  WHERE ${PENALISED} AND phone_fingerprint = ${column('phone_fingerprint')} AND until > ${NOW}
),
candidate AS (
  SELECT window_id, place, tstzrange(from_at, to_at) AS during
  FROM unnest($${SEARCH}::uuid[], $${SEARCH + 1}::int[], $${SEARCH + 2}::timestamptz[], $${SEARCH + 3}::timestamptz[])
    AS place_of (window_id, place, from_at, to_at)
),
chosen AS MATERIALIZED (
  SELECT c.window_id, c.place, c.during FROM candidate c
  WHERE EXISTS (SELECT FROM fresh) AND NOT EXISTS (SELECT FROM blocked)
    AND NOT EXISTS (SELECT FROM booking b WHERE b.resource_id = c.window_id AND b.place = c.place
      AND b.during && c.during AND b.state IN ${TAKING})
  LIMIT 1
),
booked AS (
  INSERT INTO booking (resource_kind, resource_id, place, during, ${names})
  SELECT 'window', window_id, place, during, ${values} FROM chosen
  ON CONFLICT DO NOTHING
  RETURNING id, resource_id, place
),
claim AS (
  INSERT INTO idempotency_key (caller, key, route, body_hash, answer, created_at)
  SELECT $1::text, $2::text, $3::text, $4::bytea, $${ANSWER}::json, clock_timestamp() FROM booked
),
timer_rows AS (
  INSERT INTO timer (kind, key, due_at)
  SELECT due.kind, due.key, due.at
  FROM booked, unnest($${TIMERS}::text[], $${TIMERS + 1}::text[], $${TIMERS + 2}::timestamptz[]) AS due (kind, key, at)
),
ledger_row AS (${ledgerInsertSql(LEDGER, {
  from: 'booked',
  detail: `jsonb_build_object('windowId', booked.resource_id, 'place', booked.place)`,
})}),
outbox_rows AS (
  INSERT INTO outbox (id, subject, aggregate_id, payload, request_id)
  SELECT event.id, event.subject, booked.id::text, event.payload, $${EVENTS}::text
  FROM booked, LATERAL (VALUES
    ($${EVENTS + 1}::uuid, $${EVENTS + 2}::text,
      $${EVENTS + 3}::jsonb || jsonb_build_object('resourceId', booked.resource_id)),
    ($${EVENTS + 4}::uuid, $${EVENTS + 5}::text, $${EVENTS + 6}::jsonb)) AS event (id, subject, payload)
  WHERE event.id IS NOT NULL
)
SELECT CASE
  WHEN EXISTS (SELECT FROM booked) THEN 'done'
  WHEN EXISTS (SELECT FROM idempotency_key WHERE caller = $1::text AND key = $2::text) THEN 'seen'
  WHEN NOT EXISTS (SELECT FROM fresh) THEN 'stale'
  WHEN EXISTS (SELECT FROM blocked) THEN 'blocked'
  WHEN EXISTS (SELECT FROM booking b WHERE ${SAME_DAY} AND (b.state <> 'held' OR b.held_until > ${NOW})) THEN 'already'
  WHEN EXISTS (SELECT FROM booking b WHERE ${SAME_DAY}) THEN 'lapsed'
  WHEN EXISTS (SELECT FROM chosen) THEN 'lost'
  WHEN EXISTS (SELECT FROM candidate c JOIN booking b ON b.resource_id = c.window_id AND b.place = c.place
    AND b.during && c.during AND b.state IN ${TAKING} AND b.state = 'held' AND b.held_until <= ${NOW}) THEN 'lapsed'
  ELSE 'taken' END AS outcome,
  (SELECT resource_id FROM booked) AS "windowId", (SELECT place FROM booked) AS place`;

/** Prepared once per connection: planning it takes longer than running it. */
const NAME = 'take_place';

/** What the statement answers: one row, always. */
export interface BookingAnswer {
  readonly outcome: BookingOutcome;
  /** The place taken, where the outcome is `done`. */
  readonly windowId: string | null;
  readonly place: number | null;
}

/** The statement and its values. Without an idempotency key the booking's own id stands in for it. */
export function bookingStatement(
  { booking, timers, ledger, confirmed, sms, answer }: NewBooking,
  { candidates, stamp, now, penalised }: PlaceSearch,
  idempotency: IdempotencyContext,
): PreparedStatement {
  return {
    name: NAME,
    text: TEXT,
    values: [
      ...claimValues(idempotency, booking.id),
      JSON.stringify(answer),
      candidates.map(({ windowId }) => windowId),
      candidates.map(({ place }) => place),
      candidates.map(({ during }) => during.startAt.toISOString()),
      candidates.map(({ during }) => during.endAt.toISOString()),
      stamp,
      now.toISOString(),
      penalised,
      booking.id,
      booking.code,
      booking.state,
      booking.siteId,
      booking.itemCode,
      booking.materialVersion,
      booking.day,
      booking.startAt.toISOString(),
      booking.endAt.toISOString(),
      booking.people,
      booking.green,
      booking.homeVisit,
      booking.channel,
      booking.language,
      booking.sealedName,
      booking.sealedPhone,
      booking.phoneFingerprint,
      booking.receivesText,
      booking.sealedRepresentative,
      booking.sealedAddress,
      booking.heldUntil.toISOString(),
      booking.state === 'confirmed' ? booking.createdAt.toISOString() : null,
      booking.bookedBy,
      booking.createdAt.toISOString(),
      timers.map(({ kind }) => kind),
      timers.map(({ key }) => key),
      timers.map(({ dueAt }) => dueAt.toISOString()),
      ...ledgerValues(ledger),
      currentRequestId() ?? null,
      confirmed ? newId() : null,
      BookingConfirmed.subject,
      confirmed ? JSON.stringify(confirmed) : null,
      sms ? newId() : null,
      SmsRequested.subject,
      sms ? JSON.stringify(sms) : null,
    ],
  };
}
