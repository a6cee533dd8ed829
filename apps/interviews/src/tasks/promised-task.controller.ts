import type { StaffActor } from '@app/common/auth/actor.js';
import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { PromisedTaskDto, StrikeOffBody } from './promised-task.dto.js';
import { PromisedTasks } from './promised-tasks.service.js';

@Controller('tasks')
export class PromisedTaskController {
  constructor(private readonly tasks: PromisedTasks) {}

  /** Strikes a promise off with its result. */
  @Post(':id/strike-off')
  @HttpCode(200)
  @Roles('handler', 'unit_head')
  strikeOff(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: StrikeOffBody,
  ): Promise<PromisedTaskDto> {
    return this.tasks.strikeOff(actor, id, key, body);
  }
}
