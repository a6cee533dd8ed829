import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { PageQuery } from '@app/common/http/page.js';
import { REQUEST_KINDS, type RequestKind } from '@app/common/contracts/request-kind.js';
import { CLOCK_STATES, type ClockState } from '../clocks/domain/clock-state.js';
import { ServiceItemDto } from '../service-items/service-item.dto.js';
import { TicketReviewDto } from '../reviews/review.dto.js';
import { CHANNELS, type Channel } from './domain/channel.js';
import { TICKET_ACTIONS, type TicketAction } from './domain/ticket-policy.js';
import { TICKET_STATES, type TicketState } from './domain/ticket-state.js';
import { Trimmed } from '@app/common/http/typed-text.js';

/** What a list is narrowed to; newest first. */
export class TicketListQuery extends PageQuery {
  @ApiProperty({ enum: TICKET_STATES, enumName: 'TicketState', required: false })
  @IsOptional()
  @IsIn(TICKET_STATES)
  state?: TicketState;

  @IsOptional()
  @IsUUID()
  unitId?: string;

  @ApiProperty({ enum: REQUEST_KINDS, enumName: 'RequestKind', required: false })
  @IsOptional()
  @IsIn(REQUEST_KINDS)
  kind?: RequestKind;

  /** `asked`: those whose review (复议) waits to be decided. */
  @ApiProperty({ enum: ['asked'], required: false })
  @IsOptional()
  @IsIn(['asked'])
  review?: 'asked';

