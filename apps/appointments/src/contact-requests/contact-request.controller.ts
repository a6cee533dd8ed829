import { CurrentStaff, Public, Roles } from '@app/common/auth/access.decorators.js';
import { CITIZEN, type StaffActor } from '@app/common/auth/actor.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ContactList } from './contact-list.js';
import { ContactRequestSteps } from './contact-request-steps.service.js';
import {
  AgreeTimeDto,
  ArrangeDutyDto,
  ContactRequestListQuery,
  ContactRequestPage,
  ContactRequestProgressDto,
  ContactRequestRow,
  FileContactRequestDto,
  FiledContactRequestDto,
  RevealedRequesterDto,
  RevealRequesterDto,
  WishedTimeDto,
  WithdrawContactRequestDto,
} from './contact-request.dto.js';
import { ContactRequests } from './contact-requests.service.js';
import { OwnContactRequests } from './own-contact-requests.service.js';

/** 预约服务: service outside opening hours, and call-backs (domain.md §3). */
@ApiTags('contact-requests')
@Controller('contact-requests')
export class ContactRequestController {
  constructor(
    private readonly requests: ContactRequests,
    private readonly contacts: ContactList,
    private readonly steps: ContactRequestSteps,
    private readonly own: OwnContactRequests,
  ) {}

  /** A citizen asks to be contacted. */
  @Post()
  @Public()
  @RateLimited({ times: 30, windowSeconds: 60 })
  file(
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: FileContactRequestDto,
  ): Promise<FiledContactRequestDto> {
    return this.requests.file(CITIZEN, body, idempotency);
  }

  /** The open requests, or those in one state, the one to be contacted first at the top. */
  @Get()
  @Roles('operator', 'supervisor', 'handler')
  list(@Query() query: ContactRequestListQuery): Promise<ContactRequestPage> {
    return this.contacts.list(query);
  }

  /** How the citizen's own request stands. */
  @Get(':code')
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  progress(@Param('code') code: string): Promise<ContactRequestProgressDto> {
    return this.contacts.progress(code);
  }

  /** 撤回 by the citizen with the code. */
  @Post(':code/take-back')
  @HttpCode(200)
  @Public()
  @RateLimited({ times: 60, windowSeconds: 60 })
  takeBack(
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Param('code') code: string,
  ): Promise<ContactRequestProgressDto> {
    return this.own.takeBack(code, idempotency);
  }

  /** The citizen with the code wishes for another time; without times, any suits. */
  @Post(':code/wish')
  @HttpCode(200)
  @Public()
  @RateLimited({ times: 60, windowSeconds: 60 })
  wish(
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Param('code') code: string,
    @Body() body: WishedTimeDto,
  ): Promise<ContactRequestProgressDto> {
    return this.own.wish(code, body, idempotency);
  }

  /** The citizen was reached. */
  @Post(':id/contacted')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  contacted(@CurrentStaff() staff: StaffActor, @IdParam() id: string): Promise<ContactRequestRow> {
    return this.steps.contacted(staff, id);
  }

  /** A time was agreed; the citizen gets it as a text message. */
  @Post(':id/agree')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  agree(
    @CurrentStaff() staff: StaffActor,
    @IdParam() id: string,
    @Body() body: AgreeTimeDto,
  ): Promise<ContactRequestRow> {
    return this.steps.agree(staff, id, body);
  }

  /** Somebody is on duty for it. */
  @Post(':id/arrange')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  arrange(
    @CurrentStaff() staff: StaffActor,
    @IdParam() id: string,
    @Body() body: ArrangeDutyDto,
  ): Promise<ContactRequestRow> {
    return this.steps.arrange(staff, id, body.officerId);
  }

  /** The citizen was served, or the talk itself has settled it. */
  @Post(':id/serve')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  serve(@CurrentStaff() staff: StaffActor, @IdParam() id: string): Promise<ContactRequestRow> {
    return this.steps.serve(staff, id);
  }

  /** The citizen does not want it any more. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  withdraw(
    @CurrentStaff() staff: StaffActor,
    @IdParam() id: string,
    @Body() body: WithdrawContactRequestDto,
  ): Promise<ContactRequestRow> {
    return this.steps.withdraw(staff, id, body.reason);
  }

  /** Opens the citizen's name and number; the reason goes into the ledger. */
  @Post(':id/contact/reveal')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  reveal(
    @CurrentStaff() staff: StaffActor,
    @IdParam() id: string,
    @Body() body: RevealRequesterDto,
  ): Promise<RevealedRequesterDto> {
    return this.steps.reveal(staff, id, body.reason);
  }
}
