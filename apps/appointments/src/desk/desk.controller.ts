import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BookingCodePipe } from './booking-code.pipe.js';
import { Calls } from './calls.service.js';
import { CheckIns } from './check-ins.service.js';
import { DeskDay } from './desk-day.js';
import {
  CalledDto,
  CallNextDto,
  CheckInDto,
  DeskBookingRow,
  DeskDayDto,
  DeskDayQuery,
  VisitRow,
  WalkInDto,
} from './desk.dto.js';
import { MissedBookings } from './missed-bookings.service.js';

/** The window clerk's day: arrivals, calls, who did not come (domain.md §3). */
@ApiTags('desk')
@Controller('desk')
export class DeskController {
  constructor(
    private readonly day: DeskDay,
    private readonly checkIns: CheckIns,
    private readonly calls: Calls,
    private readonly missed: MissedBookings,
  ) {}

  /** Bookings, queue and windows of a site on a day. */
  @Get('day')
  @Roles('operator', 'supervisor', 'handler')
  read(@Query() query: DeskDayQuery): Promise<DeskDayDto> {
    return this.day.read(query.site, query.day);
  }

  /** 签到: a booking's citizen has come and gets a queue number; the same code again finds the same number. */
  @Post('check-ins')
  @Roles('operator', 'supervisor', 'handler')
  checkIn(
    @CurrentStaff() staff: StaffActor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: CheckInDto,
  ): Promise<VisitRow> {
    return this.checkIns.checkIn(staff, body, idempotency);
  }

  /** 现场取号: a citizen without a booking gets a queue number. */
  @Post('walk-ins')
  @Roles('operator', 'supervisor', 'handler')
  walkIn(
    @CurrentStaff() staff: StaffActor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: WalkInDto,
  ): Promise<VisitRow> {
    return this.checkIns.walkIn(staff, body, idempotency);
  }

  /** 叫号: the next citizen for a window, of those whose matter it serves. */
  @Post('calls')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  call(
    @CurrentStaff() staff: StaffActor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: CallNextDto,
  ): Promise<CalledDto> {
    return this.calls.next(staff, body, idempotency);
  }

  /** 爽约: the citizen of a booking has not come. */
  @Post('bookings/:code/missed')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  miss(@CurrentStaff() staff: StaffActor, @Param('code', BookingCodePipe) code: string): Promise<DeskBookingRow> {
    return this.missed.miss(staff, code);
  }

  /** A home visit was made: nobody checks in at a window for one. */
  @Post('bookings/:code/served')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  visited(@CurrentStaff() staff: StaffActor, @Param('code', BookingCodePipe) code: string): Promise<DeskBookingRow> {
    return this.missed.visited(staff, code);
  }
}
