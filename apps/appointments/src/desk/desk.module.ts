import { Module } from '@nestjs/common';
import { Calls } from './calls.service.js';
import { CheckIns } from './check-ins.service.js';
import { DeskDay } from './desk-day.js';
import { DeskController } from './desk.controller.js';
import { DisplayController } from './display.controller.js';
import { Display } from './display.js';
import { MissedBookings } from './missed-bookings.service.js';
import { StreamController } from './stream.controller.js';
import { VisitController } from './visit.controller.js';

/** The service desk on the day: arrivals, queue, calls, who did not come. */
@Module({
  controllers: [DeskController, VisitController, DisplayController, StreamController],
  providers: [CheckIns, Calls, DeskDay, Display, MissedBookings],
})
export class DeskModule {}
