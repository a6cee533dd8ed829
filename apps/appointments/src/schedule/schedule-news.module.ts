import { Module } from '@nestjs/common';
import { ScheduleNews } from './schedule-news.js';

/** What the planners' screens are told; apart from the schedule, because catalogue and rosters tell them too. */
@Module({ providers: [ScheduleNews], exports: [ScheduleNews] })
export class ScheduleNewsModule {}
