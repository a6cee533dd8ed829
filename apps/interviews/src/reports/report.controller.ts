import type { StaffActor } from '@app/common/auth/actor.js';
import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ReportDetail, ReportDraftBody, ReportEditBody, ReportListQuery, ReportPage } from './report.dto.js';
import { Reports } from './reports.service.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@Controller('reports')
export class ReportController {
  constructor(private readonly reports: Reports) {}

  /** Weekly reports, the newest week first. Leaders see what is signed off. */
  @Get()
  @Roles('supervisor', 'inspector', 'leader')
  list(@CurrentStaff() actor: StaffActor, @Query() query: ReportListQuery): Promise<ReportPage> {
    return this.reports.list(actor, query);
  }

  /** Drafts the report of a week by hand; drafting again takes in what has changed since. */
  @Post()
  @Roles('supervisor')
  draft(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: ReportDraftBody,
  ): Promise<ReportDetail> {
    return this.reports.draft(actor, key, body);
  }

  @Get(':id')
  @Roles('supervisor', 'inspector', 'leader')
  get(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<ReportDetail> {
    return this.reports.get(actor, id);
  }

  /** Edits the summary of a draft. */
  @Put(':id')
  @Roles('supervisor')
  edit(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: ReportEditBody,
  ): Promise<ReportDetail> {
    return this.reports.edit(actor, id, version, body);
  }

  /** Signs a draft off: it gets its number and cannot be changed any more. */
  @Post(':id/sign-off')
  @HttpCode(200)
  @Roles('supervisor')
  signOff(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: IdempotencyContext,
  ): Promise<ReportDetail> {
    return this.reports.signOff(actor, id, version, key);
  }

  /** The report as a Word document. */
  @Get(':id/document')
  @Roles('supervisor', 'inspector', 'leader')
  @ApiProduces(DOCX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async document(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<StreamableFile> {
    const { name, bytes } = await this.reports.document(actor, id);
    return new StreamableFile(bytes, {
      type: DOCX,
      disposition: `attachment; filename="report.docx"; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }
}
