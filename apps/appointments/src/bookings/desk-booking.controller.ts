import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BookForCallerDto, BookingDto } from './booking.dto.js';
import { BookingReader } from './booking-reader.js';
import { BookingTaking } from './booking-taking.service.js';
import { BookingsOfCallerDto, BookingsOfCallerPage } from './desk-booking.dto.js';

/** Operators book for callers and find what they have booked. */
@ApiTags('bookings')
@Controller('desk/bookings')
export class DeskBookingController {
  constructor(
    private readonly taking: BookingTaking,
    private readonly reader: BookingReader,
  ) {}

  @Post()
  @Roles('operator', 'supervisor', 'handler')
  book(
    @CurrentStaff() staff: StaffActor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: BookForCallerDto,
  ): Promise<BookingDto> {
    return this.taking.book(staff, { ...body, channel: 'phone' }, idempotency);
  }

  @Post('search')
  @HttpCode(200)
  @Roles('operator', 'supervisor', 'handler')
  search(@CurrentStaff() staff: StaffActor, @Body() body: BookingsOfCallerDto): Promise<BookingsOfCallerPage> {
    return this.reader.ofPhone(staff, body);
  }
}
