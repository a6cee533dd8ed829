import type { StaffActor } from '@app/common/auth/actor.js';
import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CaseDetail } from '../cases/case.dto.js';
import { FreeVolunteersDto, FreeVolunteersQuery, VolunteerAtTalkBody } from './appointment.dto.js';
import { CaseVolunteers } from './case-volunteers.service.js';

@Controller('cases')
export class CaseVolunteerController {
  constructor(private readonly volunteers: CaseVolunteers) {}

  /** Legal volunteers who are free for the whole of a time. */
  @Get(':id/free-volunteers')
  @Roles('handler', 'unit_head')
  free(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @Query() query: FreeVolunteersQuery,
  ): Promise<FreeVolunteersDto> {
    return this.volunteers.free(actor, id, query);
  }

  /** A volunteer joins the appointed talk in place of the one before, or nobody any more. */
  @Post(':id/volunteer')
  @HttpCode(200)
  @Roles('handler', 'unit_head')
  assign(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: VolunteerAtTalkBody,
  ): Promise<CaseDetail> {
    return this.volunteers.assign(actor, id, version, key, body);
  }
}
