import { Public } from '@app/common/auth/access.decorators.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BookingTransactions } from '../bookings/booking-transactions.js';
import { JoinWaitlistDto, WaitlistEntryDto } from './waitlist.dto.js';
import { Waitlist } from './waitlist.service.js';

/** 候补: the queue for times that are freed (domain.md §3). */
@ApiTags('waitlist')
@Controller('waitlist')
export class WaitlistController {
  constructor(
    private readonly waitlist: Waitlist,
    private readonly transactions: BookingTransactions,
  ) {}

  @Post()
  @Public()
  @RateLimited({ times: 60, windowSeconds: 60 })
  join(@IdempotencyKey() idempotency: IdempotencyContext, @Body() body: JoinWaitlistDto): Promise<WaitlistEntryDto> {
    return this.transactions.once(idempotency, (em) => this.waitlist.join(em, body));
  }

  @Get(':code')
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  read(@Param('code') code: string): Promise<WaitlistEntryDto> {
    return this.waitlist.read(code);
  }

  @Post(':code/withdraw')
  @HttpCode(200)
  @Public()
  @RateLimited({ times: 60, windowSeconds: 60 })
  withdraw(@IdempotencyKey() idempotency: IdempotencyContext, @Param('code') code: string): Promise<WaitlistEntryDto> {
    return this.transactions.once(idempotency, (em) => this.waitlist.withdraw(em, code));
  }
}
