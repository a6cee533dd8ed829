import { Module } from '@nestjs/common';
import { ScheduleRepository } from './schedules.repository.js';
import { WeekController } from './week.controller.js';
import { Weeks } from './weeks.service.js';

/** When the windows of the sites are open. */
@Module({
  controllers: [WeekController],
  providers: [ScheduleRepository, Weeks],
  exports: [ScheduleRepository],
})
export class ScheduleModule {}
