import { Public } from '@app/common/auth/access.decorators.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SiteListQuery, SitePage } from './site.dto.js';
import { Sites } from './sites.service.js';

@ApiTags('catalogue')
@Controller('sites')
export class SiteController {
  constructor(private readonly sites: Sites) {}

  /** Where things can be done, all sites or those that offer an item. */
  @Get()
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  list(@Query() query: SiteListQuery): Promise<SitePage> {
    return this.sites.list(query);
  }
}
