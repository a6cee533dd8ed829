import { IsPhoneNumber } from '@app/common/contact/is-phone-number.js';
import { LANGUAGES, type Language } from '@app/common/contracts/request-kind.js';
import { IsInstant } from '@app/common/http/is-instant.js';
import { PageQuery } from '@app/common/http/page.js';
import { Trimmed, TrimmedOrNull } from '@app/common/http/typed-text.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import {
  CONTACT_REQUEST_ACTIONS,
  CONTACT_REQUEST_KINDS,
  CONTACT_REQUEST_STATES,
  type ContactRequestAction,
  type ContactRequestKind,
  type ContactRequestState,
} from './domain/contact-request-state.js';

/** Whom to call: kept sealed. */
export class RequesterDto {
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  @TrimmedOrNull()
  name?: string | null;

  /** A Chinese mobile or landline number, or an international one with its `+`. */
  @IsPhoneNumber()
  phone: string;

  @ApiProperty({ enum: LANGUAGES, enumName: 'Language' })
  @IsIn(LANGUAGES)
  language: Language;
}

/** 预约服务: a wish to be served outside opening hours, or to be called back. */
export class FileContactRequestDto {
  @ApiProperty({ enum: CONTACT_REQUEST_KINDS, enumName: 'ContactRequestKind' })
  @IsIn(CONTACT_REQUEST_KINDS)
  kind: ContactRequestKind;

  /** Required for service outside opening hours. */
  @IsOptional()
  @IsString()
  @Length(2, 40)
  @Trimmed()
  itemCode?: string;

  @IsOptional()
  @IsUUID()
  siteId?: string;

  /** The earliest time that suits the citizen. */
  @IsOptional()
  @IsInstant()
  wishFrom?: string;

  /** The latest. */
  @IsOptional()
  @IsInstant()
  wishTo?: string;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @TrimmedOrNull()
  note?: string | null;

  @ValidateNested()
  @Type(() => RequesterDto)
  contact: RequesterDto;
}

/** 回执: until when the office contacts the citizen. */
export class FiledContactRequestDto {
  code: string;
  @ApiProperty({ enum: CONTACT_REQUEST_STATES, enumName: 'ContactRequestState' })
  state: ContactRequestState;
  contactDueAt: string;
}

/** What the citizen sees of the own request, with its code. */
export class ContactRequestProgressDto extends FiledContactRequestDto {
  @ApiProperty({ enum: CONTACT_REQUEST_KINDS, enumName: 'ContactRequestKind' })
  kind: ContactRequestKind;
  itemCode: string | null;
  itemNameZh: string | null;
  itemNameEn: string | null;
  siteId: string | null;
  siteNameZh: string | null;
  siteNameEn: string | null;
  siteAddress: string | null;
  wishFrom: string | null;
  wishTo: string | null;
  phoneMasked: string;
  requestedAt: string;
  contactedAt: string | null;
  agreedStartAt: string | null;
  agreedEndAt: string | null;
  endedAt: string | null;
  /** Whether the citizen may still withdraw it. */
  mayWithdraw: boolean;
  /** Whether the citizen may wish for another time: until one is agreed. */
  mayChangeWish: boolean;
}

/** The time that suits the citizen; what is left out is open. */
export class WishedTimeDto {
  @IsOptional()
  @IsInstant()
  wishFrom?: string;

  @IsOptional()
  @IsInstant()
  wishTo?: string;
}

export class ContactRequestListQuery extends PageQuery {
  /** One state; without it, all that are open. The one to be contacted first comes first. */
  @ApiProperty({ enum: CONTACT_REQUEST_STATES, enumName: 'ContactRequestState', required: false })
  @IsOptional()
  @IsIn(CONTACT_REQUEST_STATES)
  state?: ContactRequestState;

  @IsOptional()
  @IsUUID()
  site?: string;
}

export const CONTACT_CLOCK_STATES = ['running', 'near', 'over', 'done'] as const;
export type ContactClockState = (typeof CONTACT_CLOCK_STATES)[number];

/** The 24 hours of real time in which the citizen has to be contacted. */
export class ContactClockDto {
  @ApiProperty({ enum: CONTACT_CLOCK_STATES, enumName: 'ContactClockState' })
  state: ContactClockState;
  dueAt: string;
  /** When the citizen was contacted, or the request ended without. */
  metAt: string | null;
}

/** A line of the contact list. */
export class ContactRequestRow extends ContactRequestProgressDto {
  id: string;
  /** Whether the citizen gave a name; it is shown with the number, after a reason. */
  named: boolean;
  @ApiProperty({ enum: LANGUAGES, enumName: 'Language' })
  language: Language;
  channel: 'web' | 'sms' | 'phone';
  note: string | null;
  clock: ContactClockDto;
  /** 黄牌 shortly before the end, 红牌 after it. */
  @ApiProperty({ enum: ['yellow', 'red'], enumName: 'ContactCard', nullable: true })
  card: 'yellow' | 'red' | null;
  /** Who supervises: 1 the office itself, 2 the discipline commission, once it is overdue. */
  tier: number;
  officerId: string | null;
  officerName: string | null;
  /** Why it was withdrawn. */
  reason: string | null;
  @ApiProperty({
    enum: Object.keys(CONTACT_REQUEST_ACTIONS),
    enumName: 'ContactRequestAction',
    isArray: true,
  })
  allowed: ContactRequestAction[];
  version: number;
}

export class ContactRequestPage {
  items: ContactRequestRow[];
  next: string | null;
}

/** The time agreed with the citizen. */
export class AgreeTimeDto {
  @IsInstant()
  startAt: string;

  @IsInstant()
  endAt: string;

  /** Where; required unless the citizen has named the site. */
  @IsOptional()
  @IsUUID()
  siteId?: string;
}

/** Who is on duty at the time agreed. */
export class ArrangeDutyDto {
  @IsUUID()
  officerId: string;
}

export class WithdrawContactRequestDto {
  @IsString()
  @Length(2, 200)
  @Trimmed()
  reason: string;
}

/** Why name and number have to be seen; it goes into the ledger. */
export class RevealRequesterDto {
  @IsString()
  @Length(4, 200)
  @Trimmed()
  reason: string;
}

export class RevealedRequesterDto {
  name: string | null;
  phone: string;
}
