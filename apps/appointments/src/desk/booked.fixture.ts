import { dayIn } from '@app/common/calendar/zone.js';
import { newId } from '@app/common/persistence/id.js';
import type { DataSource } from 'typeorm';
import type { BookingState } from '../bookings/domain/booking-state.js';
import { HALL, HALL_ONE, ID_CARD } from '../seed/small-county.fixture.js';

const MINUTE_MS = 60_000;
const LETTERS = '34679CDFGHJKMNPQRTVWXY';
let made = 0;

/** A booking as it lies in the database. */
export interface Booked {
  readonly id: string;
  readonly code: string;
}

export interface BookedOptions {
  /** ISO 8601. */
  readonly startAt: string;
  readonly minutes?: number;
  readonly siteId?: string;
  readonly windowId?: string;
  readonly itemCode?: string;
  readonly place?: number;
  readonly state?: BookingState;
  readonly green?: boolean;
  readonly homeVisit?: boolean;
  readonly sealedPhone?: string;
  readonly phoneFingerprint?: string;
  readonly createdAt?: string;
}

/** Writes a citizen's booking of the small county; id cards at window 1 of the hall unless told. */
export async function booked(dataSource: DataSource, options: BookedOptions): Promise<Booked> {
  const { minutes = 15, siteId = HALL, windowId = HALL_ONE, itemCode = ID_CARD, state = 'confirmed' } = options;
  const startAt = new Date(options.startAt);
  const endAt = new Date(startAt.getTime() + minutes * MINUTE_MS);
  const createdAt = new Date(options.createdAt ?? startAt.getTime() - 24 * 60 * MINUTE_MS);
  const id = newId();
  const code = codeOf(++made);
  await dataSource.query(
    `INSERT INTO booking (id, resource_kind, resource_id, place, during, state, held_until, confirmed_at, code, site_id,
       item_code, day, start_at, end_at, green, home_visit, channel, language, sealed_phone, phone_fingerprint,
       receives_text, created_at)
     VALUES ($1, 'window', $2, $3, tstzrange($4, $5), $6, $7, $7, $8, $9, $10, $11, $4, $5, $12, $13, 'web', 'zh-CN', $14::text,
       $15, $14::text IS NOT NULL, $7)`,
    [
      id,
      windowId,
      options.place ?? 1,
      startAt,
      endAt,
      state,
      createdAt,
      code,
      siteId,
      itemCode,
      dayIn('Asia/Shanghai', startAt),
      options.green ?? false,
      options.homeVisit ?? false,
      options.sealedPhone ?? null,
      options.phoneFingerprint ?? null,
    ],
  );
  return { id, code };
}

function codeOf(n: number): string {
  let rest = n;
  let letters = '';
  while (letters.length < 9) {
    letters = `${LETTERS[rest % LETTERS.length]}${letters}`;
    rest = Math.floor(rest / LETTERS.length);
  }
  return `Y${letters}`;
}
