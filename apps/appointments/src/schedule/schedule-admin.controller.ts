import { CurrentStaff, Roles, Staff } from '@app/common/auth/access.decorators.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Closures } from './closures.service.js';
import { ScheduleExceptions } from './exceptions.service.js';
import { Publications } from './publications.service.js';
import {
  ClosureMade,
  ClosurePage,
  ClosuresQuery,
  ExceptionMade,
  ExceptionPage,
  ExceptionsQuery,
  NewClosureBody,
  NewExceptionBody,
  PublicationBody,
  PublicationDto,
  PublicationList,
  PublicationsQuery,
  ScheduleCheckDto,
  ScheduleCheckQuery,
  ScheduleTakenBack,
} from './schedule-admin.dto.js';

/** When the sites differ from their weeks, and which weeks are announced. */
@ApiTags('schedule')
@Controller()
export class ScheduleAdminController {
  constructor(
    private readonly closures: Closures,
    private readonly exceptions: ScheduleExceptions,
    private readonly publications: Publications,
  ) {}

  @Get('closures')
  @Staff()
  listClosures(@Query() query: ClosuresQuery): Promise<ClosurePage> {
    return this.closures.list(query);
  }

  /** Shuts a site or the whole office for some days; who has a booking then is told. */
  @Post('closures')
  @Roles('supervisor', 'admin')
  close(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: NewClosureBody,
  ): Promise<ClosureMade> {
    return this.closures.close(actor, body, idempotency);
  }

  @Delete('closures/:id')
  @Roles('supervisor', 'admin')
  takeClosureBack(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<ScheduleTakenBack> {
    return this.closures.takeBack(actor, id);
  }

  @Get('schedule-exceptions')
  @Staff()
  listExceptions(@Query() query: ExceptionsQuery): Promise<ExceptionPage> {
    return this.exceptions.list(query);
  }

  /** Opens, changes or closes one session of one day; who loses a booking by it is told. */
  @Post('schedule-exceptions')
  @Roles('supervisor', 'admin')
  makeException(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: NewExceptionBody,
  ): Promise<ExceptionMade> {
    return this.exceptions.make(actor, body, idempotency);
  }

  @Delete('schedule-exceptions/:id')
  @Roles('supervisor', 'admin')
  takeExceptionBack(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<ScheduleTakenBack> {
    return this.exceptions.takeBack(actor, id);
  }

  /** Which commitments of extended service some days would break. */
  @Get('schedule/check')
  @Roles('supervisor', 'admin')
  check(@Query() query: ScheduleCheckQuery): Promise<ScheduleCheckDto> {
    return this.publications.check(query);
  }

  @Get('schedule/publications')
  @Staff()
  listPublications(@Query() query: PublicationsQuery): Promise<PublicationList> {
    return this.publications.list(query);
  }

  /** Announces a week; refused with every commitment it breaks. */
  @Post('schedule/publications')
  @Roles('supervisor', 'admin')
  publish(@CurrentStaff() actor: StaffActor, @Body() body: PublicationBody): Promise<PublicationDto> {
    return this.publications.publish(actor, body);
  }
}
