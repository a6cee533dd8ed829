import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { REQUEST_KINDS, type RequestKind } from '@app/common/contracts/request-kind.js';
import { TICKET_STATES, type TicketState } from '../tickets/domain/ticket-state.js';
import { REVIEW_OUTCOMES, type ReviewOutcome } from '../reviews/domain/review.js';
import { Trimmed, TypedCode } from '@app/common/http/typed-text.js';

/** Number and query code: all a citizen needs to see the own ticket. */
export class LookUpTicketDto {
  @IsString()
  @Length(1, 20)
  @TypedCode()
  number!: string;

  @IsString()
  @Length(1, 12)
  @TypedCode()
  code!: string;
}

/** 评价: 1 very dissatisfied … 5 very satisfied. */
export class RateTicketDto extends LookUpTicketDto {
  @IsInt()
  @Min(1)
  @Max(5)
  score!: number;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  comment?: string | null;
}

/** 复议: what was done shall be looked at again. */
export class AskReviewDto extends LookUpTicketDto {
  @IsString()
  @Length(2, 1000)
  @Trimmed()
  reason!: string;
}

/** The last review the citizen asked for. */
export class ProgressReviewDto {
  askedAt!: string;
  /** Null while nobody has decided. */
  @ApiProperty({ enum: REVIEW_OUTCOMES, enumName: 'ReviewOutcome', nullable: true })
  outcome!: ReviewOutcome | null;
  @ApiProperty({ type: String, nullable: true })
  decidedAt!: string | null;
  /** Why it was decided so. */
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

export class ProgressReplyDto {
  text!: string;
  repliedAt!: string;
}

export class ProgressRatingDto {
  score!: number;
  comment!: string | null;
  ratedAt!: string;
}

/** When and where the talk is (约谈). */
export class ProgressInterviewDto {
  startAt!: string;
  endAt!: string;
  placeZh!: string;
  placeEn!: string;
}

export class ProgressStepDto {
  @ApiProperty({ enum: TICKET_STATES, enumName: 'TicketState' })
  state!: TicketState;
  at!: string;
}

/** What a citizen sees of the own ticket. */
export class TicketProgressDto {
  number!: string;
  @ApiProperty({ enum: REQUEST_KINDS, enumName: 'RequestKind' })
  kind!: RequestKind;
  @ApiProperty({ enum: TICKET_STATES, enumName: 'TicketState' })
  state!: TicketState;
  subject!: string;
  registeredAt!: string;
  replyDueAt!: string | null;
  unitNameZh!: string | null;
  unitNameEn!: string | null;
  reply!: ProgressReplyDto | null;
  rating!: ProgressRatingDto | null;
  /** Whether a rating is being waited for. */
  mayRate!: boolean;
  /** Whether a review can be asked for. */
  mayAskReview!: boolean;
  review!: ProgressReviewDto | null;
  interview!: ProgressInterviewDto | null;
  steps!: ProgressStepDto[];
}
