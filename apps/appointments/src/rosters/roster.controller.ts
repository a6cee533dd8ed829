import type { StaffActor } from '@app/common/auth/actor.js';
import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { callerGone } from './caller-gone.js';
import { RosterChanges } from './roster-changes.service.js';
import { RosterProposals } from './roster-proposals.service.js';
import { RosterPublication } from './roster-publication.service.js';
import { RosterReader } from './roster-reader.js';
import {
  BalanceList,
  BalanceQuery,
  DutyBody,
  DutyChange,
  Proposal,
  ProposalBody,
  RestBody,
  RosterDetail,
  RosterListQuery,
  RosterPage,
  SwapBody,
} from './roster.dto.js';

/** The duty roster (值班表): proposed, changed, published, and what each person has done. */
@Controller('rosters')
export class RosterController {
  constructor(
    private readonly reader: RosterReader,
    private readonly proposals: RosterProposals,
    private readonly changes: RosterChanges,
    private readonly publication: RosterPublication,
  ) {}

  /** Rosters of a site, the latest period first. */
  @Get()
  @Roles('operator', 'supervisor', 'handler', 'unit_head', 'admin')
  list(@Query() query: RosterListQuery): Promise<RosterPage> {
    return this.reader.list(query);
  }

  /** What each officer of a site has done and is owed. */
  @Get('balance')
  @Roles('operator', 'supervisor', 'handler', 'unit_head', 'admin')
  balance(@Query() query: BalanceQuery): Promise<BalanceList> {
    return this.reader.balance(query.site);
  }

  /** Everything a month grid shows: days, duties, violations in place, balance. */
  @Get(':id')
  @Roles('operator', 'supervisor', 'handler', 'unit_head', 'admin')
  read(@IdParam() id: string): Promise<RosterDetail> {
    return this.reader.detail(id);
  }

  /** A draft for a period that fills every open post and shares turns fairly; says what cannot be filled, and why. */
  @Post('proposals')
  @Roles('supervisor', 'admin')
  propose(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: ProposalBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Proposal> {
    return this.proposals.propose(actor, key, body, callerGone(reply));
  }

  /** Puts somebody on duty in addition, for instance where the proposal left a gap. */
  @Post(':id/duties')
  @Roles('supervisor', 'admin')
  add(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: DutyBody,
  ): Promise<RosterDetail> {
    return this.changes.add(actor, id, version, body);
  }

  /** Gives a duty to somebody else. */
  @Put(':id/duties/:dutyId')
  @Roles('supervisor', 'admin')
  change(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdParam('dutyId') dutyId: string,
    @IfMatch() version: number,
    @Body() body: DutyChange,
  ): Promise<RosterDetail> {
    return this.changes.change(actor, id, version, dutyId, body.officerId);
  }

  /** Takes a duty off the roster that is not needed. */
  @Delete(':id/duties/:dutyId')
  @Roles('supervisor', 'admin')
  remove(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdParam('dutyId') dutyId: string,
    @IfMatch() version: number,
  ): Promise<RosterDetail> {
    return this.changes.remove(actor, id, version, dutyId);
  }

  /** Two officers swap duties. */
  @Post(':id/swaps')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  swap(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: SwapBody,
  ): Promise<RosterDetail> {
    return this.changes.swap(actor, id, version, body);
  }

  /** Gives a half-day back (轮休) or takes it off the roster again. */
  @Put(':id/rests')
  @Roles('supervisor', 'admin')
  rest(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: RestBody,
  ): Promise<RosterDetail> {
    return this.changes.rest(actor, id, version, body);
  }

  /** Puts a draft into force; refused while it breaks a hard rule. */
  @Post(':id/publish')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  publish(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<RosterDetail> {
    return this.publication.publish(actor, id, version);
  }

  /** Takes a roster out of force, or gives a draft up. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  withdraw(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
  ): Promise<RosterDetail> {
    return this.publication.withdraw(actor, id, version);
  }
}
