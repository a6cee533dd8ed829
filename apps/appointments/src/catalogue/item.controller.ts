import { Public } from '@app/common/auth/access.decorators.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ItemDto, ItemListQuery, ItemPage } from './item.dto.js';
import { Items } from './items.service.js';

@ApiTags('catalogue')
@Controller('items')
export class ItemController {
  constructor(private readonly items: Items) {}

  /** What can be booked. */
  @Get()
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  list(@Query() query: ItemListQuery): Promise<ItemPage> {
    return this.items.list(query);
  }

  /** One item with everything to bring (一次性告知书) and where it is offered. */
  @Get(':code')
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  read(@Param('code') code: string): Promise<ItemDto> {
    return this.items.detail(code);
  }
}
