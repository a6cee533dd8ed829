import { SESSION_NAMES, type SessionName } from '@app/common/calendar/calendar.js';
import { TrimmedOrNull } from '@app/common/http/typed-text.js';
import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { BookingContactDto, ItemAtSiteDto } from '../bookings/booking.dto.js';
import { WAITLIST_STATES, type WaitlistState } from './domain/waitlist-state.js';

export const WAITLIST_SESSIONS = [...SESSION_NAMES, 'weekend'] as const;
export type WaitlistSession = SessionName | 'weekend';

/** 候补: somebody wants a time that is not free. */
export class JoinWaitlistDto extends ItemAtSiteDto {
  @IsCalendarDay()
  fromDay: string;

  /** Not before `fromDay`, within the days that can be booked. */
  @IsCalendarDay()
  toDay: string;

  @ApiProperty({ enum: WAITLIST_SESSIONS, enumName: 'WaitlistSession', required: false })
  @IsOptional()
  @IsIn(WAITLIST_SESSIONS)
  session?: WaitlistSession;

  /** 上门服务: the office is to come, to `visitAddress`. */
  @IsOptional()
  @IsBoolean()
  homeVisit?: boolean;

  /** Needed for a home visit. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @TrimmedOrNull()
  visitAddress?: string | null;

  @ValidateNested()
  @Type(() => BookingContactDto)
  contact: BookingContactDto;
}

/** A place that is kept for the citizen until it is confirmed (as any hold) or the offer is over. */
export class WaitlistOfferDto {
  bookingCode: string;
  startAt: string;
  endAt: string;
  until: string;
}

export class WaitlistEntryDto {
  code: string;
  @ApiProperty({ enum: WAITLIST_STATES, enumName: 'WaitlistState' })
  state: WaitlistState;
  itemCode: string;
  siteId: string;
  fromDay: string;
  toDay: string;
  @ApiProperty({ enum: WAITLIST_SESSIONS, enumName: 'WaitlistSession', nullable: true })
  session: WaitlistSession | null;
  people: number;
  green: boolean;
  homeVisit: boolean;
  @ApiProperty({ type: WaitlistOfferDto, nullable: true })
  offer: WaitlistOfferDto | null;
}
