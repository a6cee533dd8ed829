import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { PageQuery } from '@app/common/http/page.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SiteAdmin } from './site-admin.service.js';
import { CatalogueSitePage, CatalogueSiteRow, SiteBody } from './site.dto.js';

/** Sites, kept by an administrator. */
@ApiTags('catalogue')
@Roles('admin')
@Controller()
export class SiteAdminController {
  constructor(private readonly sites: SiteAdmin) {}

  /** All sites, in use or not. */
  @Get('catalogue/sites')
  list(@Query() query: PageQuery): Promise<CatalogueSitePage> {
    return this.sites.list(query);
  }

  @Post('sites')
  create(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: SiteBody,
  ): Promise<CatalogueSiteRow> {
    return this.sites.create(actor, body, idempotency);
  }

  @Put('sites/:id')
  change(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: SiteBody,
  ): Promise<CatalogueSiteRow> {
    return this.sites.change(actor, id, version, body);
  }
}
