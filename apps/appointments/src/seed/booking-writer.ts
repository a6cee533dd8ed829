import type { SealedBox } from '@app/common/confidential/sealed-box.js';
import { newId } from '@app/common/persistence/id.js';
import type { EntityManager } from 'typeorm';
import type { DemoBooking } from './county/bookings.js';
import type { DemoVisit } from './county/visits.js';

const AT_ONCE = 2_000;

const BOOKINGS = `
INSERT INTO booking (id, resource_kind, resource_id, place, during, state, held_until, confirmed_at, ended_at, code, site_id,
  item_code, material_version, day, start_at, end_at, people, green, home_visit, channel, language, sealed_name,
  sealed_phone, phone_fingerprint, receives_text, sealed_address, created_at)
SELECT id, 'window', "windowId", place, tstzrange("takenFrom", "takenTo"), state, "createdAt", "createdAt", "endedAt", code,
  "siteId", "itemCode", (SELECT max(version) FROM material_list m WHERE m.item_code = "itemCode"), day, "startAt",
  "endAt", people, green, "homeVisit", channel, language, "sealedName", "sealedPhone", fingerprint, true,
  "sealedAddress", "createdAt"
FROM jsonb_to_recordset($1) AS row (id uuid, "windowId" uuid, place int, "takenFrom" timestamptz, "takenTo" timestamptz,
  state text, "createdAt" timestamptz, "endedAt" timestamptz, code text, "siteId" uuid, "itemCode" text, day date,
  "startAt" timestamptz, "endAt" timestamptz, people int, green boolean, "homeVisit" boolean, channel text,
  language text, "sealedName" text, "sealedPhone" text, fingerprint text, "sealedAddress" text)`;

const RATINGS = `
INSERT INTO booking_rating (booking_id, score, rated_at, via)
SELECT id, score, "endAt" + interval '1 hour', 'web'
FROM jsonb_to_recordset($1) AS row (id uuid, score smallint, "endAt" timestamptz) WHERE score IS NOT NULL`;

const VISITS = `
INSERT INTO visit (id, site_id, day, number, state, item_code, booking_id, green, late, turn_at, arrived_at, window_id, calls,
  first_called_at, called_at, served_at, ended_at)
SELECT row.id, "siteId", row.day, number, 'finished', "itemCode", b.id, row.green, false, "turnAt", "arrivedAt",
  "windowId", 1, "calledAt", "calledAt", "servedAt", "endedAt"
FROM jsonb_to_recordset($1) AS row (id uuid, code text, "siteId" uuid, day date, number int, "itemCode" text,
  "windowId" uuid, green boolean, "turnAt" timestamptz, "arrivedAt" timestamptz, "calledAt" timestamptz,
  "servedAt" timestamptz, "endedAt" timestamptz)
JOIN booking b ON b.code = row.code`;

const COUNTERS = `
INSERT INTO queue_counter (site_id, day, last_number)
SELECT site_id, day, max(number) FROM visit GROUP BY site_id, day ON CONFLICT DO NOTHING`;

/** Writes bookings in bulk, phones and names sealed; home visits go to an invented address. */
export async function writeBookings(
  em: EntityManager,
  box: SealedBox,
  bookings: readonly DemoBooking[],
  visits: readonly DemoVisit[],
): Promise<void> {
  for (const part of partsOf(bookings)) {
    const rows = part.map((booking) => bookingRow(booking, box));
    await em.query(BOOKINGS, [JSON.stringify(rows)]);
    await em.query(RATINGS, [JSON.stringify(rows)]);
  }
  for (const part of partsOf(visits)) {
    await em.query(VISITS, [JSON.stringify(part.map((visit) => ({ id: newId(), ...visit })))]);
  }
  await em.query(COUNTERS);
}

function bookingRow({ name, phone, during, ...booking }: DemoBooking, box: SealedBox): object {
  return {
    id: newId(),
    ...booking,
    takenFrom: during.startAt,
    takenTo: during.endAt,
    endedAt: booking.state === 'confirmed' ? null : booking.endAt,
    sealedName: box.seal(name),
    sealedPhone: box.seal(phone),
    fingerprint: box.fingerprint(phone),
    sealedAddress: booking.homeVisit ? box.seal('清河镇新村12号') : null,
  };
}

function partsOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, i) => rows.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
}
