import { Module } from '@nestjs/common';
import { DutyLeadersModule } from '../rosters/duty-leaders.module.js';
import { BookingsWithoutTime } from './bookings-without-time.js';
import { Commitments } from './commitments.service.js';
import { ScheduleRepository } from './schedules.repository.js';
import { WeekController } from './week.controller.js';
import { Weeks } from './weeks.service.js';

/** When the windows of the sites are open. */
@Module({
  imports: [DutyLeadersModule],
  controllers: [WeekController],
  providers: [ScheduleRepository, Weeks, Commitments, BookingsWithoutTime],
  exports: [ScheduleRepository, Commitments, BookingsWithoutTime],
})
export class ScheduleModule {}
