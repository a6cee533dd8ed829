import { IsDateString, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { defineEvent } from '../messaging/definitions.js';

class AboutBooking {
  @IsUUID() bookingId!: string;
  @IsIn(['room', 'window']) resource!: 'room' | 'window';
  @IsUUID() resourceId!: string;
  /** The interview a room was booked for. */
  @IsOptional() @IsUUID() caseId?: string;
  @IsDateString() startAt!: string;
  @IsDateString() endAt!: string;
}

export class BookingConfirmedPayload extends AboutBooking {
  @IsDateString() confirmedAt!: string;
}
export const BookingConfirmed = defineEvent('appointments.booking.confirmed.v1', BookingConfirmedPayload);

export class BookingCancelledPayload extends AboutBooking {
  @IsDateString() cancelledAt!: string;
  @IsString() reason!: string;
}
export const BookingCancelled = defineEvent('appointments.booking.cancelled.v1', BookingCancelledPayload);
