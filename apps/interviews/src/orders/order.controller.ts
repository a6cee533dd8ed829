import type { StaffActor } from '@app/common/auth/actor.js';
import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CaseDetail } from '../cases/case.dto.js';
import { OrderAnswerBody, OrderBody, OrderListQuery, OrderPage, OrderRow } from './order.dto.js';
import { Orders } from './orders.service.js';

@Controller()
export class OrderController {
  constructor(private readonly orders: Orders) {}

  /** Supervision orders the reader may know of, the newest first. */
  @Get('orders')
  @Roles('supervisor', 'handler', 'unit_head', 'inspector', 'leader')
  list(@CurrentStaff() actor: StaffActor, @Query() query: OrderListQuery): Promise<OrderPage> {
    return this.orders.list(actor, query);
  }

  /** An inspector issues a supervision order (督办函). */
  @Post('cases/:id/orders')
  @HttpCode(200)
  @Roles('inspector')
  issue(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: OrderBody,
  ): Promise<CaseDetail> {
    return this.orders.issue(actor, id, version, key, body);
  }

  /** The unit answers an order. */
  @Post('orders/:id/answer')
  @HttpCode(200)
  @Roles('handler', 'unit_head')
  answer(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: OrderAnswerBody,
  ): Promise<OrderRow> {
    return this.orders.answer(actor, id, key, body);
  }
}
