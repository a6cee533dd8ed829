import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { IdParam } from '@app/common/http/validation.js';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Calls } from './calls.service.js';
import { VisitRow } from './desk.dto.js';

/** A visit from its call to its end. */
@ApiTags('desk')
@Controller('visits')
export class VisitController {
  constructor(private readonly calls: Calls) {}

  /** Calls the number once more. */
  @Post(':id/recall')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  recall(@CurrentStaff() staff: StaffActor, @IdParam() id: string): Promise<VisitRow> {
    return this.calls.recall(staff, id);
  }

  /** The citizen has come to the window. */
  @Post(':id/serve')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  serve(@CurrentStaff() staff: StaffActor, @IdParam() id: string): Promise<VisitRow> {
    return this.calls.serve(staff, id);
  }

  /** The citizen has been served; the window is free for the next. */
  @Post(':id/finish')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  finish(@CurrentStaff() staff: StaffActor, @IdParam() id: string): Promise<VisitRow> {
    return this.calls.finish(staff, id);
  }

  /** 过号: called often enough and did not come. */
  @Post(':id/leave')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  leave(@CurrentStaff() staff: StaffActor, @IdParam() id: string): Promise<VisitRow> {
    return this.calls.leave(staff, id);
  }
}
