import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module.js';
import { SlotsModule } from '../slots/slots.module.js';
import { Attendance } from './attendance.js';
import { Calls } from './calls.service.js';
import { CheckIns } from './check-ins.service.js';
import { DeskBookingRepository } from './desk-bookings.repository.js';
import { DeskDay } from './desk-day.js';
import { DeskNewsModule } from './desk-news.module.js';
import { DeskController } from './desk.controller.js';
import { DeskJobs } from './desk.jobs.js';
import { DisplayController } from './display.controller.js';
import { Display } from './display.js';
import { MissedBookings } from './missed-bookings.service.js';
import { OpenWindows } from './open-windows.js';
import { PostsLeftJobs } from './posts-left.jobs.js';
import { StreamController } from './stream.controller.js';
import { VisitController } from './visit.controller.js';
import { VisitRepository } from './visits.repository.js';

/** The service desk on the day: arrivals, queue, calls, who did not come. */
@Module({
  imports: [BookingsModule, DeskNewsModule, SlotsModule],
  controllers: [DeskController, VisitController, DisplayController, StreamController],
  providers: [
    VisitRepository,
    DeskBookingRepository,
    Attendance,
    CheckIns,
    Calls,
    DeskDay,
    Display,
    MissedBookings,
    DeskJobs,
    OpenWindows,
    PostsLeftJobs,
  ],
})
export class DeskModule {}
