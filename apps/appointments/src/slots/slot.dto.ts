import { SESSION_NAMES, type SessionName } from '@app/common/calendar/calendar.js';
import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

/** What times are narrowed down to: one of the extended sessions, or days the office does not work. */
export const SLOT_FILTERS = ['noon', 'evening', 'weekend'] as const;
export type SlotFilter = (typeof SLOT_FILTERS)[number];

const asBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** What somebody wants a time for. */
export class EarliestSlotsQuery {
  /** Code of the service item. */
  @IsString() @MaxLength(40) item: string;
  @ApiPropertyOptional({ enum: SLOT_FILTERS, enumName: 'SlotFilter' })
  @IsOptional()
  @IsIn(SLOT_FILTERS)
  session?: SlotFilter;
  /** People in the group; more than one only where the item serves groups. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(5) people?: number;
  /** For the green channel (绿色通道). */
  @IsOptional() @Transform(asBoolean) @IsBoolean() green?: boolean;
  /** 上门服务. */
  @IsOptional() @Transform(asBoolean) @IsBoolean() homeVisit?: boolean;
}

export class FreeSlotsQuery extends EarliestSlotsQuery {
  @IsUUID() site: string;
  /** First day, today unless given. */
  @IsOptional() @IsCalendarDay() from?: string;
  /** Last day, at most 31 days in all; the last that can be booked unless given. */
  @IsOptional() @IsCalendarDay() to?: string;
}

export class FreeSlotDto {
  startAt: string;
  endAt: string;
  @ApiProperty({ enum: SESSION_NAMES, enumName: 'SessionName' }) session: SessionName;
  /** On a weekend or a holiday. */
  weekend: boolean;
  placesLeft: number;
}

export class SlotDayDto {
  day: string;
  slots: FreeSlotDto[];
}

export class FreeSlotsDto {
  asOf: string;
  /** Days with free slots only. */
  days: SlotDayDto[];
}

export class SiteSlotDto extends FreeSlotDto {
  siteId: string;
}

export class EarliestSlotsDto {
  asOf: string;
  /** At most one for each site, the earliest first. */
  items: SiteSlotDto[];
}
