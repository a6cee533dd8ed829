import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { PageQuery } from '@app/common/http/page.js';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CatalogueItemDto,
  CatalogueItemPage,
  ItemBody,
  ItemSitesBody,
  MaterialListBody,
  NewItemBody,
} from './item-admin.dto.js';
import { ItemAdmin } from './item-admin.service.js';

/** Service items, kept by an administrator. */
@ApiTags('catalogue')
@Roles('admin')
@Controller()
export class ItemAdminController {
  constructor(private readonly items: ItemAdmin) {}

  /** All items, in use or not. */
  @Get('catalogue/items')
  list(@Query() query: PageQuery): Promise<CatalogueItemPage> {
    return this.items.list(query);
  }

  @Get('catalogue/items/:code')
  read(@Param('code') code: string): Promise<CatalogueItemDto> {
    return this.items.detail(code);
  }

  @Post('items')
  create(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: NewItemBody,
  ): Promise<CatalogueItemDto> {
    return this.items.create(actor, body, idempotency);
  }

  @Put('items/:code')
  change(
    @CurrentStaff() actor: StaffActor,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() body: ItemBody,
  ): Promise<CatalogueItemDto> {
    return this.items.change(actor, code, version, body);
  }

  /** A new 一次性告知书; the ones before stay as they are. */
  @Post('items/:code/material-lists')
  @HttpCode(200)
  issueMaterials(
    @CurrentStaff() actor: StaffActor,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() body: MaterialListBody,
  ): Promise<CatalogueItemDto> {
    return this.items.issueMaterials(actor, code, version, body);
  }

  /** Where the item is offered, and by which channels it is booked there. */
  @Put('items/:code/sites')
  offer(
    @CurrentStaff() actor: StaffActor,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() body: ItemSitesBody,
  ): Promise<CatalogueItemDto> {
    return this.items.offer(actor, code, version, body);
  }
}
