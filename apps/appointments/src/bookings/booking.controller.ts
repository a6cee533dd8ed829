import { CurrentActor, Public } from '@app/common/auth/access.decorators.js';
import type { Actor } from '@app/common/auth/actor.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BookingCodePipe } from '../desk/booking-code.pipe.js';
import {
  BookingDto,
  CancelBookingDto,
  ConfirmBookingDto,
  CreateBookingDto,
  MoveBookingDto,
  RateBookingDto,
} from './booking.dto.js';
import { BookingMoves } from './booking-moves.service.js';
import { BookingReader } from './booking-reader.js';
import { BookingSteps } from './booking-steps.service.js';
import { BookingTaking } from './booking-taking.service.js';
import { BookingTransactions } from './booking-transactions.js';

/** What a citizen does with a booking, without an account: its code is the key (domain.md §3, Booking rules). */
@ApiTags('bookings')
@Controller('bookings')
export class BookingController {
  constructor(
    private readonly taking: BookingTaking,
    private readonly steps: BookingSteps,
    private readonly moves: BookingMoves,
    private readonly reader: BookingReader,
    private readonly transactions: BookingTransactions,
  ) {}

  /** Holds a time for a few minutes; with a contact it is booked at once. */
  @Post()
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  book(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: CreateBookingDto,
  ): Promise<BookingDto> {
    return this.taking.book(actor, { ...body, channel: 'web' }, idempotency);
  }

  @Get(':code')
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  read(@CurrentActor() actor: Actor, @Param('code', BookingCodePipe) code: string): Promise<BookingDto> {
    return this.reader.read(actor, code);
  }

  /** A hold becomes a booking. */
  @Post(':code/confirm')
  @HttpCode(200)
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  confirm(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Param('code', BookingCodePipe) code: string,
    @Body() body: ConfirmBookingDto,
  ): Promise<BookingDto> {
    return this.transactions.once(idempotency, (em) => this.steps.confirm(em, actor, code, body));
  }

  /** A hold is given back. */
  @Post(':code/release')
  @HttpCode(200)
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  release(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Param('code', BookingCodePipe) code: string,
  ): Promise<BookingDto> {
    return this.transactions.once(idempotency, (em) => this.steps.release(em, actor, code));
  }

  /** 改期 in one step: the new time is sure before the old one is gone. */
  @Post(':code/move')
  @HttpCode(200)
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  move(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Param('code', BookingCodePipe) code: string,
    @IfMatch() version: number,
    @Body() body: MoveBookingDto,
  ): Promise<BookingDto> {
    return this.transactions.once(idempotency, (em) => this.moves.move(em, actor, code, body, version));
  }

  @Post(':code/cancel')
  @HttpCode(200)
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  cancel(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Param('code', BookingCodePipe) code: string,
    @Body() body: CancelBookingDto,
  ): Promise<BookingDto> {
    return this.transactions.once(idempotency, (em) => this.steps.cancel(em, actor, code, body.reason ?? null));
  }

  /** 评价: once for each visit. */
  @Post(':code/rating')
  @HttpCode(200)
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  rate(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Param('code', BookingCodePipe) code: string,
    @Body() body: RateBookingDto,
  ): Promise<BookingDto> {
    const rating = { score: body.score, comment: body.comment ?? null, via: 'web' } as const;
    return this.transactions.once(idempotency, (em) => this.steps.rate(em, actor, code, rating));
  }
}
