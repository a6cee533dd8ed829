import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module.js';
import { Closures } from './closures.service.js';
import { ScheduleExceptions } from './exceptions.service.js';
import { Publications } from './publications.service.js';
import { ScheduleAdminController } from './schedule-admin.controller.js';
import { ScheduleChanges } from './schedule-changes.js';
import { ScheduleModule } from './schedule.module.js';
import { TimeTaken } from './time-taken.js';

/** What planners do with the schedule; apart from reading it, because bookings depend on that. */
@Module({
  imports: [ScheduleModule, BookingsModule],
  controllers: [ScheduleAdminController],
  providers: [Closures, ScheduleExceptions, Publications, ScheduleChanges, TimeTaken],
  exports: [ScheduleChanges],
})
export class ScheduleAdminModule {}
