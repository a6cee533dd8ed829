import { SESSION_NAMES, type SessionName } from '@app/common/calendar/calendar.js';
import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

export const FIGURE_GROUPS = ['site', 'item', 'week'] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

export class FiguresQuery {
  @IsCalendarDay()
  from: string;

  /** The last day, at most 91 days after `from`. */
  @IsCalendarDay()
  to: string;

  @ApiProperty({ enum: FIGURE_GROUPS, enumName: 'FigureGroup' })
  @IsIn(FIGURE_GROUPS)
  by: FigureGroup;

  /** One site only. */
  @IsOptional()
  @IsUUID()
  site?: string;
}

/** 窗口利用率: minutes citizens were served, of the minutes windows were open. */
export class WindowUseDto {
  servedMinutes: number;
  /** Null by item: a window is open for all it does. */
  openMinutes: number | null;
  share: number | null;
}

/** How full a session was: minutes booked, of the minutes offered (each place counts). */
export class SessionFillDto {
  @ApiProperty({ enum: SESSION_NAMES, enumName: 'SessionName' })
  session: SessionName;
  bookedMinutes: number;
  /** Null by item. */
  offeredMinutes: number | null;
  share: number | null;
}

/** From arrival to the first call, in whole minutes; null where nobody was called. */
export class WaitDto {
  called: number;
  medianMinutes: number | null;
  p90Minutes: number | null;
}

/** 爽约率: of the bookings that were due, those whose citizen did not come. */
export class NoShowDto {
  due: number;
  missed: number;
  rate: number | null;
}

/** 未能办理: of the citizens who came, those whom the windows had not got to when the day was over. */
export class UnservedDto {
  came: number;
  unserved: number;
  share: number | null;
}

/** 延时服务: of all citizens served, those at noon, in the evening, at a weekend or on a holiday. */
export class ExtendedServiceDto {
  served: number;
  extended: number;
  share: number | null;
}

/** How long before its time a booking was made, in whole hours. */
export class LeadTimeDto {
  bookings: number;
  medianHours: number | null;
  p90Hours: number | null;
}

/** The figures of one site, item or week. */
export class FiguresRow {
  /** Id of the site, code of the item, or the week's Monday. */
  key: string;
  /** Null by week. */
  nameZh: string | null;
  nameEn: string | null;
  windowUse: WindowUseDto;
  sessions: SessionFillDto[];
  wait: WaitDto;
  noShow: NoShowDto;
  unserved: UnservedDto;
  extended: ExtendedServiceDto;
  leadTime: LeadTimeDto;
}

/** Shares and rates are between 0 and 1; null where there is nothing to divide by. */
export class FiguresDto {
  asOf: string;
  from: string;
  to: string;
  @ApiProperty({ enum: FIGURE_GROUPS, enumName: 'FigureGroup' })
  by: FigureGroup;
  rows: FiguresRow[];
  /** All rows together. */
  total: FiguresRow;
}
