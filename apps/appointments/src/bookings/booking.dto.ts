import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsPhoneNumber } from '@app/common/contact/is-phone-number.js';
import { LANGUAGES, type Language } from '@app/common/contracts/request-kind.js';
import { IsInstant } from '@app/common/http/is-instant.js';
import { Trimmed, TrimmedOrNull, TypedCode } from '@app/common/http/typed-text.js';
import { BOOKING_STEPS, type BookingStep } from './domain/booking-rules.js';

/** How to reach the citizen: rests sealed. */
export class BookingContactDto {
  /** A Chinese mobile or landline number, or an international one with its `+`. */
  @IsPhoneNumber()
  phone: string;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  @TrimmedOrNull()
  name?: string | null;

  @ApiProperty({ enum: LANGUAGES, enumName: 'Language' })
  @IsIn(LANGUAGES)
  language: Language;
}

/** 委托服务: who comes in the citizen's place. */
export class RepresentativeDto {
  @IsString()
  @Length(1, 60)
  @Trimmed()
  name: string;

  /** To the citizen: daughter, neighbour, social worker. */
  @IsString()
  @Length(1, 40)
  @Trimmed()
  relation: string;
}

class WhoComes {
  @IsOptional()
  @ValidateNested()
  @Type(() => RepresentativeDto)
  representative?: RepresentativeDto;

  /** 上门服务: where to come to. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @TrimmedOrNull()
  visitAddress?: string | null;
}

/** What is to be done, and where. */
export class ItemAtSiteDto {
  @IsString()
  @Matches(/^[a-z0-9-]{2,40}$/)
  itemCode: string;

  @IsUUID()
  siteId: string;

  /** A group takes its item's time for each. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  people?: number;

  /** 绿色通道. */
  @IsOptional()
  @IsBoolean()
  green?: boolean;
}

/** A time at a site. Without a contact it is held for a few minutes, with one it is booked. */
export class BookingWishDto extends IntersectionType(ItemAtSiteDto, WhoComes) {
  @IsInstant()
  startAt: string;

  @IsOptional()
  @IsBoolean()
  homeVisit?: boolean;
}

export class CreateBookingDto extends BookingWishDto {
  /** The code of an own hold that is given back at once, when another time is chosen. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  @TypedCode()
  replaces?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => BookingContactDto)
  contact?: BookingContactDto;
}

/** An operator books for a caller. */
export class BookForCallerDto extends BookingWishDto {
  @ValidateNested()
  @Type(() => BookingContactDto)
  contact: BookingContactDto;
}

export class ConfirmBookingDto extends WhoComes {
  /** Needed unless the booking has one already (an offer from the waiting list). */
  @IsOptional()
  @ValidateNested()
  @Type(() => BookingContactDto)
  contact?: BookingContactDto;
}

export class MoveBookingDto {
  /** The same site unless told. */
  @IsOptional()
  @IsUUID()
  siteId?: string;

  @IsInstant()
  startAt: string;
}

export class CancelBookingDto {
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @TrimmedOrNull()
  reason?: string | null;
}

/** 评价 after the service: 1 very dissatisfied … 5 very satisfied. */
export class RateBookingDto {
  @IsInt()
  @Min(1)
  @Max(5)
  score: number;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @TrimmedOrNull()
  comment?: string | null;
}

/** One thing to bring (一次性告知书). */
export class BookingMaterialDto {
  nameZh: string;
  nameEn: string;
  originals: number;
  copies: number;
  @ApiProperty({ type: String, nullable: true })
  noteZh: string | null;
  @ApiProperty({ type: String, nullable: true })
  noteEn: string | null;
}

/** The material list as it was when the booking was made. */
export class BookingMaterialListDto {
  version: number;
  materials: BookingMaterialDto[];
}

export class BookingQueueDto {
  number: number;
  /** How many are called before. */
  ahead: number;
  /** When that was so. */
  asOf: string;
}

/** As the citizen sees it: a hold given back counts as cancelled. */
export const SHOWN_BOOKING_STATES = [
  'held',
  'confirmed',
  'arrived',
  'served',
  'missed',
  'unserved',
  'cancelled',
  'expired',
] as const;
export type ShownBookingState = (typeof SHOWN_BOOKING_STATES)[number];

export class BookingDto {
  code: string;
  @ApiProperty({ enum: SHOWN_BOOKING_STATES, enumName: 'BookingState' })
  state: ShownBookingState;
  itemCode: string;
  itemNameZh: string;
  itemNameEn: string;
  siteId: string;
  siteNameZh: string;
  siteNameEn: string;
  address: string;
  directionsZh: string;
  directionsEn: string;
  @ApiProperty({ type: String, nullable: true })
  phoneMasked: string | null;
  startAt: string;
  endAt: string;
  people: number;
  green: boolean;
  homeVisit: boolean;
  /** Somebody comes in the citizen's place. */
  representative: boolean;
  /** Until when a hold is kept. */
  @ApiProperty({ type: String, nullable: true })
  heldUntil: string | null;
  version: number;
  sequence: number;
  material: BookingMaterialListDto;
  /** What may be done now. */
  @ApiProperty({ enum: BOOKING_STEPS, enumName: 'BookingStep', isArray: true })
  allowed: BookingStep[];
  /** Once arrived: the place in the queue. */
  @ApiProperty({ type: BookingQueueDto, nullable: true })
  queue: BookingQueueDto | null;
  @ApiProperty({ type: Number, nullable: true })
  rating: number | null;
}
