import { CurrentStaff, Public, Roles } from '@app/common/auth/access.decorators.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { BookingCodePipe } from '../../desk/booking-code.pipe.js';
import { BookingCalendars } from './booking-calendars.js';
import { CalendarFeedDto, MakeFeedDto } from './calendar.dto.js';
import { CalendarFeeds } from './calendar-feeds.js';

const CALENDAR = 'text/calendar; charset=utf-8';

/** Bookings for people's own calendars (RFC 5545). */
@ApiTags('calendars')
@Controller()
export class CalendarController {
  constructor(
    private readonly bookings: BookingCalendars,
    private readonly feeds: CalendarFeeds,
  ) {}

  /** The booking as an invitation; once cancelled, the invitation's withdrawal. */
  @Get('bookings/:code/calendar.ics')
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  @ApiProduces('text/calendar')
  @Header('Content-Type', CALENDAR)
  @Header('Content-Disposition', 'attachment; filename="booking.ics"')
  booking(@Param('code', BookingCodePipe) code: string): Promise<string> {
    return this.bookings.file(code);
  }

  @Post('calendars')
  @Roles('operator', 'supervisor', 'handler', 'admin')
  make(@CurrentStaff() staff: StaffActor, @Body() body: MakeFeedDto): Promise<CalendarFeedDto> {
    return this.feeds.make(staff, body);
  }

  @Get('calendars/:secret.ics')
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  @ApiProduces('text/calendar')
  @Header('Content-Type', CALENDAR)
  feed(@Param('secret') secret: string): Promise<string> {
    return this.feeds.file(secret);
  }
}
