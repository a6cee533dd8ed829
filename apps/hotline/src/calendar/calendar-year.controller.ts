import { Body, Controller, Get, Param, Put, Query, type PipeTransform } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles, Staff } from '@app/common/auth/access.decorators.js';
import type { Actor } from '@app/common/auth/actor.js';
import { PageQuery, type Page } from '@app/common/http/page.js';
import { Malformed } from '@app/common/http/problem.js';
import { BringInYearDto, CalendarYearDto, CalendarYearPageDto } from './calendar-year.dto.js';
import { CalendarYears } from './calendar-years.js';

/** A year of four digits; anything else is malformed (400). */
class YearPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^\d{4}$/.test(value)) throw new Malformed([{ pointer: ':year', rule: 'isInt' }]);
    return Number(value);
  }
}

/** The years whose published arrangement is known (domain.md §5). */
@ApiTags('calendar')
@Controller('calendar-years')
export class CalendarYearController {
  constructor(private readonly years: CalendarYears) {}

  /** The latest year first. */
  @Get()
  @Staff()
  @ApiOkResponse({ type: CalendarYearPageDto })
  list(@Query() query: PageQuery): Promise<Page<CalendarYearDto>> {
    return this.years.list(query);
  }

  /** Brings in a year's published arrangement, or corrects what was brought in; limits can reach into it from then on. */
  @Put(':year')
  @Roles('admin')
  bringIn(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Body() body: BringInYearDto,
  ): Promise<CalendarYearDto> {
    return this.years.bringIn(actor, year, body);
  }
}
