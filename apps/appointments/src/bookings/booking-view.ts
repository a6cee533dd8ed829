import { hasRole, type Actor } from '@app/common/auth/actor.js';
import type { AppointmentsSettings } from '../appointments.settings.js';
import type { Booking } from './booking.js';
import type { BookingDto, BookingMaterialDto, ShownBookingState } from './booking.dto.js';
import { allowedSteps } from './domain/booking-rules.js';
import { stateAt, type BookingState } from './domain/booking-state.js';
import type { OfferedMaterial, OfferTexts } from './offers.js';

/** Of a booking what its view shows, without where it is kept. */
export type ViewedBooking = Pick<
  Booking,
  | 'code'
  | 'state'
  | 'itemCode'
  | 'siteId'
  | 'startAt'
  | 'endAt'
  | 'people'
  | 'green'
  | 'homeVisit'
  | 'sealedRepresentative'
  | 'heldUntil'
  | 'version'
  | 'sequence'
>;

export interface Viewing {
  readonly now: Date;
  readonly byStaff: boolean;
  /** The office has told the citizen that it cannot keep the time. */
  readonly unkept: boolean;
  readonly rules: Pick<AppointmentsSettings, 'cancelUntilMinutes'>;
  readonly phoneMasked: string | null;
  readonly queue: { number: number; ahead: number } | null;
  readonly rating: number | null;
}

/** The office itself changes bookings with fewer limits than citizens. */
export function isDesk(actor: Actor): boolean {
  return hasRole(actor, 'operator', 'supervisor', 'handler');
}

/** A booking as its citizen and the desk see it. */
export function bookingView(booking: ViewedBooking, texts: OfferTexts, viewing: Viewing): BookingDto {
  const { now, byStaff, unkept, rules, phoneMasked, queue, rating } = viewing;
  const state = stateAt(booking, now);
  const { itemNameZh, itemNameEn, siteNameZh, siteNameEn, address, directionsZh, directionsEn } = texts;
  return {
    code: booking.code,
    state: shown(state),
    itemCode: booking.itemCode,
    siteId: booking.siteId,
    itemNameZh,
    itemNameEn,
    siteNameZh,
    siteNameEn,
    address,
    directionsZh,
    directionsEn,
    phoneMasked,
    startAt: booking.startAt.toISOString(),
    endAt: booking.endAt.toISOString(),
    people: booking.people,
    green: booking.green,
    homeVisit: booking.homeVisit,
    representative: booking.sealedRepresentative !== null,
    heldUntil: state === 'held' ? booking.heldUntil.toISOString() : null,
    version: booking.version,
    sequence: booking.sequence,
    material: { version: texts.materialVersion ?? 0, materials: texts.materials.map(material) },
    allowed: allowedSteps({ ...booking, rated: rating !== null }, { now, byStaff, unkept, rules }),
    queue: queue && { ...queue, asOf: now.toISOString() },
    rating,
  };
}

function shown(state: BookingState): ShownBookingState {
  return state === 'released' ? 'cancelled' : state;
}

function material({ nameZh, nameEn, originals, copies, noteZh, noteEn }: OfferedMaterial): BookingMaterialDto {
  return { nameZh, nameEn, originals, copies, noteZh: noteZh ?? null, noteEn: noteEn ?? null };
}
