import {
  RoomConfirmRequest,
  RoomHoldRequest,
  RoomReleaseRequest,
  VolunteerConfirmRequest,
  VolunteerHoldRequest,
  VolunteerReleaseRequest,
  type RoomBooking,
  type VolunteerBooking,
} from '@app/common/contracts/requests.js';
import type { RequestClient } from '@app/common/messaging/request-client.js';
import type { BookedKind, BookingRecord } from './booking.entity.js';

const NOT_NEEDED = 'not-needed';

/** How one kind is asked for at appointments; each question may be asked again. */
export interface Bookable<B> {
  readonly kind: BookedKind;
  hold(requests: RequestClient, record: BookingRecord): Promise<B>;
  confirm(requests: RequestClient, bookingId: string): Promise<B>;
  release(requests: RequestClient, bookingId: string): Promise<B>;
}

export const ROOM: Bookable<RoomBooking> = {
  kind: 'room',
  hold: (requests, record) => requests.ask(RoomHoldRequest, { ...asked(record), roomId: record.resourceId }),
  confirm: (requests, bookingId) => requests.ask(RoomConfirmRequest, { bookingId }),
  release: (requests, bookingId) => requests.ask(RoomReleaseRequest, { bookingId, reason: NOT_NEEDED }),
};

export const VOLUNTEER: Bookable<VolunteerBooking> = {
  kind: 'volunteer',
  hold: (requests, record) => requests.ask(VolunteerHoldRequest, { ...asked(record), volunteerId: record.resourceId }),
  confirm: (requests, bookingId) => requests.ask(VolunteerConfirmRequest, { bookingId }),
  release: (requests, bookingId) => requests.ask(VolunteerReleaseRequest, { bookingId, reason: NOT_NEEDED }),
};

export const BOOKABLE = { room: ROOM, volunteer: VOLUNTEER } as const satisfies Record<BookedKind, Bookable<unknown>>;

function asked({ bookingId, caseId, startAt, endAt, replaces }: BookingRecord) {
  const time = { startAt: startAt.toISOString(), endAt: endAt.toISOString() };
  return { bookingId, caseId, ...time, replaces: replaces ?? undefined };
}
