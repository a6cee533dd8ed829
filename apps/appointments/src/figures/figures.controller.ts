import { Roles } from '@app/common/auth/access.decorators.js';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { FiguresDto, FiguresQuery } from './figures.dto.js';
import { Figures } from './figures.service.js';

/** How the windows do: use, fill, wait, no-shows, extended service, lead time (domain.md §3). */
@ApiTags('figures')
@Controller('figures')
export class FiguresController {
  constructor(private readonly figures: Figures) {}

  @Get()
  @Roles('supervisor', 'inspector', 'leader', 'admin', 'unit_head')
  read(@Query() query: FiguresQuery): Promise<FiguresDto> {
    return this.figures.read(query);
  }

  /** The same as a table for a spreadsheet: UTF-8 with its mark, formula cells escaped. */
  @Get('csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="figures.csv"')
  @ApiProduces('text/csv')
  @Roles('supervisor', 'inspector', 'leader', 'admin', 'unit_head')
  csv(@Query() query: FiguresQuery): Promise<string> {
    return this.figures.csv(query);
  }
}
