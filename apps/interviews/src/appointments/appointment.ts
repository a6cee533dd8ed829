import type { RoomBooking, VolunteerBooking } from '@app/common/contracts/requests.js';
import type { InterviewRound } from '../cases/round.entity.js';

/** A volunteer booked for the time of a talk. */
export interface AssignedVolunteer {
  readonly volunteerId: string;
  readonly name: string;
  /** Their account; null where they have none. */
  readonly staffId: string | null;
  readonly bookingId: string;
}

/** A time and place that stands, and the volunteer who joins. */
export interface Appointment {
  readonly place: 'room' | 'field';
  readonly roomId: string | null;
  readonly bookingId: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly address: string;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly volunteer: AssignedVolunteer | null;
}

/** A booked room as an appointment. */
export function inRoom(booking: RoomBooking, volunteer: AssignedVolunteer | null): Appointment {
  const { roomId, bookingId, nameZh, nameEn, address } = booking;
  const time = { startAt: new Date(booking.startAt), endAt: new Date(booking.endAt) };
  return { place: 'room', roomId, bookingId, nameZh, nameEn, address, ...time, volunteer };
}

/** A village, street or home as an appointment. */
export function inTheField(
  address: string,
  time: { startAt: Date; endAt: Date },
  volunteer: AssignedVolunteer | null,
): Appointment {
  return {
    place: 'field',
    roomId: null,
    bookingId: null,
    nameZh: address,
    nameEn: address,
    address,
    ...time,
    volunteer,
  };
}

/** A booked volunteer as one of a talk. */
export function assigned({ volunteerId, name, staffId, bookingId }: VolunteerBooking): AssignedVolunteer {
  return { volunteerId, name, staffId, bookingId };
}

/** The volunteer of a round. */
export function volunteerOf(round: InterviewRound): AssignedVolunteer | null {
  const { volunteerId, volunteerName: name, volunteerStaffId: staffId, volunteerBookingId: bookingId } = round;
  if (volunteerId === null || name === null || bookingId === null) return null;
  return { volunteerId, name, staffId, bookingId };
}

/** Whether a round's talk is appointed to just this time. */
export function isAt(round: InterviewRound, { startAt, endAt }: { startAt: Date; endAt: Date }): boolean {
  return round.startAt?.getTime() === startAt.getTime() && round.endAt?.getTime() === endAt.getTime();
}
