import { SESSION_NAMES, type SessionName } from '@app/common/calendar/calendar.js';
import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';
import { PageQuery } from '@app/common/http/page.js';
import { Trimmed } from '@app/common/http/typed-text.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { COMMITMENTS, type Commitment } from './domain/commitments.js';

/** A confirmed booking whose window is not open at its time. */
export class BookingWithoutTime {
  code: string;
  siteId: string;
  windowId: string;
  itemCode: string;
  startAt: string;
  endAt: string;
  /** The citizen's phone, masked; null where none is known. */
  phoneMasked: string | null;
}

export class ClosuresQuery extends PageQuery {
  /** Those of the site and of the whole office; all unless given. */
  @IsOptional() @IsUUID() site?: string;
  /** Those that end on this day or later. */
  @IsOptional() @IsCalendarDay() from?: string;
}

export class ClosureRow {
  id: string;
  /** Null: the whole office. */
  siteId: string | null;
  fromDay: string;
  toDay: string;
  reasonZh: string;
  reasonEn: string;
}

export class ClosurePage {
  items: ClosureRow[];
  next: string | null;
}

export class NewClosureBody {
  /** Null: the whole office. */
  @IsOptional() @IsUUID() siteId: string | null;
  @IsCalendarDay() fromDay: string;
  /** At most 92 days after the first. */
  @IsCalendarDay() toDay: string;
  @Trimmed() @IsString() @Length(1, 200) reasonZh: string;
  @Trimmed() @IsString() @Length(1, 300) reasonEn: string;
}

export class ClosureMade extends ClosureRow {
  /** Bookings that have lost their time by it, by site and start, 500 at most; all their citizens are told. */
  affected: BookingWithoutTime[];
}

export class ExceptionsQuery extends PageQuery {
  @IsUUID() site: string;
  /** Those of this day or later. */
  @IsOptional() @IsCalendarDay() from?: string;
}

/** One session of one day that differs from the week, for a window or for all of the site. */
export class ExceptionRow {
  id: string;
  siteId: string;
  /** Null: all windows of the site. */
  windowId: string | null;
  day: string;
  @ApiProperty({ enum: SESSION_NAMES, enumName: 'SessionName' }) session: SessionName;
  open: boolean;
  fromMinute: number | null;
  toMinute: number | null;
  capacity: number | null;
  reasonZh: string;
  reasonEn: string;
}

export class ExceptionPage {
  items: ExceptionRow[];
  next: string | null;
}

export class NewExceptionBody {
  @IsUUID() siteId: string;
  /** Null: all windows of the site. */
  @IsOptional() @IsUUID() windowId?: string | null;
  @IsCalendarDay() day: string;
  @ApiProperty({ enum: SESSION_NAMES, enumName: 'SessionName' }) @IsIn(SESSION_NAMES) session: SessionName;
  /** Whether it opens (or changes) the session, or closes it. */
  @IsBoolean() open: boolean;
  /** From, to and places, where it opens. Minutes count from midnight at the office. */
  @IsOptional() @IsInt() @Min(0) @Max(1439) fromMinute?: number | null;
  @IsOptional() @IsInt() @Min(1) @Max(1440) toMinute?: number | null;
  @IsOptional() @IsInt() @Min(1) @Max(50) capacity?: number | null;
  @Trimmed() @IsString() @Length(1, 200) reasonZh: string;
  @Trimmed() @IsString() @Length(1, 300) reasonEn: string;
}

export class ExceptionMade extends ExceptionRow {
  /** Bookings that have lost their time by it, by site and start, 500 at most; all their citizens are told. */
  affected: BookingWithoutTime[];
}

/** What is taken back: nothing is left of it, but bookings may have lost their time. */
export class ScheduleTakenBack {
  id: string;
  affected: BookingWithoutTime[];
}

export class ScheduleCheckQuery {
  @IsUUID() site: string;
  @IsCalendarDay() from: string;
  /** At most 92 days after the first. */
  @IsCalendarDay() to: string;
}

/** A commitment of extended service that is not kept. */
export class ViolationDto {
  @ApiProperty({ enum: COMMITMENTS, enumName: 'Commitment' }) rule: Commitment;
  day: string;
  siteId: string;
  textZh: string;
  textEn: string;
}

export class ScheduleCheckDto {
  asOf: string;
  violations: ViolationDto[];
  /** Bookings that have no time by the schedule as it stands, the earliest first; 500 at most. */
  withoutTime: BookingWithoutTime[];
}

export class PublicationBody {
  @IsUUID() siteId: string;
  /** The week's Monday. */
  @IsCalendarDay() monday: string;
}

export class PublicationDto {
  siteId: string;
  monday: string;
  publishedAt: string;
}

export class PublicationsQuery {
  @IsUUID() site: string;
  /** Weeks from this day's on, 60 at most. */
  @IsCalendarDay() from: string;
}

export class PublicationList {
  items: PublicationDto[];
}
