import { Public } from '@app/common/auth/access.decorators.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { IdParam } from '@app/common/http/validation.js';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DisplayDto } from './desk.dto.js';
import { Display } from './display.js';

/** The waiting room's display: whoever stands in front of it may read it, so it has numbers only. */
@ApiTags('desk')
@Controller('displays')
export class DisplayController {
  constructor(private readonly display: Display) {}

  @Get(':siteId')
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  read(@IdParam('siteId') siteId: string): Promise<DisplayDto> {
    return this.display.of(siteId);
  }
}
