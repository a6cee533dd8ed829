import { SESSION_NAMES, type SessionName } from '@app/common/calendar/calendar.js';
import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { DAY_KINDS, type DayKind } from './domain/day-kind.js';

export class WeeksQuery {
  /** A day of the first week, today unless given. */
  @IsOptional() @IsCalendarDay() from?: string;
  /** How many weeks, 4 unless given. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(8) count?: number;
  @IsOptional() @IsUUID() site?: string;
}

export class PublishedSessionDto {
  @ApiProperty({ enum: SESSION_NAMES, enumName: 'SessionName' }) session: SessionName;
  /** Time at the office, `12:00`. */
  from: string;
  to: string;
  /** 延时服务: beyond the hours the office works anyway. */
  extended: boolean;
}

export class PublishedDayDto {
  day: string;
  @ApiProperty({ enum: DAY_KINDS, enumName: 'DayKind' }) kind: DayKind;
  /** Who leads on duty (坐堂值班), several in the order of their sessions; null where closed or no roster is in force. */
  leader: string | null;
  /** When at least one window is open. */
  sessions: PublishedSessionDto[];
}

export class PublishedSiteDto {
  siteId: string;
  nameZh: string;
  nameEn: string;
  days: PublishedDayDto[];
}

export class PublishedWeekDto {
  monday: string;
  sites: PublishedSiteDto[];
}

export class WeeksDto {
  asOf: string;
  /** Published weeks only. */
  weeks: PublishedWeekDto[];
}
