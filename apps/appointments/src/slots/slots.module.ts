import { Module } from '@nestjs/common';
import { ScheduleModule } from '../schedule/schedule.module.js';
import { ScheduleCache } from './schedule-cache.js';
import { SlotController } from './slot.controller.js';
import { SlotFinder } from './slot-finder.js';
import { SlotGrids } from './slot-grids.js';
import { Slots } from './slots.service.js';
import { TakenPlaces } from './taken-places.js';

/** Free times of service items at sites. */
@Module({
  imports: [ScheduleModule],
  controllers: [SlotController],
  providers: [ScheduleCache, SlotGrids, TakenPlaces, SlotFinder, Slots],
  exports: [SlotFinder, ScheduleCache],
})
export class SlotsModule {}
