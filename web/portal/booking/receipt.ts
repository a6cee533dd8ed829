import { sessionStore } from '@shared/http/session-store.js';
import type { BookingDto } from '../appointments.js';

const STORED = 'sunline.booked';

/** The booking just made, for its confirmation page and for a reload of it. */
export function keepReceipt(booking: BookingDto): void {
  sessionStore().setItem(STORED, JSON.stringify(booking));
}

export function keptReceipt(): BookingDto | null {
  const text = sessionStore().getItem(STORED);
  if (text === null) return null;
  const booking: BookingDto = JSON.parse(text);
  return booking;
}
