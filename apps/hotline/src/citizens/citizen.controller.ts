import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@app/common/auth/access.decorators.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { RatingService } from '../ratings/rating.service.js';
import { LookUpTicketDto, RateTicketDto, TicketProgressDto } from './citizen.dto.js';
import { ProgressService } from './progress.service.js';

/** What a citizen does with number and query code, without an account. */
@ApiTags('citizens')
@Controller('citizen')
export class CitizenController {
  constructor(
    private readonly progress: ProgressService,
    private readonly ratings: RatingService,
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
  async rate(@Body() body: RateTicketDto): Promise<TicketProgressDto> {
    const ticketId = await this.progress.identify(body.number, body.code);
    await this.ratings.rateOnline(ticketId, body.score, body.comment?.trim() || null);
    return this.progress.of(ticketId);
  }
}
