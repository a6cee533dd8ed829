import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, Min } from 'class-validator';
import { IsInstant } from '../http/is-instant.js';
import { defineEvent } from '../messaging/definitions.js';

class AboutBooking {
  @IsUUID() bookingId!: string;
  @IsIn(['room', 'window', 'volunteer']) resource!: 'room' | 'window' | 'volunteer';
  @IsUUID() resourceId!: string;
  /** The interview a room or a volunteer was booked for. */
  @IsOptional() @IsUUID() caseId?: string;
  @IsInstant() startAt!: string;
  @IsInstant() endAt!: string;
}

export class BookingConfirmedPayload extends AboutBooking {
  @IsInstant() confirmedAt!: string;
}
export const BookingConfirmed = defineEvent('appointments.booking.confirmed.v1', BookingConfirmedPayload);

export class BookingMovedPayload extends AboutBooking {
  /** When it would have begun. */
  @IsInstant() movedFrom!: string;
  @IsInstant() movedAt!: string;
}
export const BookingMoved = defineEvent('appointments.booking.moved.v1', BookingMovedPayload);

export class BookingCancelledPayload extends AboutBooking {
  @IsInstant() cancelledAt!: string;
  @IsString() reason!: string;
}
export const BookingCancelled = defineEvent('appointments.booking.cancelled.v1', BookingCancelledPayload);

export class BookingAttendedPayload extends AboutBooking {
  @IsInstant() arrivedAt!: string;
  @IsInt() @Min(1) @Max(9999) queueNumber!: number;
}
export const BookingAttended = defineEvent('appointments.booking.attended.v1', BookingAttendedPayload);

export class BookingMissedPayload extends AboutBooking {
  @IsInstant() missedAt!: string;
}
export const BookingMissed = defineEvent('appointments.booking.missed.v1', BookingMissedPayload);

export class BookingUnservedPayload extends AboutBooking {
  @IsInstant() endedAt!: string;
}
/** The citizen came, and the windows did not get to them before the day was over; no no-show. */
export const BookingUnserved = defineEvent('appointments.booking.unserved.v1', BookingUnservedPayload);

/** 预约服务: a citizen was not contacted within 24 hours of real time (domain.md §3). */
export class ContactOverduePayload {
  @IsUUID() requestId!: string;
  @IsIn(['outside-hours', 'callback']) kind!: 'outside-hours' | 'callback';
  @IsOptional() @IsUUID() siteId?: string;
  @IsInstant() requestedAt!: string;
  @IsInstant() contactDueAt!: string;
  @IsInstant() overdueAt!: string;
  /** Who supervises from here on: 2, the discipline commission. */
  @IsInt() @Min(2) @Max(3) tier!: number;
}
export const ContactOverdue = defineEvent('appointments.contact.overdue.v1', ContactOverduePayload);

export class RatingAskedPayload {
  @IsUUID() bookingId!: string;
  @IsString() sealedPhone!: string;
  @IsInstant() askedAt!: string;
}
/** A citizen was asked by text message to rate the service: 评 means the last item that asked (docs/adr/0008). */
export const RatingAsked = defineEvent('appointments.rating.asked.v1', RatingAskedPayload);
