import { Module } from '@nestjs/common';
import { ScheduleModule } from '../schedule/schedule.module.js';
import { FiguresController } from './figures.controller.js';
import { Figures } from './figures.service.js';
import { OfferedTimes } from './offered-time.js';

/** How the windows do. */
@Module({ imports: [ScheduleModule], controllers: [FiguresController], providers: [Figures, OfferedTimes] })
export class FiguresModule {}
