import { CurrentStaff, Roles, Staff } from '@app/common/auth/access.decorators.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  NewWindowBody,
  WindowBody,
  WindowItemsBody,
  WindowList,
  WindowPatternBody,
  WindowRow,
  WindowsQuery,
} from './window.dto.js';
import { Windows } from './windows.service.js';

@ApiTags('catalogue')
@Controller('windows')
export class WindowController {
  constructor(private readonly windows: Windows) {}

  /** The windows of a site with what they handle and their weeks. */
  @Get()
  @Staff()
  list(@Query() query: WindowsQuery): Promise<WindowList> {
    return this.windows.ofSite(query.site);
  }

  @Post()
  @Roles('admin')
  create(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: NewWindowBody,
  ): Promise<WindowRow> {
    return this.windows.create(actor, body, idempotency);
  }

  @Put(':id')
  @Roles('admin')
  change(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: WindowBody,
  ): Promise<WindowRow> {
    return this.windows.change(actor, id, version, body);
  }

  @Put(':id/items')
  @Roles('admin')
  changeItems(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: WindowItemsBody,
  ): Promise<WindowRow> {
    return this.windows.changeItems(actor, id, version, body);
  }

  /** The window's week. */
  @Put(':id/pattern')
  @Roles('supervisor', 'admin')
  changePattern(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: WindowPatternBody,
  ): Promise<WindowRow> {
    return this.windows.changePattern(actor, id, version, body);
  }
}
