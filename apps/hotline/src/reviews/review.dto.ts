import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { Trimmed } from '@app/common/http/typed-text.js';
import { REVIEW_OUTCOMES, type ReviewOutcome } from './domain/review.js';

/** A review of a ticket (复议), as staff see it. */
export class TicketReviewDto {
  askedAt!: string;
  @ApiProperty({ enum: ['web', 'sms'] })
  via!: 'web' | 'sms';
  /** Why the citizen asks; null where the reader may not see the content. */
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
  /** Null while nobody has decided. */
  @ApiProperty({ enum: REVIEW_OUTCOMES, enumName: 'ReviewOutcome', nullable: true })
  outcome!: ReviewOutcome | null;
  @ApiProperty({ type: String, nullable: true })
  decidedAt!: string | null;
  @ApiProperty({ type: String, nullable: true })
  decisionReason!: string | null;
  /** The reader would decide it, were it not of their own decision: somebody else of the post does. */
  ownDecision!: boolean;
}

/** The decision's reason: the citizen reads it. */
export class DecideReviewDto {
  @IsString()
  @Length(2, 2000)
  @Trimmed()
  reason!: string;
}
