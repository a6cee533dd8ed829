import type { StaffActor } from '@app/common/auth/actor.js';
import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { AbsenceBody, AbsenceEnd, AbsenceEnded, AbsenceListQuery, AbsencePage, AbsenceReport } from './absence.dto.js';
import { Absences } from './absences.service.js';

@Controller('absences')
export class AbsenceController {
  constructor(private readonly absences: Absences) {}

  /** Absences at a site that are not over, the first to begin first. */
  @Get()
  @Roles('operator', 'supervisor', 'handler', 'unit_head', 'admin')
  list(@Query() query: AbsenceListQuery): Promise<AbsencePage> {
    return this.absences.list(query);
  }

  /** An officer is away: their published duties go to the other person of the post by themselves. */
  @Post()
  @Roles('supervisor', 'admin')
  report(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: AbsenceBody,
  ): Promise<AbsenceReport> {
    return this.absences.report(actor, key, body);
  }

  /** The officer is back: duties that were taken over and are still to come go back. */
  @Post(':id/end')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  end(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: AbsenceEnd): Promise<AbsenceEnded> {
    return this.absences.end(actor, id, body);
  }
}
