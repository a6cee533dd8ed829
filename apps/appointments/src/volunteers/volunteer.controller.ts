import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { PageQuery } from '@app/common/http/page.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TalksLost, VolunteerBody, VolunteerGivingBody, VolunteerPage, VolunteerRow } from './volunteer.dto.js';
import { Volunteers } from './volunteers.service.js';

@ApiTags('catalogue')
@Controller('volunteers')
export class VolunteerController {
  constructor(private readonly volunteers: Volunteers) {}

  @Get()
  @Roles('supervisor', 'handler', 'unit_head', 'admin')
  list(@Query() query: PageQuery): Promise<VolunteerPage> {
    return this.volunteers.list(query);
  }

  @Post()
  @Roles('admin')
  create(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: VolunteerBody,
  ): Promise<VolunteerRow> {
    return this.volunteers.create(actor, body, idempotency);
  }

  /** The talks a change of hours would take the volunteer out of; nothing is changed. */
  @Post(':id/talks-lost')
  @HttpCode(200)
  @Roles('admin')
  talksLost(@IdParam() id: string, @Body() body: VolunteerGivingBody): Promise<TalksLost> {
    return this.volunteers.talksLost(id, body);
  }

  @Put(':id')
  @Roles('admin')
  change(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: VolunteerBody,
  ): Promise<VolunteerRow> {
    return this.volunteers.change(actor, id, version, body);
  }
}
