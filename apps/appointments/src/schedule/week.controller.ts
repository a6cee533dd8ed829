import { Public } from '@app/common/auth/access.decorators.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { WeeksDto, WeeksQuery } from './week.dto.js';
import { Weeks } from './weeks.service.js';

@ApiTags('schedule')
@Controller('weeks')
export class WeekController {
  constructor(private readonly weeks: Weeks) {}

  /** The published opening hours, week by week and site by site. */
  @Get()
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  published(@Query() query: WeeksQuery): Promise<WeeksDto> {
    return this.weeks.published(query);
  }
}
