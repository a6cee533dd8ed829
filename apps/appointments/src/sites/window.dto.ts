import { SESSION_NAMES, type SessionName } from '@app/common/calendar/calendar.js';
import { Trimmed } from '@app/common/http/typed-text.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { WINDOW_KINDS, type WindowKind } from '../schedule/domain/site-schedule.js';

export class WindowsQuery {
  @IsUUID() site: string;
}

/** One session of a window's week. Minutes count from midnight at the office. */
export class PatternSessionDto {
  /** 1 Monday … 7 Sunday. */
  @IsInt() @Min(1) @Max(7) weekday: number;
  @ApiProperty({ enum: SESSION_NAMES, enumName: 'SessionName' }) @IsIn(SESSION_NAMES) session: SessionName;
  @IsInt() @Min(0) @Max(1439) fromMinute: number;
  @IsInt() @Min(1) @Max(1440) toMinute: number;
  /** How many are served at once. */
  @IsInt() @Min(1) @Max(50) capacity: number;
  /** The last minutes of the session that are kept for the green channel. */
  @IsInt() @Min(0) @Max(720) greenMinutes: number;
}

/** A window (窗口) with what it handles and when. */
export class WindowRow {
  id: string;
  siteId: string;
  /** Its number at the site, which citizens are called to. */
  code: string;
  nameZh: string;
  nameEn: string;
  @ApiProperty({ enum: WINDOW_KINDS, enumName: 'WindowKind' }) kind: WindowKind;
  /** To a home visit, and the same back. */
  travelMinutes: number;
  postId: string | null;
  active: boolean;
  /** Codes of the items it handles. */
  items: string[];
  /** Its week, in order. */
  pattern: PatternSessionDto[];
  version: number;
}

export class WindowList {
  /** All windows of the site, in use or not, by code. */
  items: WindowRow[];
}

export class WindowBody {
  @Trimmed() @IsString() @Length(1, 100) nameZh: string;
  @Trimmed() @IsString() @Length(1, 200) nameEn: string;
  @ApiProperty({ enum: WINDOW_KINDS, enumName: 'WindowKind' }) @IsIn(WINDOW_KINDS) kind: WindowKind;
  @IsInt() @Min(0) @Max(120) travelMinutes: number;
  /** The post whose A and B serve at it; null: none. */
  @IsOptional() @IsUUID() postId: string | null;
  /** Whether it can be booked. */
  @IsBoolean() active: boolean;
}

export class NewWindowBody extends WindowBody {
  @IsUUID() siteId: string;
  @Trimmed() @Matches(/^[A-Za-z0-9-]{1,8}$/) code: string;
}

export class WindowItemsBody {
  /** All items it handles from now on. */
  @IsArray() @ArrayMaxSize(200) @ArrayUnique() @IsString({ each: true }) items: string[];
}

export class WindowPatternBody {
  /** Its whole week from now on: each session of a weekday at most once, none overlapping another. */
  @IsArray()
  @ArrayMaxSize(28)
  @ValidateNested({ each: true })
  @Type(() => PatternSessionDto)
  sessions: PatternSessionDto[];
}