  /** A ticket number, a caller's phone number, or words of the subject. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  @Trimmed()
  q?: string;
}

/** The clock that matters now, as a row shows it. */
export class RowClockDto {
  @ApiProperty({ enum: CLOCK_STATES, enumName: 'ClockState' })
  state!: ClockState;
  /** ISO 8601, UTC. */
  dueAt!: string | null;
}

/** One line of a list. */
export class TicketRowDto {
  id!: string;
  number!: string;
  @ApiProperty({ enum: REQUEST_KINDS, enumName: 'RequestKind' })
  kind!: RequestKind;
  /** 何事 in one line; empty where the reader may not see the content. */
  subject!: string;
  @ApiProperty({ enum: TICKET_STATES, enumName: 'TicketState' })
  state!: TicketState;
  @ApiProperty({ enum: CHANNELS, enumName: 'Channel' })
  channel!: Channel;
  unitId!: string | null;
  unitNameZh!: string | null;
  unitNameEn!: string | null;
  registeredAt!: string;
  replyDueAt!: string | null;
  clock!: RowClockDto;
  /** 黄牌 / 红牌 of the ticket's own limits. */
  @ApiProperty({ enum: ['yellow', 'red'], nullable: true })
  card!: 'yellow' | 'red' | null;
  confidential!: boolean;
  greenChannel!: boolean;
  /** Whether a review (复议) waits to be decided. */
  reviewAsked!: boolean;
  version!: number;
}

export class TicketPageDto {
  items!: TicketRowDto[];
  next!: string | null;
}

/** The seven elements (七要素); null = 未提供. */
export class ElementsDto {
  when!: string | null;
  where!: string | null;
  who!: string | null;
  what!: string | null;
  why!: string | null;
  which!: string | null;
  result!: string | null;
}

/** Whom to reach, masked; both null where the reader may not know the identity at all. */
export class MaskedContactDto {
  name!: string | null;
  phone!: string | null;
}

export class TicketReplyDto {
  /** `reply` by the unit, `answer` on the spot, `refusal` with its legal basis. */
  @ApiProperty({ enum: ['reply', 'answer', 'refusal'] })
  how!: 'reply' | 'answer' | 'refusal';
  text!: string;
  repliedAt!: string;
  unitNameZh!: string | null;
  unitNameEn!: string | null;
  /** Null where no reply limit ran. */
  inTime!: boolean | null;
}

export class TicketRatingDto {
  score!: number;
  comment!: string | null;
  ratedAt!: string;
}

/** One limit of the ticket: how long, from when, met or not. */
export class TicketClockDto {
  @ApiProperty({ enum: ['transfer', 'accept', 'reply'] })
  kind!: 'transfer' | 'accept' | 'reply';
  @ApiProperty({ enum: CLOCK_STATES, enumName: 'ClockState' })
  state!: ClockState;
  startedAt!: string;
  dueAt!: string;
  metAt!: string | null;
}

/** How far the interview is, as the interviews service has told. */
export class TicketInterviewDto {
  caseId!: string;
  caseNumber!: string;
  round!: number;
  dueAt!: string;
  startAt!: string | null;
  endAt!: string | null;
  placeZh!: string | null;
  placeEn!: string | null;
  heldAt!: string | null;
}

/** A card or a supervision order that was issued about this ticket: the banner. */
export class TicketNoticeDto {
  id!: string;
  @ApiProperty({ enum: ['card', 'order'] })
  kind!: 'card' | 'order';
  @ApiProperty({ enum: ['yellow', 'red'], nullable: true })
  colour!: 'yellow' | 'red' | null;
  /** Number of the order (督办函). */
  number!: string | null;
  /** Why the card was issued: `interview_overdue` and the like. */
  reason!: string | null;
  issuedAt!: string;
  dueAt!: string | null;
}

export class TicketDetailDto extends TicketRowDto {
  elements!: ElementsDto | null;
  /** The elements that are missing; empty where the reader may not see the content. */
  missing!: string[];
  contactMasked!: MaskedContactDto;
  serviceItem!: ServiceItemDto | null;
  dispatchedAt!: string | null;
  acceptedAt!: string | null;
  closedAt!: string | null;
  /** The note of the dispatch or the reason of the return, whichever came last. */
  note!: string | null;
  reply!: TicketReplyDto | null;
  rating!: TicketRatingDto | null;
  /** The last review the citizen has asked for. */
  review!: TicketReviewDto | null;
  clocks!: TicketClockDto[];
  interview!: TicketInterviewDto | null;
  notices!: TicketNoticeDto[];
  /** What the reader may do with it now. */
  @ApiProperty({ enum: TICKET_ACTIONS, enumName: 'TicketAction', isArray: true })
  allowed!: TicketAction[];
}

/** 交办. */
export class DispatchTicketDto {
  @IsUUID()
  unitId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  @Trimmed()
  note?: string;
}

/** 退回: the reason is asked for, the hotline's supervisor decides. */
export class ReturnTicketDto {
  @IsString()
  @Length(2, 500)
  @Trimmed()
  reason!: string;
}

/** 答复. */
export class ReplyToTicketDto {
  @IsString()
  @Length(2, 8000)
  @Trimmed()
  text!: string;
}

/** 即办: answered on the spot. */
export class AnswerTicketDto {
  @IsString()
  @Length(2, 8000)
  @Trimmed()
  text!: string;
}

/** 不予受理, with its legal basis. */
export class RefuseTicketDto {
  @IsString()
  @Length(2, 2000)
  @Trimmed()
  legalBasis!: string;
}

/** One entry of the ledger (台账). */
export class TicketLedgerEntryDto {
  at!: string;
  action!: string;
  /** Null for the citizen and for the suite itself. */
  actorName!: string | null;
  /** A role of domain.md §1, `citizen` or `system`. */
  actorRole!: string;
  reason!: string | null;
  detail!: Record<string, unknown> | null;
}

export class TicketLedgerPageDto {
  items!: TicketLedgerEntryDto[];
  next!: string | null;
}

/** What `ticket` events of the stream carry. */
export class TicketStreamEventDto {
  @IsUUID()
  id!: string;
  @IsString()
  number!: string;
  @ApiProperty({ enum: TICKET_STATES, enumName: 'TicketState' })
  state!: TicketState;
  unitId!: string | null;
  @IsBoolean()
  confidential!: boolean;
}
