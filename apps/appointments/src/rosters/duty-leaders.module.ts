import { Module } from '@nestjs/common';
import { DutyLeaders } from './duty-leaders.js';

/** By itself, so that the schedule can show leaders without needing the rosters, which need the schedule. */
@Module({ providers: [DutyLeaders], exports: [DutyLeaders] })
export class DutyLeadersModule {}
