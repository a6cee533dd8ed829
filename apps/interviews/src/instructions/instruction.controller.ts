import type { StaffActor } from '@app/common/auth/actor.js';
import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  InstructionBody,
  InstructionListQuery,
  InstructionPage,
  InstructionRow,
  ReportBackBody,
} from './instruction.dto.js';
import { Instructions } from './instructions.service.js';

@Controller()
export class InstructionController {
  constructor(private readonly instructions: Instructions) {}

  /** Leaders' instructions the reader may know of, the newest first. */
  @Get('instructions')
  @Roles('supervisor', 'handler', 'unit_head', 'inspector', 'leader')
  list(@CurrentStaff() actor: StaffActor, @Query() query: InstructionListQuery): Promise<InstructionPage> {
    return this.instructions.list(actor, query);
  }

  /** A leader writes an instruction (批示) on a signed-off report. */
  @Post('reports/:id/instructions')
  @Roles('leader')
  give(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: InstructionBody,
  ): Promise<InstructionRow> {
    return this.instructions.give(actor, id, key, body);
  }

  /** The unit reports back on an instruction. */
  @Post('instructions/:id/report-back')
  @HttpCode(200)
  @Roles('unit_head', 'handler')
  reportBack(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: ReportBackBody,
  ): Promise<InstructionRow> {
    return this.instructions.reportBack(actor, id, key, body);
  }

  /** An instruction that has been reported back is struck off. */
  @Post('instructions/:id/strike-off')
  @HttpCode(200)
  @Roles('supervisor', 'inspector')
  strikeOff(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: IdempotencyContext,
  ): Promise<InstructionRow> {
    return this.instructions.strikeOff(actor, id, key);
  }
}
