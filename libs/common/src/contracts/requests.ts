import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsInstant } from '../http/is-instant.js';
import { ROLES, type Role } from '../auth/actor.js';
import { defineRequest } from '../messaging/definitions.js';
import { REQUEST_KINDS, type RequestKind } from './request-kind.js';

export class Nothing {}

// ── directory (answered by the gateway) ──────────────────────────────────────────────────────────

export const UNIT_KINDS = ['hotline', 'commission', 'leadership', 'unit'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export class Unit {
  @IsUUID() id!: string;
  @IsString() code!: string;
  @IsString() nameZh!: string;
  @IsString() nameEn!: string;
  /** hotline: the hotline itself; commission: 纪委; leadership: county leaders; unit: those who handle requests. */
  @IsIn(UNIT_KINDS) kind!: UnitKind;
  @IsString() address!: string;
  @IsString() phone!: string;
  /** Out of use, it keeps its name and gets nothing new. */
  @IsBoolean() active!: boolean;
}
export class UnitList {
  @IsArray() @ValidateNested({ each: true }) @Type(() => Unit) units!: Unit[];
}
export const UnitListRequest = defineRequest('directory.unit.list.v1', Nothing, UnitList);

export class StaffQuestion {
  @IsUUID() staffId!: string;
}
export class Staff {
  @IsUUID() id!: string;
  @IsString() name!: string;
  @IsIn(ROLES, { each: true }) roles!: Role[];
  @IsUUID() unitId!: string;
  @IsBoolean() active!: boolean;
}
export const StaffGetRequest = defineRequest('directory.staff.get.v1', StaffQuestion, Staff);

export class SessionKeyList {
  /** Public Ed25519 keys as JWK, the newest first. */
  @IsArray() @IsObject({ each: true }) keys!: Record<string, unknown>[];
}
export const SessionKeyListRequest = defineRequest('gateway.session-key.list.v1', Nothing, SessionKeyList);

// ── hotline ──────────────────────────────────────────────────────────────────────────────────────

export class TicketQuestion {
  @IsUUID() ticketId!: string;
}
/** What the unit may know of a ticket: never the identity of who filed it. */
export class TicketSummary {
  @IsUUID() ticketId!: string;
  @IsString() number!: string;
  @IsIn(REQUEST_KINDS) kind!: RequestKind;
  @IsBoolean() confidential!: boolean;
  @IsString() subject!: string;
  @IsString() state!: string;
  @IsUUID() unitId!: string;
  @IsString() lastReply!: string;
}
export const TicketSummaryRequest = defineRequest('hotline.ticket.summary.v1', TicketQuestion, TicketSummary);

// ── appointments: what interviews book, rooms and volunteers ─────────────────────────────────────

export class BookingConfirmQuestion {
  @IsUUID() bookingId!: string;
}

export class BookingReleaseQuestion {
  @IsUUID() bookingId!: string;
  @IsString() reason!: string;
}

export class RoomFindQuestion {
  @IsInstant() from!: string;
  @IsInstant() to!: string;
  @IsInt() @Min(15) @Max(480) durationMinutes!: number;
  /** Rooms of this unit first. */
  @IsOptional() @IsUUID() unitId?: string;
  /** The talk's present booking: it is not in the way of one that replaces it. */
  @IsOptional() @IsUUID() replaces?: string;
  @IsInt() @Min(1) @Max(50) limit!: number;
}
export class FreeRoom {
  @IsUUID() roomId!: string;
  @IsString() nameZh!: string;
  @IsString() nameEn!: string;
  @IsString() address!: string;
  @IsInt() seats!: number;
  @IsInstant() startAt!: string;
  @IsInstant() endAt!: string;
}
export class FreeRoomList {
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => FreeRoom) rooms!: FreeRoom[];
}
/** Free times of interview rooms inside office hours, the earliest first. */
export const RoomFindRequest = defineRequest('appointments.room.find.v1', RoomFindQuestion, FreeRoomList);

