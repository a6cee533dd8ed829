import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { DAY_KINDS, type DayKind } from '@app/common/calendar/declared-days.js';
import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';
import { IsInstant } from '@app/common/http/is-instant.js';

export class DeclareDayDto {
  /** `YYYY-MM-DD`, in a year with a published arrangement. */
  @ApiProperty({ format: 'date' })
  @IsCalendarDay()
  day!: string;

  /** `as_published` takes an earlier declaration back. */
  @ApiProperty({ enum: DAY_KINDS })
  @IsIn(DAY_KINDS)
  kind!: DayKind;

  @ApiProperty({ minLength: 2, maxLength: 500 })
  @IsString()
  @Length(2, 500)
  reason!: string;

  /**
   * `declaredAt` of the declaration that was read and is replaced, null where there was none. Left out, the new one
   * holds whatever was there.
   */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @IsInstant()
  replaces?: string | null;
}

/** A day that differs from the published calendar. */
export class DeclaredDayDto {
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ enum: DAY_KINDS }) kind!: DayKind;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date-time' }) declaredAt!: string;
}

export class DeclaredDayPageDto {
  @ApiProperty({ type: [DeclaredDayDto] }) items!: DeclaredDayDto[];
  /** Cursor of the next page, null on the last. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
