import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles } from '@app/common/auth/access.decorators.js';
import type { Actor } from '@app/common/auth/actor.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdParam } from '@app/common/http/validation.js';
import { TicketReader } from '../tickets/ticket-reader.js';
import { TicketDetailDto } from '../tickets/ticket.dto.js';
import { DecideReviewDto } from './review.dto.js';
import { ReviewService } from './review.service.js';

/** 复议: how the hotline decides the reviews citizens ask for; of confidential reports, the inspector does. */
@ApiTags('tickets')
@Controller('tickets/:id/review')
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly reader: TicketReader,
  ) {}

  /** 维持: what was done stands. */
  @Post('uphold')
  @HttpCode(200)
  @Roles('supervisor', 'inspector')
  async uphold(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: DecideReviewDto,
  ): Promise<TicketDetailDto> {
    await this.reviews.decide(actor, id, version, 'upheld', body.reason);
    return this.reader.detail(actor, id);
  }

  /** 撤销: the ticket is taken up again. */
  @Post('set-aside')
  @HttpCode(200)
  @Roles('supervisor', 'inspector')
  async setAside(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: DecideReviewDto,
  ): Promise<TicketDetailDto> {
    await this.reviews.decide(actor, id, version, 'set_aside', body.reason);
    return this.reader.detail(actor, id);
  }
}
