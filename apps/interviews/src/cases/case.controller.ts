import type { StaffActor } from '@app/common/auth/actor.js';
import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { PageQuery } from '@app/common/http/page.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CaseDetail, CaseLedgerPage, CaseListQuery, CasePage } from './case.dto.js';
import { CaseReader } from './case-reader.js';
import { MinutesBody, PlanBody, RootCauseBody, VerificationBody } from './case-steps.dto.js';
import { CaseSteps } from './case-steps.service.js';
import { Verifications } from './verifications.service.js';

@Controller('cases')
export class CaseController {
  constructor(
    private readonly reader: CaseReader,
    private readonly steps: CaseSteps,
    private readonly verifications: Verifications,
  ) {}

  /** Cases the reader may know of, the newest first. */
  @Get()
  @Roles('supervisor', 'handler', 'unit_head', 'inspector', 'leader', 'volunteer')
  list(@CurrentStaff() actor: StaffActor, @Query() query: CaseListQuery): Promise<CasePage> {
    return this.reader.list(actor, query);
  }

  @Get(':id')
  @Roles('supervisor', 'handler', 'unit_head', 'inspector', 'leader', 'volunteer')
  get(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<CaseDetail> {
    return this.reader.get(actor, id);
  }

  /** Every change of the case, the oldest first. */
  @Get(':id/ledger')
  @Roles('supervisor', 'handler', 'unit_head', 'inspector', 'leader')
  ledger(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Query() query: PageQuery): Promise<CaseLedgerPage> {
    return this.reader.ledger(actor, id, query);
  }

  /** Step 1, 梳理: the root cause. */
  @Post(':id/root-cause')
  @HttpCode(200)
  @Roles('handler', 'unit_head')
  nameRootCause(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: RootCauseBody,
  ): Promise<CaseDetail> {
    return this.steps.nameRootCause(actor, id, version, key, body);
  }

  /** Step 2, 方案: the plan with its class and legal basis. */
  @Post(':id/plan')
  @HttpCode(200)
  @Roles('handler', 'unit_head')
  plan(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: PlanBody,
  ): Promise<CaseDetail> {
    return this.steps.plan(actor, id, version, key, body);
  }

  /** Step 3, 约谈: the minutes of the talk, with what was promised. */
  @Post(':id/minutes')
  @HttpCode(200)
  @Roles('handler', 'unit_head')
  recordMinutes(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: MinutesBody,
  ): Promise<CaseDetail> {
    return this.steps.recordMinutes(actor, id, version, key, body);
  }

  /** Tier 2: an inspector verifies the talk; satisfied closes the case, not satisfied opens the next round. */
  @Post(':id/verification')
  @HttpCode(200)
  @Roles('inspector')
  verify(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: VerificationBody,
  ): Promise<CaseDetail> {
    return this.verifications.verify(actor, id, version, key, body);
  }
}
