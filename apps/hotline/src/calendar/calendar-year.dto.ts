import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsString, Length } from 'class-validator';
import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';
import { IsInstant } from '@app/common/http/is-instant.js';

/** A year names some 30 days off and ten worked in exchange; twice that is a mistake. */
const DAYS_MOST = 60;
const DAY_LIST = { type: 'array', items: { type: 'string', format: 'date' } } as const;

/** Whether the calendar's package has the year, or an administrator has brought it in. */
export const YEAR_ORIGINS = ['packaged', 'brought_in'] as const;
export type YearOrigin = (typeof YEAR_ORIGINS)[number];

export class BringInYearDto {
  /** Every day off, `YYYY-MM-DD`, make-up leave and the weekend days within a holiday included. */
  @ApiProperty({ ...DAY_LIST, maxItems: DAYS_MOST })
  @IsArray()
  @ArrayMaxSize(DAYS_MOST)
  @ArrayUnique()
  @IsCalendarDay({ each: true })
  holidays!: string[];

  /** Every Saturday or Sunday that is worked in exchange. */
  @ApiProperty({ ...DAY_LIST, maxItems: DAYS_MOST })
  @IsArray()
  @ArrayMaxSize(DAYS_MOST)
  @ArrayUnique()
  @IsCalendarDay({ each: true })
  makeUpDays!: string[];

  /** The number (文号) of the notice that publishes the arrangement. */
  @ApiProperty({ minLength: 2, maxLength: 100 })
  @IsString()
  @Length(2, 100)
  source!: string;

  /**
   * `broughtInAt` of the arrangement that was read and is corrected, null where there was none. Left out, this one
   * holds whatever was there.
   */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @IsInstant()
  replaces?: string | null;
}

/** A year whose arrangement is known. */
export class CalendarYearDto {
  @ApiProperty() year!: number;
  @ApiProperty({ enum: YEAR_ORIGINS }) origin!: YearOrigin;
  /** The notice's number; of a packaged year the package's name. */
  @ApiProperty() source!: string;
  @ApiProperty(DAY_LIST) holidays!: readonly string[];
  @ApiProperty(DAY_LIST) makeUpDays!: readonly string[];
  /** Null of a packaged year. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) broughtInAt!: string | null;
}

export class CalendarYearPageDto {
  @ApiProperty({ type: [CalendarYearDto] }) items!: CalendarYearDto[];
  /** Cursor of the next page, null on the last. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
