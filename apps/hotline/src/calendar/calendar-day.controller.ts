import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles, Staff } from '@app/common/auth/access.decorators.js';
import type { Actor } from '@app/common/auth/actor.js';
import { PageQuery, type Page } from '@app/common/http/page.js';
import { DeclareDayDto, DeclaredDayDto, DeclaredDayPageDto } from './calendar-day.dto.js';
import { CalendarDays } from './calendar-days.js';

/** The days on which the office differs from the published calendar (domain.md §5). */
@ApiTags('calendar')
@Controller('calendar-days')
export class CalendarDayController {
  constructor(private readonly days: CalendarDays) {}

  /** The latest day first. */
  @Get()
  @Staff()
  @ApiOkResponse({ type: DeclaredDayPageDto })
  list(@Query() query: PageQuery): Promise<Page<DeclaredDayDto>> {
    return this.days.list(query);
  }

  /** Declares a day worked or free; open limits that run over it are counted again. */
  @Post()
  @HttpCode(200)
  @Roles('admin')
  declare(@CurrentActor() actor: Actor, @Body() body: DeclareDayDto): Promise<DeclaredDayDto> {
    return this.days.declare(actor, body);
  }
}
