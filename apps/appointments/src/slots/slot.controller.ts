import { Public } from '@app/common/auth/access.decorators.js';
import { RateLimited } from '@app/common/http/rate-limit.js';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EarliestSlotsDto, EarliestSlotsQuery, FreeSlotsDto, FreeSlotsQuery } from './slot.dto.js';
import { Slots } from './slots.service.js';

/** Free times, for whoever wants to book. */
@ApiTags('slots')
@Controller('slots')
export class SlotController {
  constructor(private readonly slots: Slots) {}

  /** The free slots of one site, day by day. */
  @Get()
  @Public()
  @RateLimited({ times: 600, windowSeconds: 60 })
  free(@Query() query: FreeSlotsQuery): Promise<FreeSlotsDto> {
    return this.slots.free(query);
  }

  /** The earliest free slot of each site that offers the item. */
  @Get('earliest')
  @Public()
  @RateLimited({ times: 240, windowSeconds: 60 })
  earliest(@Query() query: EarliestSlotsQuery): Promise<EarliestSlotsDto> {
    return this.slots.earliest(query);
  }
}
