import { Module } from '@nestjs/common';
import { ClosedBookingsModule } from '../bookings/closed-bookings.module.js';
import { Closures } from './closures.service.js';
import { ScheduleExceptions } from './exceptions.service.js';
import { Publications } from './publications.service.js';
import { ScheduleAdminController } from './schedule-admin.controller.js';
import { ScheduleChanges } from './schedule-changes.js';
import { ScheduleNewsModule } from './schedule-news.module.js';
import { ScheduleModule } from './schedule.module.js';

/** What planners do with the schedule; apart from reading it, because bookings depend on that. */
@Module({
  imports: [ScheduleModule, ScheduleNewsModule, ClosedBookingsModule],
  controllers: [ScheduleAdminController],
  providers: [Closures, ScheduleExceptions, Publications, ScheduleChanges],
  exports: [ScheduleChanges],
})
export class ScheduleAdminModule {}
