import { LEDGER_COLUMNS, ledgerRow, type LedgerEntry } from '@app/common/audit/ledger.js';
import { BookingConfirmed, type BookingConfirmedPayload } from '@app/common/contracts/appointments.events.js';
import { SmsRequested, type SmsRequestedPayload } from '@app/common/contracts/gateway.events.js';
import { CLAIM_COLUMNS, claimed, claimRow, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { EVENT_COLUMNS } from '@app/common/messaging/outbox.js';
import type { Batched } from '@app/common/persistence/batches.js';
import { newId } from '@app/common/persistence/id.js';
import { jsonRow, jsonRows, names, recordset, type Columns } from '@app/common/persistence/recordset.js';
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

const BOOKING_COLUMNS: Columns = [
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
];

const SEARCH_COLUMNS: Columns = [
  ['candidates', 'json'],
  ['stamp', 'bigint'],
  ['now', 'timestamptz'],
  ['penalised', 'boolean'],
];

const WISHES = recordset('$1::json', {
  claim: CLAIM_COLUMNS,
  search: SEARCH_COLUMNS,
  booking: BOOKING_COLUMNS,
  timers: [['rows', 'json']],
  ledger: LEDGER_COLUMNS,
  event: EVENT_COLUMNS,
  sms: EVENT_COLUMNS,
});

const CANDIDATES = `json_to_recordset(w.search_candidates)
      AS c ("windowId" uuid, place int, "startAt" timestamptz, "endAt" timestamptz)`;
const OVERLAPPING = `b.resource_id = c."windowId" AND b.place = c.place
      AND b.during && tstzrange(c."startAt", c."endAt") AND b.state IN ${TAKING}`;
const SAME_DAY = `b.phone_fingerprint = w.booking_phone_fingerprint AND b.item_code = w.booking_item_code
    AND b.day = w.booking_day AND b.state IN ${TAKING}`;

/**
 * Taking a place in one statement, so in one round trip and one commit: one of the places that are free in its snapshot,
 * with the idempotency key, timers, the ledger's line, event and text message. Two that choose the same place meet at
 * the exclusion constraint; the slower one writes nothing and is told `lost`. The key is inserted without ON CONFLICT: where
 * it was used before, and a place is free still, a unique violation undoes all of this. Looking for it first would cost
 * every booking what only a repeated one needs.
 *
 * It takes as many wishes as it is given (ADR 0010), in the order of the places: two processes that take the same ones
 * seldom wait for each other crosswise.
 */
const TEXT = `
WITH wish AS MATERIALIZED (SELECT * FROM ${WISHES}),
fresh AS MATERIALIZED (
  SELECT w.booking_id AS id FROM wish w
  JOIN schedule_stamp s ON s.site_id = w.booking_site_id AND s.stamp = w.search_stamp
),
blocked AS MATERIALIZED (
  SELECT w.booking_id AS id FROM wish w
  JOIN phone_block p ON p.phone_fingerprint = w.booking_phone_fingerprint AND p.until > w.search_now
  WHERE w.search_penalised
),
chosen AS MATERIALIZED (
  SELECT w.*, free.* FROM wish w, LATERAL (
    SELECT c."windowId" AS window_id, c.place, tstzrange(c."startAt", c."endAt") AS during FROM ${CANDIDATES}
    WHERE NOT EXISTS (SELECT FROM booking b WHERE ${OVERLAPPING})
    LIMIT 1
  ) AS free
  WHERE w.booking_id IN (SELECT id FROM fresh) AND w.booking_id NOT IN (SELECT id FROM blocked)
),
booked AS (
  INSERT INTO booking (resource_kind, resource_id, place, during, ${names(BOOKING_COLUMNS)})
  SELECT 'window', window_id, place, during, ${names(BOOKING_COLUMNS, 'booking')}
  FROM chosen ORDER BY window_id, place, during
  ON CONFLICT DO NOTHING
  RETURNING id, resource_id, place
),
done AS MATERIALIZED (SELECT chosen.* FROM chosen JOIN booked ON booked.id = booking_id),
claim AS (
  INSERT INTO idempotency_key (${names(CLAIM_COLUMNS)}, created_at)
  SELECT ${names(CLAIM_COLUMNS, 'claim')}, clock_timestamp() FROM done
),
timer_rows AS (
  INSERT INTO timer (kind, key, due_at)
  SELECT due.kind, due.key, due."dueAt"
  FROM done, LATERAL json_to_recordset(timers_rows) AS due (kind text, key text, "dueAt" timestamptz)
),
ledger_rows AS (
  INSERT INTO ledger (${names(LEDGER_COLUMNS)})
  SELECT ${names(LEDGER_COLUMNS.slice(0, -1), 'ledger')},
    ledger_detail || jsonb_build_object('windowId', window_id, 'place', place)
  FROM done
),
outbox_rows AS (
  INSERT INTO outbox (${names(EVENT_COLUMNS)}, aggregate_id, request_id)
  SELECT told.*, booking_id::text, ledger_request_id
  FROM done, LATERAL (VALUES
    (event_id, event_subject, event_payload || jsonb_build_object('resourceId', window_id)),
    (${names(EVENT_COLUMNS, 'sms')})) AS told (id)
  WHERE told.id IS NOT NULL
)
SELECT w.booking_id AS id, booked.resource_id AS "windowId", booked.place, CASE
  WHEN booked.id IS NOT NULL THEN 'done'
  WHEN EXISTS (SELECT FROM idempotency_key WHERE caller = w.claim_caller AND key = w.claim_key) THEN 'seen'
  WHEN w.booking_id NOT IN (SELECT id FROM fresh) THEN 'stale'
  WHEN w.booking_id IN (SELECT id FROM blocked) THEN 'blocked'
  WHEN EXISTS (SELECT FROM booking b WHERE ${SAME_DAY} AND (b.state <> 'held' OR b.held_until > w.search_now))
    THEN 'already'
  WHEN EXISTS (SELECT FROM booking b WHERE ${SAME_DAY}) THEN 'lapsed'
  WHEN w.booking_id IN (SELECT booking_id FROM chosen) THEN 'lost'
  WHEN EXISTS (SELECT FROM ${CANDIDATES} JOIN booking b ON ${OVERLAPPING}
    WHERE b.state = 'held' AND b.held_until <= w.search_now) THEN 'lapsed'
  ELSE 'taken' END AS outcome
FROM wish w LEFT JOIN booked ON booked.id = w.booking_id`;

/** Prepared once per connection: planning it takes longer than running it. */
const NAME = 'take_place';

/** What the statement answers: one row for each wish, in no order. */
export interface BookingAnswer {
  /** The booking's. */
  readonly id: string;
  readonly outcome: BookingOutcome;
  /** The place taken, where the outcome is `done`. */
  readonly windowId: string | null;
  readonly place: number | null;
}

/** A wish as the statement takes it, made while the request is being served: it says whose it is. */
export interface BookingRow extends Batched {
  readonly id: string;
  readonly json: string;
}

/** The row of a wish. Without an idempotency key the booking's own id stands in for it. */
export function bookingRow(
  { booking, timers, ledger, confirmed, sms, answer }: NewBooking,
  { candidates, stamp, now, penalised }: PlaceSearch,
  idempotency: IdempotencyContext,
): BookingRow {
  const claim = claimRow(idempotency, booking.id, answer);
  const parts = [
    claim,
    {
      search_candidates: candidates.map(({ windowId, place, during: { startAt, endAt } }) => ({
        windowId,
        place,
        startAt,
        endAt,
      })),
      search_stamp: stamp,
      search_now: now,
      search_penalised: penalised,
    },
    {
      booking_id: booking.id,
      booking_code: booking.code,
      booking_state: booking.state,
      booking_site_id: booking.siteId,
      booking_item_code: booking.itemCode,
      booking_material_version: booking.materialVersion,
      booking_day: booking.day,
      booking_start_at: booking.startAt,
      booking_end_at: booking.endAt,
      booking_people: booking.people,
      booking_green: booking.green,
      booking_home_visit: booking.homeVisit,
      booking_channel: booking.channel,
      booking_language: booking.language,
      booking_sealed_name: booking.sealedName,
      booking_sealed_phone: booking.sealedPhone,
      booking_phone_fingerprint: booking.phoneFingerprint,
      booking_receives_text: booking.receivesText,
      booking_sealed_representative: booking.sealedRepresentative,
      booking_sealed_address: booking.sealedAddress,
      booking_held_until: booking.heldUntil,
      booking_confirmed_at: booking.state === 'confirmed' ? booking.createdAt : null,
      booking_booked_by: booking.bookedBy,
      booking_created_at: booking.createdAt,
    },
    { timers_rows: timers },
    ledgerRow(ledger),
    { event_id: confirmed && newId(), event_subject: BookingConfirmed.subject, event_payload: confirmed },
    { sms_id: sms && newId(), sms_subject: SmsRequested.subject, sms_payload: sms },
  ];
  return { once: claimed(claim), id: booking.id, json: jsonRow(parts) };
}

/** The statement for `pg`. */
export function bookingStatement(rows: readonly BookingRow[]): PreparedStatement {
  return { name: NAME, text: TEXT, values: [jsonRows(rows)] };
}
