import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';
import { Trimmed, TypedCode } from '@app/common/http/typed-text.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { VISIT_STATES, type VisitState } from './domain/visit-state.js';

/** A booking's code, typed in or read by a scanner, at the site the citizen has come to. */
export class CheckInDto {
  @IsString()
  @Length(1, 20)
  @TypedCode()
  code: string;

  @IsUUID()
  siteId: string;
}

/** A citizen who comes without a booking. */
export class WalkInDto {
  @IsUUID()
  siteId: string;

  @IsString()
  @Length(2, 40)
  @Trimmed()
  itemCode: string;

  /** 绿色通道: elderly, frail, sick, disabled, from elsewhere, urgent special cause. */
  @IsOptional()
  @IsBoolean()
  green?: boolean;
}

/** A window asks for the next citizen. */
export class CallNextDto {
  @IsUUID()
  siteId: string;

  @IsUUID()
  windowId: string;
}

/** One citizen (or group) in the queue of a site and day. */
export class VisitRow {
  id: string;
  siteId: string;
  day: string;
  /** The queue number, from 1 each day at each site. */
  number: number;
  @ApiProperty({ enum: VISIT_STATES, enumName: 'VisitState' })
  state: VisitState;
  itemCode: string;
  itemNameZh: string;
  itemNameEn: string;
  /** Null for a walk-in. */
  bookingCode: string | null;
  /** The time booked; null for a walk-in. */
  startAt: string | null;
  green: boolean;
  /** Came late for the time booked. */
  late: boolean;
  arrivedAt: string;
  /** The window that has called. */
  windowId: string | null;
  windowCode: string | null;
  /** The last call. */
  calledAt: string | null;
  calls: number;
  servedAt: string | null;
  endedAt: string | null;
}

/** Whom a window is to serve next: null while nobody waits for what it does. */
export class CalledDto {
  visit: VisitRow | null;
}

export class DeskDayQuery {
  @IsUUID()
  site: string;

  /** The day at the office; today unless told. */
  @IsOptional()
  @IsCalendarDay()
  day?: string;
}

export const DESK_BOOKING_STATES = ['confirmed', 'arrived', 'served', 'missed', 'unserved'] as const;

/** A booking as the window clerk's day shows it. */
export class DeskBookingRow {
  code: string;
  @ApiProperty({ enum: DESK_BOOKING_STATES, enumName: 'DeskBookingState' })
  state: (typeof DESK_BOOKING_STATES)[number];
  itemCode: string;
  itemNameZh: string;
  itemNameEn: string;
  windowId: string;
  windowCode: string;
  startAt: string;
  endAt: string;
  people: number;
  green: boolean;
  homeVisit: boolean;
  representative: boolean;
  phoneMasked: string | null;
  /** Should have come by now and has not. */
  late: boolean;
  /** Whether the code is taken at the desk now. */
  mayCheckIn: boolean;
  /** The queue number, once arrived. */
  number: number | null;
}

/** A window as the clerk's day shows it. */
export class DeskWindowRow {
  id: string;
  code: string;
  nameZh: string;
  nameEn: string;
  @ApiProperty({ enum: ['counter', 'home-visit'], enumName: 'WindowKind' })
  kind: 'counter' | 'home-visit';
  itemCodes: string[];
  /** Who is called to it or being served at it. */
  visitId: string | null;
  /** How many wait for what it does. */
  waiting: number;
  /** The last time it called somebody or finished with somebody; null: not yet today. */
  lastActAt: string | null;
  /** 脱岗: open, citizens wait for it, and it has called nobody for longer than is allowed. */
  left: boolean;
  /** How often its post was left that day so far. */
  leftToday: number;
}

/** The day of a site's windows. */
export class DeskDayDto {
  asOf: string;
  siteId: string;
  day: string;
  /** By time. */
  bookings: DeskBookingRow[];
  /** Those waiting in the order they will be called, then those at a window, then those who are done. */
  visits: VisitRow[];
  windows: DeskWindowRow[];
  /** More than this list holds: the site has more than 500 bookings or visits that day. */
  more: boolean;
}

export class CalledNumberDto {
  number: number;
  windowCode: string;
  calledAt: string;
}

/** What hangs in the waiting room: numbers only. */
export class DisplayDto {
  asOf: string;
  siteNameZh: string;
  siteNameEn: string;
  /** The last called first. */
  called: CalledNumberDto[];
  /** How many wait. */
  waiting: number;
  /** The numbers that come next, in order. */
  next: number[];
}
