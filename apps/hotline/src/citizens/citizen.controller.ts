import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@app/common/auth/access.decorators.js';
import { Idempotency, IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { RatingService } from '../ratings/rating.service.js';
import { AskReviewDto, LookUpTicketDto, RateTicketDto, TicketProgressDto } from './citizen.dto.js';
import { ReviewService } from '../reviews/review.service.js';
import { ProgressService } from './progress.service.js';

/** What a citizen does with number and query code, without an account. */
@ApiTags('citizens')
@Controller('citizen')
export class CitizenController {
  constructor(
    private readonly progress: ProgressService,
    private readonly ratings: RatingService,
    private readonly reviews: ReviewService,
    private readonly idempotency: Idempotency,
  ) {}

  @Post('lookup')
  @HttpCode(200)
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  lookUp(@Body() body: LookUpTicketDto): Promise<TicketProgressDto> {
    return this.progress.lookUp(body.number, body.code);
  }

  /** 评价: once for each reply. */
  @Post('ratings')
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  async rate(
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: RateTicketDto,
  ): Promise<TicketProgressDto> {
    const ticketId = await this.progress.identify(body.number, body.code);
    const rating = { score: body.score, comment: body.comment?.trim() || null, via: 'web' } as const;
    return this.idempotency.once(idempotency, async (em) => {
      await this.ratings.rate(em, ticketId, rating);
      return this.progress.of(em, ticketId);
    });
  }

  /** 复议: once a ticket is struck off, one at a time. */
  @Post('reviews')
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  async askReview(
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: AskReviewDto,
  ): Promise<TicketProgressDto> {
    const ticketId = await this.progress.identify(body.number, body.code);
    return this.idempotency.once(idempotency, async (em) => {
      await this.reviews.ask(em, ticketId, { reason: body.reason, via: 'web' });
      return this.progress.of(em, ticketId);
    });
  }
}