export class RoomHoldQuestion {
  /** Chosen by the asker: asking again with the same id gives the same hold. */
  @IsUUID() bookingId!: string;
  @IsUUID() roomId!: string;
  @IsUUID() caseId!: string;
  @IsInstant() startAt!: string;
  @IsInstant() endAt!: string;
  /** The talk's present booking, given back afterwards: it keeps its time and is not in the way. */
  @IsOptional() @IsUUID() replaces?: string;
}
export class RoomBooking {
  @IsUUID() bookingId!: string;
  @IsUUID() roomId!: string;
  @IsIn(['held', 'confirmed', 'released']) state!: 'held' | 'confirmed' | 'released';
  @IsString() nameZh!: string;
  @IsString() nameEn!: string;
  @IsString() address!: string;
  @IsInstant() startAt!: string;
  @IsInstant() endAt!: string;
}
/** Refused with `slot-taken` and `alternatives: FreeRoom[]` when someone was faster. */
export const RoomHoldRequest = defineRequest('appointments.room.hold.v1', RoomHoldQuestion, RoomBooking);

export const RoomConfirmRequest = defineRequest('appointments.room.confirm.v1', BookingConfirmQuestion, RoomBooking);
export const RoomReleaseRequest = defineRequest('appointments.room.release.v1', BookingReleaseQuestion, RoomBooking);

export class VolunteerFindQuestion {
  /** The talk a volunteer is wanted at. */
  @IsInstant() startAt!: string;
  @IsInstant() endAt!: string;
  /** Only those who know this field: `land`, `labour`, … */
  @IsOptional() @IsString() field?: string;
  /** The talk's present booking: it is not in the way of one that replaces it. */
  @IsOptional() @IsUUID() replaces?: string;
  @IsInt() @Min(1) @Max(50) limit!: number;
}
export class FreeVolunteer {
  @IsUUID() volunteerId!: string;
  @IsString() name!: string;
  @IsArray() @IsString({ each: true }) fields!: string[];
}
export class FreeVolunteerList {
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => FreeVolunteer) volunteers!: FreeVolunteer[];
}
/** Volunteers who give that time and whom nobody has booked for it, by name. */
export const VolunteerFindRequest = defineRequest(
  'appointments.volunteer.find.v1',
  VolunteerFindQuestion,
  FreeVolunteerList,
);

export class VolunteerHoldQuestion {
  /** Chosen by the asker: asking again with the same id gives the same hold. */
  @IsUUID() bookingId!: string;
  @IsUUID() volunteerId!: string;
  @IsUUID() caseId!: string;
  @IsInstant() startAt!: string;
  @IsInstant() endAt!: string;
  /** The talk's present booking, given back afterwards: it keeps its time and is not in the way. */
  @IsOptional() @IsUUID() replaces?: string;
}
export class VolunteerBooking {
  @IsUUID() bookingId!: string;
  @IsUUID() volunteerId!: string;
  @IsIn(['held', 'confirmed', 'released']) state!: 'held' | 'confirmed' | 'released';
  @IsString() name!: string;
  /** Their account; null where they have none. */
  @IsOptional() @IsUUID() staffId!: string | null;
  @IsInstant() startAt!: string;
  @IsInstant() endAt!: string;
}
/** Refused with `volunteer-taken` and `alternatives: FreeVolunteer[]` when someone was faster. */
export const VolunteerHoldRequest = defineRequest(
  'appointments.volunteer.hold.v1',
  VolunteerHoldQuestion,
  VolunteerBooking,
);

export const VolunteerConfirmRequest = defineRequest(
  'appointments.volunteer.confirm.v1',
  BookingConfirmQuestion,
  VolunteerBooking,
);

export const VolunteerReleaseRequest = defineRequest(
  'appointments.volunteer.release.v1',
  BookingReleaseQuestion,
  VolunteerBooking,
);
