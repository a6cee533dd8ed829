import { Module } from '@nestjs/common';
import { ScheduleModule } from '../schedule/schedule.module.js';
import { FiguresController } from './figures.controller.js';
import { Figures } from './figures.service.js';
import { OfferedTimes } from './offered-time.js';
import { OpenedDaysJobs } from './opened-days.jobs.js';
import { OpenedDays } from './opened-days.repository.js';

/** How the windows do. */
@Module({
  imports: [ScheduleModule],
  controllers: [FiguresController],
  providers: [Figures, OfferedTimes, OpenedDays, OpenedDaysJobs],
})
export class FiguresModule {}
