import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@app/common/auth/access.decorators.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { Clock } from '@app/common/time/clock.js';
import { CalendarInForceDto } from './calendar-in-force.dto.js';
import { daysInForce } from './domain/days-in-force.js';

/** The calendar that limits are counted by, for whoever shows a limit (domain.md §5). */
@ApiTags('calendar')
@Controller('calendar')
export class CalendarInForceController {
  constructor(
    private readonly calendar: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /** Public: a citizen reads how many working days are left, and counts as the office does. */
  @Get()
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  read(): CalendarInForceDto {
    const now = this.clock.now();
    return { asOf: now.toISOString(), ...daysInForce(this.calendar.current(), now) };
  }
}
