import type { StaffActor } from '@app/common/auth/actor.js';
import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import {
  OfficerBody,
  OfficerChange,
  OfficerListQuery,
  OfficerPage,
  OfficerRow,
  PostSeats,
  PostSeatsBody,
  PostSeatsList,
  PostSeatsQuery,
} from './officer.dto.js';
import { Officers } from './officers.service.js';

@Controller()
export class OfficerController {
  constructor(private readonly officers: Officers) {}

  /** The officers of a site, by name; those who left too. */
  @Get('officers')
  @Roles('operator', 'supervisor', 'handler', 'unit_head', 'admin')
  list(@Query() query: OfficerListQuery): Promise<OfficerPage> {
    return this.officers.list(query);
  }

  @Post('officers')
  @Roles('supervisor', 'admin')
  add(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() key: IdempotencyContext,
    @Body() body: OfficerBody,
  ): Promise<OfficerRow> {
    return this.officers.add(actor, key, body);
  }

  @Put('officers/:id')
  @Roles('supervisor', 'admin')
  change(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: OfficerChange,
  ): Promise<OfficerRow> {
    return this.officers.change(actor, id, version, body);
  }

  /** The posts of a site with their A and B person. */
  @Get('posts/seats')
  @Roles('operator', 'supervisor', 'handler', 'unit_head', 'admin')
  seats(@Query() query: PostSeatsQuery): Promise<PostSeatsList> {
    return this.officers.seats(query.site);
  }

  /** Names a post's A and B person. */
  @Put('posts/:id/seats')
  @Roles('supervisor', 'admin')
  seat(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: PostSeatsBody,
  ): Promise<PostSeats> {
    return this.officers.seat(actor, id, version, body);
  }
}
